"""Measure search in the database: DATABASE_URL=… python bench/search.py --stories 100000

Makes the stories that are missing (the same ones every time, see tests/stories.py), indexes them, and prints for each
kind of query how long the first page and the count to 1,000 take within the database: of each query the least of several
rounds, of the queries the median and (the worst). Use a database of its own, after `manage.py migrate`.
"""
# ruff: noqa: T201

import argparse
import os
import sys
import time
from pathlib import Path

import django

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ["DJANGO_SETTINGS_MODULE"] = "newsdesk.settings"
os.environ.setdefault("DEBUG", "1")
django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from articles.lists.finding import Stories  # noqa: E402
from articles.lists.ranking import Ranked  # noqa: E402
from articles.lists.rows import stories_of  # noqa: E402
from articles.models import Article  # noqa: E402
from tests.stories import story  # noqa: E402

BATCH = 1000
QUERIES = {
    "1, common": ["市", "会", "工"],
    "1, rare": ["珺", "嵘", "奕"],
    "2, common": ["总工", "职工", "技能", "活动"],
    "2, middling": ["农民", "护士", "台风", "马拉"],
    "2, rare": ["珺嵘", "魏翊", "丁蓓", "澜煜"],
    "4, common": ["市总工会", "技能竞赛", "工匠精神", "劳动竞赛"],
    "4, rare": ["丁奕筠说", "魏翊澜说", "马拉松赛"],
    "two terms": ["职工 技能", "台风 抢修", "王强 护士", "工会 马拉松"],
    "exclusion": ["职工 -技能", "台风 -抢修", "护士 -医院"],
}


def make(wanted):
    there = Article.objects.count()
    for start in range(there, wanted, BATCH):
        Article.objects.bulk_create(
            story(number) for number in range(start, min(start + BATCH, wanted))
        )
        print(f"\r{start} stories", end="", file=sys.stderr)
    began = time.perf_counter()
    call_command("reindex")
    print(f"indexed in {time.perf_counter() - began:.0f} s", file=sys.stderr)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE articles_article, articles_searchentry")


def page(words):
    ranked = Ranked(lambda where: Stories(q=words, where=where))
    return stories_of([place.pk for place in ranked.places(21)])


def count(words):
    return Stories(q=words).count(1001)


class Spent:
    """Milliseconds of the database's own work: as PostgreSQL says, or of the processor where SQLite is a part of us."""

    total = 0.0

    def __call__(self, execute, sql, params, *more):
        if connection.vendor == "postgresql" and sql.startswith("SELECT"):
            self.total += explained(sql, params)
        began = time.process_time()
        try:
            return execute(sql, params, *more)
        finally:
            if connection.vendor == "sqlite":
                self.total += (time.process_time() - began) * 1000


def explained(sql, params) -> float:
    with connection.connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) {sql}", params)
        (plan,) = cursor.fetchone()[0]
    return plan["Planning Time"] + plan["Execution Time"]


def timed(function, words) -> float:
    spent = Spent()
    with connection.execute_wrapper(spent):
        function(words)
    return spent.total


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stories", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    make(options.stories)
    print(f"{connection.vendor}, {Article.objects.count()} stories: milliseconds in the database")
    print("| query | first page | count to 1,000 | found |")
    print("|---|---|---|---|")
    for kind, queries in QUERIES.items():
        cells = [kind]
        for function in (page, count):
            least = [
                min(timed(function, words) for _ in range(options.rounds)) for words in queries
            ]
            cells.append(f"{sorted(least)[len(least) // 2]:.1f} ({max(least):.1f})")
        found = ", ".join(str(count(words)) for words in queries)
        print(f"| {' | '.join([*cells, found])} |")


main()
