"""What finding a page of a list costs, by kind of list: the least of several turns, in milliseconds.

DATABASE_URL=… python bench/lists.py          # on a database that `make bench` filled
DATABASE_URL=… python bench/lists.py plans    # how the database finds them
"""

import os
import sys
import time
from pathlib import Path

import django

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsdesk.settings")
os.environ["DEBUG"] = "0"
os.environ.setdefault("SECRET_KEY", "only to measure")
django.setup()

from django.db import connection  # noqa: E402
from django.db.models import Count, Max  # noqa: E402

from articles import models as a  # noqa: E402
from articles.lists.finding import Stories  # noqa: E402
from articles.lists.paging import PER_PAGE  # noqa: E402
from people.models import Person  # noqa: E402

TURNS = 15


def lists() -> dict:
    """The busiest of each kind, a rare person, and some of them together."""
    busy = {
        "person": first(a.Mention, "person"),
        "event": first(a.Coverage, "event"),
        "organization": first(a.OrganizationMention, "organization"),
        "reporter": first(a.Byline, "person"),
        "tag": first(a.TaggedArticle, "tag"),
        "section": first(a.Article, "section"),
        "publication": first(a.Article, "publication"),
    }
    rare = a.Mention.objects.filter(person__isnull=False).aggregate(Max("person"))["person__max"]
    both = {"person": busy["person"], "section": busy["section"]}
    year = str(a.Article.objects.order_by("public_from").first().public_from.year + 5)
    return {
        "all": {},
        "year": {"date": year},
        **{name: {name: record} for name, record in busy.items()},
        "rare person": {"person": Person.objects.get(pk=rare)},
        "person+section": both,
        "person+event+section": both | {"event": busy["event"]},
        "rare person+section": both | {"person": Person.objects.get(pk=rare)},
        "person+tag+reporter": {name: busy[name] for name in ("person", "tag", "reporter")},
        "person+year": {"person": busy["person"], "date": year},
    }


def first(model, field):
    rows = model.objects.published().filter(**{f"{field}__isnull": False})
    key = rows.order_by().values(field).annotate(many=Count("pk")).order_by("-many")[0][field]
    return model._meta.get_field(field).related_model.objects.get(pk=key)


def least(turn) -> float:
    times = []
    for _turn in range(TURNS):
        begun = time.perf_counter()
        turn()
        times.append(time.perf_counter() - begun)
    return 1000 * min(times)


def deep(chosen):
    """The place of the last story of page 100, or of the last page."""
    places = Stories(**chosen).places(2000)
    return places[-1] if places else None


def measure():
    print("| list | page 1 | page 50 | beyond, by place | counted to 1,000 |")  # noqa: T201
    print("|---|--:|--:|--:|--:|")  # noqa: T201
    for name, chosen in lists().items():
        place = deep(chosen)
        times = [
            least(lambda chosen=chosen: Stories(**chosen).places(PER_PAGE + 1)),
            least(
                lambda chosen=chosen: Stories(**chosen).places(PER_PAGE + 1, first=49 * PER_PAGE)
            ),
            least(
                lambda chosen=chosen, place=place: Stories(**chosen).places(
                    PER_PAGE + 1, before=place
                )
            ),
            least(lambda chosen=chosen: Stories(**chosen).count(1001)),
        ]
        print(f"| {name} | " + " | ".join(f"{each:.1f}" for each in times) + " |")  # noqa: T201


def show_plans():
    for name, chosen in lists().items():
        stories = Stories(**chosen)
        for ties in stories.led_by:
            print(f"\n{name}\n{stories._index(ties, 21)[: PER_PAGE + 1].explain()}")  # noqa: T201


if __name__ == "__main__":
    print(connection.vendor, a.Article.objects.count(), "stories")  # noqa: T201
    show_plans() if sys.argv[1:] == ["plans"] else measure()
