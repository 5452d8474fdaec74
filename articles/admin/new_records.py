"""A person or an event that a story names and nobody knows yet: first who or what is there that is like it."""

import json

from django import forms
from django.contrib.admin import site as admin_site
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from articles import policy
from articles.linking import confirming
from articles.linking.candidates import counts
from articles.linking.confirming import day_of
from articles.linking.known import posts_named
from articles.linking.known_events import KnownEvents
from articles.models import Article, Event
from newsdesk import dates
from newsdesk.lines import SeenField
from newsdesk.text import number
from people.likeness import WORDS, persons_like
from people.models import Membership, Person

LONGEST = 200  # as much as a row of a story holds


class Asked:
    """What the story's form hands over: the printed words, and which story it is."""

    def __init__(self, request):
        self.request = request
        self.name, self.title, self.date = map(self._said, ("name", "title", "date"))
        found = Article.objects.filter(pk=number(request.GET.get("article", ""))).first()
        self.day = day_of(found) if found else localdate()
        self.headline = self._said("headline") or (str(found) if found else "")

    def _said(self, name) -> str:
        return self.request.GET.get(name, "").replace("\0", "").strip()[:LONGEST]


class NewPerson(forms.Form):
    name = SeenField(label=gettext_lazy("name of the person"), max_length=50)
    note = forms.CharField(
        label=gettext_lazy("note"),
        required=False,
        max_length=50,
        help_text=gettext_lazy("tells namesakes apart, shown behind the name"),
    )
    posts = forms.MultipleChoiceField(
        label=gettext_lazy("posts by the printed title"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, asked, data=None):
        self.asked = asked
        named = posts_named(asked.title) if asked.headline else []  # the story is the source
        self.named = {str(row.post.pk): row for row in named}
        super().__init__(data, initial={"name": asked.name[:50], "posts": list(self.named)})
        self.fields["posts"].choices = [(key, row.title) for key, row in self.named.items()]
        if not self.named:
            del self.fields["posts"]

    @transaction.atomic
    def create(self) -> Person:
        """With the posts that the editor left ticked: the story shows them to hold on its day."""
        person = confirming.create_person(self.cleaned_data["name"], self.cleaned_data["note"])
        for key in self.cleaned_data.get("posts", []):
            Membership.objects.create(
                person=person,
                post=self.named[key].post,
                end=dates.UNKNOWN,
                seen_on=self.asked.day,
                source=source_of(self.asked),
            )
        return person


class NewEvent(forms.Form):
    name = SeenField(label=gettext_lazy("name"), max_length=100)
    start = forms.CharField(
        label=gettext_lazy("date"),
        required=False,
        max_length=11,
        help_text=gettext_lazy("2024-01-26; 2024-01 or 2024 where no more is known"),
    )
    kind = forms.ChoiceField(label=gettext_lazy("kind"), choices=Event.Kind)

    def __init__(self, asked, data=None):
        kind = confirming.kind_of(asked.name)
        initial = {"name": asked.name[:100], "start": asked.date, "kind": kind}
        super().__init__(data, initial=initial)

    def create(self) -> Event:
        cleaned = self.cleaned_data
        return confirming.create_event(cleaned["name"], cleaned["start"], cleaned["kind"])


def source_of(asked) -> str:
    words = _("“%(headline)s”, %(day)s")
    said = words % {"headline": asked.headline[:150], "day": dates.in_words(str(asked.day))}
    return said if asked.headline else dates.in_words(str(asked.day))


def address(record) -> str:
    meta = record._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[record.pk])


def persons_there(asked) -> list[dict]:
    persons = persons_like([asked.name]).get(asked.name, [])
    stories = counts(Person, "mentions", [person.pk for person in persons])
    return [
        {
            "record": person,
            "how": WORDS[person.like],
            "others": "、".join(other.name for other in person.other_names.all()),
            "lines": [f"{row.title} {row.in_words}" for row in person.memberships.all()],
            "stories": stories.get(person.pk, 0),
            "address": address(person),
        }
        for person in persons
    ]


def events_there(asked) -> list[dict]:
    events = KnownEvents([(asked.name, asked.date)]).like(asked.name, asked.date)
    stories = counts(Event, "coverages", [event.pk for event in events])
    return [
        {
            "record": event,
            "how": "",
            "others": "",
            "lines": [" ".join(filter(None, [dates.in_words(event.start), event.venue]))],
            "stories": stories.get(event.pk, 0),
            "address": address(event),
        }
        for event in events
    ]


@require_http_methods(["GET", "HEAD", "POST"])
def new_person(request):
    title = _("Who is “%s”?") % request.GET.get("name", "")
    return answer(request, Person, NewPerson, persons_there, title)


@require_http_methods(["GET", "HEAD", "POST"])
def new_event(request):
    title = _("Which event is “%s”?") % request.GET.get("name", "")
    return answer(request, Event, NewEvent, events_there, title)


def answer(request, model, form_class, like, title):
    """Chosen or made, the record goes back into the row of the story's form that asked."""
    name = f"{model._meta.app_label}.add_{model._meta.model_name}"
    may_add = request.user.has_perm(name)
    if not (may_add or request.user.has_perm(policy.CHANGE)):
        raise PermissionDenied
    asked = Asked(request)
    form = form_class(asked, request.POST if "make" in request.POST else None)
    record = None
    if "choose" in request.POST:
        record = model.objects.filter(pk=number(request.POST["choose"])).first()
    elif "make" in request.POST:
        record = made(form, may_add)
    if record:
        return handed_back(request, record)
    context = {
        "title": title,
        "asked": asked,
        "form": form,
        "like": like(asked) if asked.name else [],
        "may_add": may_add,
        "is_person": model is Person,
        "is_popup": "_popup" in request.GET,
        "opts": model._meta,
    }
    return render(
        request, "admin/articles/new_record.html", admin_site.each_context(request) | context
    )


def made(form, may_add):
    if not may_add:
        raise PermissionDenied
    if not form.is_valid():
        return None
    try:
        return form.create()
    except confirming.Refused as refusal:
        form.add_error("note", str(refusal))
    except ValidationError as error:
        form.add_error(None, error.messages)
    return None


def handed_back(request, record):
    if "_popup" not in request.GET:
        return HttpResponseRedirect(address(record))
    data = json.dumps({"value": str(record.pk), "obj": str(record)})
    return render(request, "admin/popup_response.html", {"popup_response_data": data})
