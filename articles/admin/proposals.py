"""Proposed persons and events of a page or a story, decided in one place."""

from django import forms
from django.contrib import messages
from django.contrib.admin import site as admin_site
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from articles import policy
from articles.history import versions
from articles.linking import confirming
from articles.linking.dismissed import article_of, dismissed
from articles.linking.proposing import propose_from_text
from articles.models import Article, Coverage, Event, Mention, PrintPage
from people import bin as people_bin
from people.models import Person

from .dismissed import DECIDE, bring_back, may_look

LATER, NEW, OTHER, DISMISS = "later", "new", "other", "dismiss"


class Decision(forms.Form):
    """What is decided of one proposal: a known record by its key, another one, a new one, none; or later."""

    choice = forms.CharField(required=False)

    def __init__(self, proposal, link, user, data=None):
        super().__init__(data, prefix=f"{link._meta.model_name}-{link.pk}")
        self.proposal, self.link, self.user = proposal, link, user
        self.may_change = user.has_perm(self.change) and policy.may_change(user, link.article)
        self.may_create = user.has_perm(self.add)

    @property
    def chosen(self) -> str:
        return self.data.get(self.add_prefix("choice"), LATER) if self.is_bound else LATER

    def decide(self):
        """Carry it out; Refused or ValidationError in words."""
        choice = self.cleaned_data["choice"]
        if not self.may_change or (choice == NEW and not self.may_create):
            raise confirming.Refused(_("You may not do this."))
        if choice == DISMISS:
            article = self.link.article
            people_bin.discard(self.link)
            article.note_links_decided()
        elif choice == NEW:
            self.confirm(self.link, self.create())
        elif choice == OTHER:
            self.confirm(self.link, self.chosen_other())
        else:
            self.confirm(self.link, self.known(choice))

    def known(self, key):
        record = self.records.filter(pk=key).first() if key.isdecimal() else None
        if record is None:
            raise confirming.Refused(_("Choose which one."))
        return record

    def chosen_other(self):
        if not self.cleaned_data.get("other"):
            raise confirming.Refused(_("Choose which one."))
        return self.cleaned_data["other"]


class PersonDecision(Decision):
    change, add = "articles.change_mention", "people.add_person"
    records = Person.objects
    confirm = staticmethod(confirming.confirm_person)

    note = forms.CharField(
        label=gettext_lazy("note that tells namesakes apart"), required=False, max_length=50
    )
    other = forms.ModelChoiceField(
        Person.objects.all(),
        label=gettext_lazy("another person"),
        required=False,
        widget=AutocompleteSelect(
            Mention._meta.get_field("person"),
            admin_site,
            attrs={"aria-label": gettext_lazy("another person")},
        ),
    )

    def create(self):
        return confirming.create_person(self.link.name, self.cleaned_data["note"])


class EventDecision(Decision):
    change, add = "articles.change_coverage", "articles.add_event"
    records = Event.objects
    confirm = staticmethod(confirming.confirm_event)

    name = forms.CharField(label=gettext_lazy("name"), required=False, max_length=100)
    start = forms.CharField(label=gettext_lazy("date"), required=False, max_length=10)
    kind = forms.ChoiceField(label=gettext_lazy("kind"), choices=Event.Kind, required=False)
    other = forms.ModelChoiceField(
        Event.objects.all(),
        label=gettext_lazy("another event"),
        required=False,
        widget=AutocompleteSelect(
            Coverage._meta.get_field("event"),
            admin_site,
            attrs={"aria-label": gettext_lazy("another event")},
        ),
    )

    def __init__(self, proposal, link, user, data=None):
        super().__init__(proposal, link, user, data)
        self.initial = {
            "name": link.name,
            "start": link.date,
            "kind": confirming.kind_of(link.name),
        }

    def create(self):
        data = self.cleaned_data
        name, kind = data["name"] or self.link.name, data["kind"] or Event.Kind.OTHER
        return confirming.create_event(name, data["start"], kind)


@require_http_methods(["GET", "HEAD", "POST"])
def of_page(request, admin, pk):
    page = get_object_or_404(PrintPage, pk=pk)
    return decide(request, admin, page.articles.order_by("page_order", "pk"), page=page)


@require_http_methods(["GET", "HEAD", "POST"])
def of_article(request, admin, pk):
    article = get_object_or_404(Article.objects.select_related("page"), pk=pk)
    if request.method == "POST" and "look" in request.POST:
        look_into(request, article)
        return redirect(request.path)
    return decide(request, admin, Article.objects.filter(pk=pk), article=article)


