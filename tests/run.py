"""The whole suite: on SQLite, on PostgreSQL, in Chromium. What could not run is said, with what would help.

With NEWSDESK_REQUIRE_ALL=1 a test that was not run counts as a failure.
"""

import os
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path
from xml.etree import ElementTree

import psycopg

HERE = Path(__file__).resolve().parent.parent
PYTEST = [sys.executable, "-m", "pytest", "-q", "-n", "2"]
# A database name of this folder's own, so that two clones can test at once.
OWN_NAME = f"newsdesk_{zlib.crc32(str(HERE).encode()):08x}"
# libpq's own way (socket, PGHOST, PGUSER, ~/.pgpass) first, then this machine's port.
POSTGRES = [f"postgres:///{OWN_NAME}", f"postgres://127.0.0.1:5432/{OWN_NAME}"]
POSTGRES_HELP = (
    "apt install postgresql && sudo -u postgres createuser --createdb $USER, "
    "or name one: make test TEST_DATABASE_URL=postgres://user:password@host/name"
)


class Tally:
    """What the runs came to; `left_out` maps what was not run to what would help."""

    def __init__(self):
        self.passed = self.failed = 0
        self.left_out: list[str] = []

    def add(self, name: str, report: Path, code: int):
        cases = list(ElementTree.parse(report).iter("testcase")) if report.exists() else []  # noqa: S314
        bad = [
            case
            for case in cases
            if case.find("failure") is not None or case.find("error") is not None
        ]
        skipped = [case for case in cases if case.find("skipped") is not None]
        self.failed += len(bad)
        self.passed += len(cases) - len(bad) - len(skipped)
        if code and not bad:
            self.failed += 1
            print(f"{name}: pytest ended with {code}")
        for reason in sorted({case.find("skipped").get("message") for case in skipped}):
            number = sum(case.find("skipped").get("message") == reason for case in skipped)
            if not reason.startswith("only on "):
                self.left_out.append(f"{name}: {number} tests, {reason}")

    def close(self) -> int:
        if self.left_out:
            print("\n" + "!" * 30 + " NOT RUN " + "!" * 30, *self.left_out, "!" * 69, sep="\n")
            if os.environ.get("NEWSDESK_REQUIRE_ALL"):
                print("NEWSDESK_REQUIRE_ALL is set: what was not run has failed.")
                self.failed += len(self.left_out)
        print(f"{self.passed} passed, {self.failed} failed")
        return 1 if self.failed else 0


def run(tally: Tally, name: str, marker: str, database: str = ""):
    print(f"\n=== {name}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        command = [*PYTEST, "-m", marker, f"--junitxml={report}"]
        done = subprocess.run(
            command, cwd=HERE, env=os.environ | {"TEST_DATABASE_URL": database}, check=False
        )
        tally.add(name, report, done.returncode)


def why_not(url: str) -> str:
    """Why the tests cannot use this PostgreSQL; empty when they can."""
    try:
        with psycopg.connect(url, dbname="postgres", connect_timeout=3) as connection:
            query = "select rolcreatedb or rolsuper from pg_roles where rolname = current_user"
            allowed = connection.execute(query).fetchone()[0]
    except psycopg.OperationalError as error:
        return str(error).splitlines()[0]
    return "" if allowed else "this user may not create databases"


def main() -> int:
    tally = Tally()
    run(tally, "SQLite", "not browser")
    given = os.environ.get("TEST_DATABASE_URL")
    reasons = {url: why_not(url) for url in ([given] if given else POSTGRES)}
    usable = next((url for url, reason in reasons.items() if not reason), None)
    if usable:
        run(tally, "PostgreSQL", "not browser", usable)
    else:
        reason = "; ".join(reasons.values())
        tally.left_out.append(
            f"PostgreSQL: none could be used ({reason}). Enable it: {POSTGRES_HELP}"
        )
    run(tally, "Chromium", "browser")
    return tally.close()


if __name__ == "__main__":
    sys.exit(main())
