"""People, events and the empty fields beside a story's text: filled from what the text says, decided by the editor.

Every save proposes; 识别 reads what is typed and not saved; 全部确认 saves and confirms what is certain.
"""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from articles.linking import confirming, suggesting, written
from articles.linking.candidates import Events, Persons
from articles.linking.confirming import day_of
from articles.linking.dismissed import dismiss_unsaved, names_removed
from articles.linking.proposing import propose_from_text
from articles.linking.suggesting import described
from articles.models import Article, Coverage, Mention
from newsdesk.held import answers_itself
from newsdesk.text import normalise_name

from .dismissed import may_look
from .new_records import new_event, new_person
from .proposals import say_confirmed
from .typed import Typed, dismissed_field

CONFIRM_ALL = "_confirm_all"
PROPOSED = (Mention, Coverage)


class Links:
    """For the article's admin."""

    def get_urls(self):
        def at(route, view, name):
            return path(route, view, name=f"articles_article_{name}")

        recognise = answers_itself(require_POST(never_cache(self.recognise_view)))
        return [
            at("add/recognise/", recognise, "add_recognise"),
            at("<int:pk>/recognise/", recognise, "recognise"),
            at("new-person/", self.admin_site.admin_view(new_person), "new_person"),
            at("new-event/", self.admin_site.admin_view(new_event), "new_event"),
            *super().get_urls(),
        ]

    def recognise_view(self, request, pk=None):
        """What the text of a form names, saved or not; asked by a script, which puts it into the form."""
        if not self.admin_site.has_permission(request):
            return JsonResponse({"state": "login"}, status=401)
        article = get_object_or_404(Article, pk=pk) if pk else None
        if not self._may_type(request, article):
            raise PermissionDenied
        return JsonResponse(recognised(Typed(request.POST), request.user, article))

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        article = form.instance
        for model in PROPOSED:
            for name in request.POST.getlist(dismissed_field(model))[:100]:
                most = model._meta.get_field("name").max_length
                dismiss_unsaved(article, model, normalise_name(name)[:most])
        propose_from_text(article)
        if CONFIRM_ALL in request.POST and may_look(request.user, article):
            stories = Article.objects.filter(pk=article.pk)
            every = confirming.undecided(stories)
            say_confirmed(request, confirming.confirm_exact(stories), every)

    def response_add(self, request, obj, post_url_continue=None):
        return self._stay(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request, obj):
        return self._stay(request, obj) or super().response_change(request, obj)

    def _stay(self, request, article):
        """全部确认 leads back to the rest."""
        if CONFIRM_ALL not in request.POST:
            return None
        address = reverse("admin:articles_article_change", args=[article.pk])
        return HttpResponseRedirect(f"{address}#links")

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj is None or self.has_change_permission(request, obj):
            context["links"] = self.links(request, obj)
            context["dismissed"] = dismissed_in(request)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def links(self, request, article) -> dict:
        """For the page's script."""
        name = "recognise" if article else "add_recognise"
        found = {
            "url": reverse(f"admin:articles_article_{name}", args=[article.pk] if article else []),
            "article": article.pk if article else "",
            "new": {
                "mentions": reverse("admin:articles_article_new_person"),
                "coverages": reverse("admin:articles_article_new_event"),
            },
        }
        return found | (stored(article, request.user) if article else EMPTY)


def dismissed_in(request) -> list[tuple[str, str]]:
    """(field, name) of what was turned down in a form that comes back, unsaved or refused."""
    kept = getattr(request, "kept", None)
    fields = kept.fields if kept else request.POST
    names = map(dismissed_field, PROPOSED)
    return [(name, value) for name in names for value in fields.getlist(name)]


EMPTY = {"mentions": [], "coverages": [], "suggestions": {}, "bylines": []}


def stored(article, user) -> dict:
    """The proposals of a story with whom they may mean, and what its empty fields could hold."""
    text = written.of_article(article)
    rows, coverages = list(article.mentions.all()), list(article.coverages.all())
    asked = [row for row in rows if not row.confirmed]
    events = [row for row in coverages if not row.confirmed]
    taken = {row.person_id for row in rows if row.confirmed}
    taken_events = {row.event_id for row in coverages if row.confirmed}
    return {
        "mentions": persons([(row.pk, row.order, row.name, row.title) for row in asked], day_of(article), taken),
        "coverages": of_events([(row.pk, row.order, row.name, row.date) for row in events], taken_events),
        **fields(text, user, taken_events - {None}, article.bylines.values_list("person", flat=True), article),
    }  # fmt: skip


def recognised(typed, user, article) -> dict:
    """Of what is typed: whom and what it names that no row of the form lists and nobody took out."""
    text = typed.written(article)
    told = written.read(text)
    gone = {model: typed.dismissed(model) for model in PROPOSED}
    for model, names in names_removed(article).items() if article else ():
        gone[model] |= names
    listed = {row["name"] for row in typed.mentions} | gone[Mention]
    named = {row["name"] for row in typed.coverages} | gone[Coverage]
    people = [
        ("", order, name, each.title)
        for order, each in enumerate(told.people)
        if (name := normalise_name(each.name)) not in listed
    ]
    events = [
        ("", order, each.name, each.date)
        for order, each in enumerate(told.events)
        if not any(name in each.name or each.name in name for name in named - {""})
    ]
    taken, taken_events = typed.keys("mentions", "person"), typed.keys("coverages", "event")
    found = persons(people, text.day, taken)
    return {
        "mentions": [each for each in found if not each["taken"]],
        "coverages": of_events(events, taken_events),
        **fields(text, user, taken_events, typed.keys("bylines", "person"), article),
    }


def persons(rows, day, taken) -> list[dict]:
    known = Persons([name for _key, _order, name, _title in rows], day)
    found = []
    for key, order, name, title in rows:
        match = known.match(name, title)
        is_taken = bool(match.person) and match.person.pk in taken
        found.append(
            {
                "id": key,
                "order": order,
                "name": name,
                "title": title,
                "reason": match.reason,
                "exact": match.exact and not is_taken,
                "taken": is_taken,
                "record": described(match.person),
                "candidates": known.of(name),
            }
        )
    return found


def of_events(rows, taken) -> list[dict]:
    known = Events([(name, day) for _key, _order, name, day in rows])
    found = []
    for key, order, name, day in rows:
        event, reason = known.known.of(name, day)
        event = None if event and event.pk in taken else event
        found.append(
            {
                "id": key,
                "order": order,
                "name": name,
                "date": day,
                "reason": reason,
                "exact": bool(event),
                "record": described(event),
                "candidates": known.of(name, day),
            }
        )
    return found


def fields(text, user, events, reporters, article) -> dict:
    tied = {"events": list(events), "reporters": [key for key in reporters if key]}
    found = suggesting.suggestions(text, user, article=article, **tied)
    return {
        "suggestions": {name: vars(each) for name, each in found.items()},
        "bylines": suggesting.bylines(text),
    }