def look_into(request, article):
    """Read the text of the story for persons and events."""
    if not may_look(request.user, article):
        raise PermissionDenied
    reason = _("persons and events proposed from the text")
    with versions.keeping([article], by=request.user, reason=reason):
        count = propose_from_text(article)
    if count:
        words = _("%(count)d persons and events of the text are proposed below.")
        messages.success(request, words % {"count": count})
    else:
        messages.info(request, _("The text names nobody and no event that is not listed yet."))


def decide(request, admin, articles, page=None, article=None):
    if not request.user.has_perm("articles.view_mention"):
        raise PermissionDenied
    if request.method == "POST" and "all" in request.POST:
        confirm_all(request, articles)
        return redirect(request.path)
    forms_ = decisions(request, articles)
    if request.method == "POST":
        back = bring_back(request, articles)
        if carry_out(request, forms_) and back:
            return redirect(request.path)
        forms_ = [form for form in forms_ if form.chosen in (LATER, "") or form.errors]
    stories = by_story(request, articles, forms_)
    context = {
        **admin.admin_site.each_context(request),
        "opts": admin.opts,
        "title": _("Persons and events to confirm"),
        "page": page,
        "article": article,
        "may_look": article and may_look(request.user, article),
        "stories": stories,
        "may_bring_back": any(each["dismissed"] and each["may_bring_back"] for each in stories),
        "exact": sum(form.proposal.is_exact and form.may_change for form in forms_),
        "open": len(forms_),
        "media": admin.media + PersonDecision.base_fields["other"].widget.media,
    }
    return TemplateResponse(request, "admin/articles/printpage/proposals.html", context)


def decisions(request, articles) -> list[Decision]:
    data = request.POST if request.method == "POST" else None
    people = confirming.person_proposals(articles)
    events = confirming.event_proposals(articles)
    return [PersonDecision(each, each.mention, request.user, data) for each in people] + [
        EventDecision(each, each.coverage, request.user, data) for each in events
    ]


def by_story(request, articles, decided) -> list[dict]:
    gone = dismissed(articles)
    return [
        {
            "article": article,
            "people": of(decided, PersonDecision, article),
            "events": of(decided, EventDecision, article),
            "done": [*article.mentions.confirmed(), *article.coverages.confirmed()],
            "dismissed": [each for each in gone if article_of(each) == article.pk],
            "may_bring_back": may_look(request.user, article),
        }
        for article in articles
    ]


def of(decided, form_class, article) -> list[Decision]:
    return [
        form
        for form in decided
        if isinstance(form, form_class) and form.link.article_id == article.pk
    ]


def confirm_all(request, articles):
    """Only in the stories that the user may change."""
    if not request.user.has_perms(DECIDE):
        raise PermissionDenied
    mine = [article.pk for article in articles if policy.may_change(request.user, article)]
    stories = Article.objects.filter(pk__in=mine)
    every = confirming.undecided(stories)
    with versions.keeping(stories, by=request.user, reason=_("persons and events confirmed")):
        count = confirming.confirm_exact(stories)
    say_confirmed(request, count, every)


def say_confirmed(request, count, every):
    figures = {"count": count, "every": every, "left": every - count}
    if figures["left"]:
        words = _("%(count)d of %(every)d confirmed; decide about the other %(left)d below.")
    else:
        words = _("All %(every)d confirmed.")
    messages.success(request, words % figures)


def carry_out(request, decided) -> bool:
    """Carry out what was decided; what cannot be done stays on the page with the reason."""
    chosen = [form for form in decided if form.chosen not in (LATER, "")]
    stories = {form.link.article for form in chosen if form.may_change}
    with versions.keeping(stories, by=request.user, reason=_("persons and events decided")):
        done = [form for form in chosen if carried_out(form)]
    if done:
        words = ngettext("%(count)d decided.", "%(count)d decided.", len(done))
        messages.success(request, words % {"count": len(done)})
    if gone := [
        f"{form.link.name}（{form.link.article}）" for form in done if form.chosen == DISMISS
    ]:
        words = _("Dismissed: %(names)s. They stand below, to be brought back.")
        messages.info(request, words % {"names": "、".join(gone)})
    return len(done) == len(chosen)


def carried_out(form) -> bool:
    if not form.is_valid():
        return False
    try:
        with transaction.atomic():
            form.decide()
    except confirming.Refused as refusal:
        form.add_error(None, str(refusal))
    except ValidationError as error:
        form.add_error(None, error.messages)
    return form.is_valid()
