"""The figures: bench/results.json, a list with one object for each size and database; and the table in the docs."""

import json
import os
import platform
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "bench" / "results.json"
DOCS = ROOT / "docs" / "performance.md"
BEGIN, END = "<!-- measured by make bench: begin -->", "<!-- measured by make bench: end -->"
HEAD = """\
| page | uncached/s | of bare | p50 ms | p99 ms | cached/s | of bare |
|---|--:|--:|--:|--:|--:|--:|"""


def machine() -> str:
    cpu = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    memory = re.search(r"MemTotal:\s*(\d+)", Path("/proc/meminfo").read_text())
    return (
        f"{os.cpu_count()} × {cpu[1] if cpu else platform.machine()},"
        f" {int(memory[1]) // 1024**2} GB, Python {platform.python_version()}"
    )


def keep(entry: dict):
    """In the place of an older one of the same size and database."""
    entries = json.loads(RESULTS.read_text()) if RESULTS.exists() else []
    older = [each for each in entries if place(each) == place(entry)]
    if entry["import_per_second"] is None and older:
        entry["import_per_second"] = older[0]["import_per_second"]
    entries = [each for each in entries if place(each) != place(entry)] + [entry]
    entries.sort(key=place)
    RESULTS.write_text(json.dumps(entries, ensure_ascii=False, indent=1) + "\n")
    text = DOCS.read_text()
    before, after = text.partition(BEGIN)[0], text.partition(END)[2]
    DOCS.write_text("\n".join([before + BEGIN, *map(lines, entries), "", END + after]))


def place(entry) -> tuple:
    return entry["stories"], entry["database"]


def lines(entry: dict) -> str:
    loaded = entry["import_per_second"]
    about = f"{entry['machine']}. A worker: {entry['worker_mb']} MB."
    if loaded:
        about += f" Imported: {loaded:,.0f} stories/s."
    rows = [row(page) for page in entry["pages"]]
    return "\n".join(
        [f"\n### {entry['stories']:,} stories, {entry['database']}\n", about, "", HEAD, *rows]
    )


def row(page: dict) -> str:
    figures = [
        page["page"],
        f"{page['uncached_rps']:,.0f}",
        f"{page['uncached_of_bare']:.3f}",
        f"{page['p50_ms']:.1f}",
        f"{page['p99_ms']:.1f}",
        f"{page['cached_rps']:,.0f}",
        f"{page['cached_of_bare']:.2f}",
    ]
    return f"| {' | '.join(figures)} |"
