"""A database for each size, filled once through the import and used again."""

import time
from pathlib import Path

import psycopg

from bench.archive import lines
from bench.server import inside, manage

DATA = Path(__file__).resolve().parent / "data"


def address(database: str, stories: int) -> str:
    if database == "sqlite":
        DATA.mkdir(exist_ok=True)
        return f"sqlite:///{DATA / f'{stories}.sqlite3'}"
    name = f"newsdesk_bench_{stories}"
    with psycopg.connect("postgresql:///postgres", autocommit=True) as server:
        if not server.execute("select 1 from pg_database where datname = %s", [name]).fetchone():
            server.execute(f"create database {name} template template0 encoding 'UTF8'")
    return f"postgres:///{name}"


def load(stories: int, environment) -> float | None:
    """Stories in a second; None where most were there already."""
    manage(environment, "migrate", "--verbosity", "0")
    manage(environment, "collectstatic", "--no-input", "--verbosity", "0")
    there = inside(environment, "loaded")
    if there == stories:
        manage(environment, "reindex")  # what was loaded under an older index
        return None
    inside(environment, "officials")
    started = time.monotonic()
    options = ["--archive", "bench", "--nobody", "--make-sections", "--no-index"]
    manage(environment, "importarticles", str(archive(stories)), *options)
    took = time.monotonic() - started
    manage(environment, "reindex")
    inside(environment, "settle")
    return None if there else round(stories / took, 1)


def archive(stories: int) -> Path:
    file = DATA / f"{stories}.jsonl"
    if not file.exists():
        DATA.mkdir(exist_ok=True)
        half = file.with_suffix(".half")
        with half.open("w") as written:
            written.writelines(f"{line}\n" for line in lines(stories))
        half.rename(file)
    return file


def addresses(environment) -> dict[str, list[str]]:
    return {"bare": ["/bare/"]} | inside(environment, "addresses")
