"""Measure search in the database: DATABASE_URL=… python bench/search.py --stories 100000

Makes the stories that are missing (the same ones every time, see tests/stories.py), indexes them, and prints for each
kind of query how long the first page and the count to 1,000 take. Use a database of its own, after `manage.py migrate`.
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
    return len(Article.objects.published().search(words).with_beginnings().newest_first()[:21])


def count(words):
    return Article.objects.published().search_in_no_order(words)[:1001].count()


def timed(function, words) -> float:
    began = time.perf_counter()
    function(words)
    return (time.perf_counter() - began) * 1000


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stories", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    make(options.stories)
    print(
        f"{connection.vendor}, {Article.objects.count()} stories: milliseconds, median of each query (worst)"
    )
    for kind, queries in QUERIES.items():
        line = [f"{kind:12}"]
        for function in (page, count):
            times = []
            for words in queries:
                runs = sorted(timed(function, words) for _ in range(options.rounds))
                times.append(runs[len(runs) // 2])
            line.append(
                f"{function.__name__} {sorted(times)[len(times) // 2]:7.1f} ({max(times):.1f})"
            )
        found = [count(words) for words in queries]
        print("  ".join(line), found)


main()
