"""Measures the site as it runs in production; see docs/performance.md.

    python -m bench.run --stories 10000 --databases "postgres sqlite"

What is there already is used again: the archive's file, the loaded database, and in bench/results.json the other sizes.
"""

import argparse
import sys

from bench import databases, server, table
from bench.wrk import Failed, rate

SECONDS = 5


def main():
    asked = arguments()
    for database in asked.databases.split():
        entry = measured(asked.stories, database, asked.seconds)
        table.keep(entry)
        print(table.lines(entry), flush=True)  # noqa: T201


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--stories", type=int, default=10_000)
    parser.add_argument("--databases", default="postgres sqlite")
    parser.add_argument("--seconds", type=int, default=SECONDS, help="for each measurement")
    return parser.parse_args()


def measured(stories: int, database: str, seconds: int) -> dict:
    environment = server.environment(databases.address(database, stories), stories)
    loaded = databases.load(stories, environment)
    pages = databases.addresses(environment)
    uncached, heavy = of_server(
        pages, environment | {"PAGE_CACHE": "1", "PAGE_CACHE_MEGABYTES": "0"}, seconds
    )
    cached, _heavy = of_server(pages, environment | {"PAGE_CACHE": "1"}, seconds)
    return {
        "machine": table.machine(),
        "stories": stories,
        "database": database,
        "import_per_second": loaded,
        "worker_mb": heavy,
        "pages": [
            {
                "page": page,
                "cached_rps": cached[page]["rps"],
                "uncached_rps": uncached[page]["rps"],
                "p50_ms": uncached[page]["p50_ms"],
                "p99_ms": uncached[page]["p99_ms"],
                "cached_of_bare": cached[page]["of_bare"],
                "uncached_of_bare": uncached[page]["of_bare"],
            }
            for page in pages
        ],
    }


def of_server(pages, environment, seconds) -> tuple[dict, int]:
    """Each page beside the bare view, right before and right after: the machine may have other work."""
    with server.running(environment) as (port, pid):
        found, before = {}, rate(port, pages["bare"], seconds)
        for page, addresses in pages.items():
            if page == "bare":
                found[page] = before | {"of_bare": 1.0}
                continue
            here = rate(port, addresses, seconds)
            after = rate(port, pages["bare"], max(2, seconds // 2))
            bare = (before["rps"] + after["rps"]) / 2
            found[page], before = here | {"of_bare": round(here["rps"] / bare, 4)}, after
            print(f"  {page}: {here['rps']}/s, {found[page]['of_bare']} of bare", flush=True)  # noqa: T201
        return found, server.heaviest(pid)


if __name__ == "__main__":
    try:
        main()
    except Failed as failure:
        sys.exit(f"bench: {failure}")
