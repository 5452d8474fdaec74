"""Merging two persons who are one: shown side by side, then done in one step."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.merging import Gone, merge_persons
from articles.models import Article
from newsdesk.text import number
from people.models import OtherName, Person

MERGE = "people.merge_person"


class OtherForm(forms.Form):
    """Who else the person may be; an autocomplete field as everywhere at the desk."""

    def __init__(self, person, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = OtherName._meta.get_field("person")
        self.fields["other"] = forms.ModelChoiceField(
            Person.objects.exclude(pk=person.pk),
            label=_("The same as"),
            widget=AutocompleteSelect(field, admin.site),
        )


def merge(request, *, pk):
    if not request.user.has_perm(MERGE):
        raise PermissionDenied
    person = get_object_or_404(Person, pk=pk)
    sent = request.POST or request.GET or None
    if sent and number(sent.get("other") or "0") is None:
        raise Http404
    form = OtherForm(person, sent)
    other = form.cleaned_data["other"] if form.is_valid() else None
    if request.method == "POST" and other:
        return merged(request, person, other)
    context = admin.site.each_context(request) | {
        "title": title(person, other),
        "person": person,
        "about": side(person),
        "form": form,
        "sides": [side(person), side(other)] if other else [],
        "other": other,
        "opts": Person._meta,
        "media": form.media,
    }
    return render(request, "admin/people/person_merge.html", context)


def title(person, other):
    if other is None:
        return _("Merge %(person)s with another person") % {"person": person}
    return _("Merge %(person)s and %(other)s") % {"person": person, "other": other}


def merged(request, person, other):
    keep_other = request.POST.get("keep") == str(other.pk)
    kept, gone = (other, person) if keep_other else (person, other)
    if locked := locked_stories(request.user, gone):
        words = _("Not merged: these stories are locked by others: %s")
        messages.error(request, words % "、".join(f"《{article}》" for article in locked[:5]))
        return HttpResponseRedirect(f"{request.path}?other={other.pk}")
    words = _("merged with %(name)s (no. %(pk)s)") % {"name": gone, "pk": gone.pk}
    try:
        merge_persons(kept, gone)
    except Gone as why:
        messages.error(request, _("Not merged. %s") % why)
        return HttpResponseRedirect(reverse("admin:people_person_changelist"))
    LogEntry.objects.log_actions(
        user_id=request.user.pk,
        queryset=[kept],
        action_flag=CHANGE,
        change_message=str(words),
        single_object=True,
    )
    text = _("“%s” is one record now; the old address leads here.") % kept
    messages.success(request, text)
    return HttpResponseRedirect(reverse("admin:people_person_change", args=[kept.pk]))


def locked_stories(user, person):
    """Those that bear the person's name, and that somebody else has locked."""
    names = Q(mentions__person=person) | Q(bylines__person=person)
    names |= Q(photo_uses__credits__person=person)
    return Article.objects.locked_for(user).filter(names).distinct()


def side(person) -> dict:
    """What an editor compares before he says that two are one."""
    return {
        "person": person,
        "titles": person.title_on(timezone.localdate()),
        "names": list(person.other_names.all()),
        "memberships": list(person.memberships.with_posts()),
        "honours": list(person.honours.select_related("award")),
        "mentions": list(person.mentions.select_related("article").order_by("-article_id")[:10]),
        "counts": [
            (_("stories that name the person"), person.mentions.count()),
            (_("bylines"), person.bylines.count()),
            (_("photo credits"), person.credits.count()),
            (_("events"), person.participations.count()),
        ],
    }
