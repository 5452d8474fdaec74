"""The project keeps its own promises: requirements, what git holds, and the ground the tests stand on."""

import json
import os
import re
import socket
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
PIN = re.compile(r"^(?P<name>[\w.-]+)(?:\[.*\])?==(?P<version>[^ ;]+)", re.MULTILINE)


def pins(name: str) -> dict[str, str]:
    text = (ROOT / name).read_text()
    return {canonicalize_name(found["name"]): found["version"] for found in PIN.finditer(text)}


def unmet(wanted: list[str], pinned: dict[str, str]) -> list[str]:
    asked = map(Requirement, wanted)
    found = [(each, pinned.get(canonicalize_name(each.name))) for each in asked]
    return [str(each) for each, pin in found if not pin or not each.specifier.contains(pin)]


def test_requirements_hold_everything_that_pyproject_asks_for():
    assert unmet(PROJECT["dependencies"], pins("requirements.txt")) == []


def test_development_requirements_hold_everything_that_pyproject_asks_for():
    wanted = PROJECT["dependencies"] + PROJECT["optional-dependencies"]["dev"]
    assert unmet(wanted, pins("requirements-dev.txt")) == []


def test_development_uses_the_versions_that_the_site_uses():
    development = pins("requirements-dev.txt")
    assert {name: development[name] for name in pins("requirements.txt")} == pins(
        "requirements.txt"
    )


def test_a_missing_or_outgrown_pin_is_noticed():
    assert unmet(["Django>=5.2,<5.3", "nh3"], {"django": "5.1.4"}) == ["Django<5.3,>=5.2", "nh3"]


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_each_requirement_has_a_hash_and_no_address(name):
    text = (ROOT / name).read_text()
    entries = re.findall(r"^[\w.-]+.*?(?=^[\w.-]|\Z)", text, re.MULTILINE | re.DOTALL)
    assert entries
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []
    assert not re.search(r"://|file:|^-|@ ", text, re.MULTILINE)


def test_every_dependency_has_a_line_that_says_why():
    record = (ROOT / "docs/decisions/dependencies.md").read_text().lower()
    wanted = PROJECT["dependencies"] + PROJECT["optional-dependencies"]["dev"]
    names = [Requirement(line).name.lower() for line in wanted]
    assert [name for name in names if f"| {name}" not in record] == []


def test_tests_cannot_reach_other_machines():
    with (
        socket.socket() as outside,
        pytest.raises(OSError, match=r"may not connect to 192\.0\.2\.1"),
    ):
        outside.connect(("192.0.2.1", 80))


def test_tests_can_reach_this_machine():
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()


def test_files_of_a_test_stay_in_its_folder(settings, tmp_path):
    assert Path(settings.MEDIA_ROOT).is_relative_to(tmp_path)
    assert Path(settings.STORAGES["private"]["OPTIONS"]["location"]).is_relative_to(tmp_path)


def test_every_setting_from_the_environment_is_named_in_the_readme():
    asked = re.findall(r'env\.\w+\("(\w+)"', (ROOT / "newsdesk" / "settings.py").read_text())
    named = set(re.findall(r"\b[A-Z][A-Z_]{3,}\b", (ROOT / "README.md").read_text()))
    assert len(asked) > 20
    assert [name for name in asked if name not in named] == []


def manage(*arguments, **environment):
    """manage.py as somebody runs it whose environment says nothing of this project."""
    command = [sys.executable, "manage.py", *arguments]
    clean = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8"} | environment
    return subprocess.run(command, cwd=ROOT, env=clean, capture_output=True, text=True, check=False)


def test_a_missing_secret_is_named_in_words(tmp_path):
    done = manage("check")
    assert done.returncode != 0
    assert "请设置 SECRET_KEY" in done.stderr


def test_a_page_is_read_on_the_command_line_without_any_setting(tmp_path):
    page = "articles/samples/maoming-20240127.txt"
    database = f"sqlite:///{tmp_path}/none.sqlite3"
    done = manage("readpage", page, "--date", "2024-01-27", "--json", DATABASE_URL=database)
    assert [story["headline"] for story in json.loads(done.stdout)["stories"]][0] == (
        "劳模工匠欢聚一堂话发展"
    )


def test_one_app_alone_can_be_migrated_before_the_others(tmp_path):
    database = f"sqlite:///{tmp_path}/new.sqlite3"
    done = manage("migrate", "people", DATABASE_URL=database, DEBUG="1")
    assert done.returncode == 0, done.stderr


def test_no_command_of_the_makefile_is_taken_for_a_file():
    """`make bench` did nothing: there is a folder of that name."""
    text = (ROOT / "Makefile").read_text()
    commands = set(re.findall(r"^([a-z]+):.*## ", text, re.MULTILINE))
    phony = re.search(r"^\.PHONY: (.*)$", text, re.MULTILINE)[1].split()
    assert commands - set(phony) == set()


@pytest.mark.parametrize(
    ("lines", "environment", "debug"),
    [
        ("", {}, "1"),
        ("DATABASE_URL=postgres:///news\n", {}, "1"),
        ("SECRET_KEY=secret\n", {}, ""),
        (" export DEBUG = 0\n", {}, ""),
        ("", {"SECRET_KEY": "secret"}, ""),
        ("SECRET_KEY=secret\n", {"DEBUG": "1"}, "1"),
    ],
)
def test_make_turns_debug_on_but_never_over_a_real_sites_settings(
    tmp_path, lines, environment, debug
):
    """With DEBUG comes the demo, whose accounts everybody knows."""
    (tmp_path / "Makefile").write_text((ROOT / "Makefile").read_text())
    (tmp_path / ".env").write_text(lines)
    show = ["make", "-s", "-C", str(tmp_path), "--eval", 'show: ; @echo "$$DEBUG"', "show"]
    environment = {"PATH": os.environ["PATH"]} | environment
    shown = subprocess.run(show, env=environment, capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == debug
