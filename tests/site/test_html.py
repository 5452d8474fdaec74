"""Every kind of page holds to the HTML standard, by the Nu HTML checker."""

import pytest

from tests import html_checker

pytestmark = pytest.mark.django_db


@pytest.fixture
def checked(tmp_path):
    """Say what the checker finds in these texts, each a page under its name."""
    if reason := html_checker.why_not():
        pytest.skip(reason)

    def faults(pages: dict[str, str]) -> list[str]:
        for number, text in enumerate(pages.values()):
            (tmp_path / f"{number}.html").write_text(text, encoding="utf-8")
        names = dict(enumerate(pages))
        found = html_checker.faults(tmp_path)
        return [f"{name_of(line, names)} {line}" for line in found]

    return faults


def name_of(line: str, names: dict[int, str]) -> str:
    number = line.partition(".html")[0].rpartition("/")[2]
    return names.get(int(number), "") if number.isdecimal() else ""


def test_every_page_is_valid_html(client, paper, checked):
    pages = {address: client.get(address).content.decode() for address in paper.addresses}
    assert checked(pages) == []


def test_a_fault_is_found_and_its_page_named(checked):
    page = '<!doctype html><html lang="zh"><title>题</title><p>一<img src="a.png"></html>'
    (fault,) = checked({"/x/": page})
    assert fault.startswith("/x/")
    assert "alt" in fault
