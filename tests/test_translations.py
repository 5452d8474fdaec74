"""The interface is Chinese throughout: every text is translated, and what is compiled is current."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest

ROOT = Path(__file__).resolve().parent.parent
FOLDER = "newsdesk/locale/zh_Hans/LC_MESSAGES"
PO = ROOT / FOLDER / "django.po"
SOURCES = ("newsdesk", "people", "articles", "templates", "static", "manage.py")

needs_gettext = pytest.mark.skipif(
    not shutil.which("msgfmt"), reason="needs gettext: apt install gettext"
)


def identity(entry) -> tuple[str | None, str]:
    return entry.msgctxt, entry.msgid


def gaps(catalogue) -> list[str]:
    """Texts without a finished translation."""
    return [entry.msgid for entry in catalogue if not entry.obsolete and not entry.translated()]


def test_every_text_is_translated():
    assert gaps(polib.pofile(str(PO))) == []


def test_an_unfinished_translation_is_seen():
    catalogue = polib.pofile(
        'msgid "a"\nmsgstr ""\n\n#, fuzzy\nmsgid "b"\nmsgstr "乙"\n\nmsgid "c"\nmsgstr "丙"\n'
    )
    assert gaps(catalogue) == ["a", "b"]


def test_compiled_translations_are_current():
    def texts(catalogue):
        return {
            identity(entry): entry.msgstr or entry.msgstr_plural
            for entry in catalogue
            if not entry.obsolete
        }

    assert texts(polib.mofile(str(PO.with_suffix(".mo")))) == texts(polib.pofile(str(PO)))


@needs_gettext
def test_every_text_of_the_code_is_in_the_catalogue(tmp_path):
    for here in filter(Path.exists, map(ROOT.joinpath, SOURCES)):
        place = tmp_path / here.name
        shutil.copytree(here, place) if here.is_dir() else shutil.copy(here, place)
    (tmp_path / FOLDER / "django.po").unlink()
    command = [
        sys.executable,
        "manage.py",
        "makemessages",
        "-l",
        "zh_Hans",
        "--no-location",
        "--no-wrap",
    ]
    subprocess.run(
        command,
        cwd=tmp_path,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "newsdesk.settings"},
        check=True,
        capture_output=True,
    )
    fresh = polib.pofile(str(tmp_path / FOLDER / "django.po"))
    assert len(fresh) > 0
    assert {*map(identity, fresh)} == {
        identity(entry) for entry in polib.pofile(str(PO)) if not entry.obsolete
    }


@needs_gettext
def test_translations_keep_the_placeholders(tmp_path):
    command = ["msgfmt", "--check-format", "-o", str(tmp_path / "django.mo"), str(PO)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
