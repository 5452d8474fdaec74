"""The browser of the tests works, and hears what is wrong with a page."""

import pytest
from django.urls import reverse

from tests.browser import Complaints, axe
from tests.make import make_user

pytestmark = pytest.mark.browser


@pytest.fixture
def heard(chromium, live_server):
    """Run a script on a page and tell what the browser complained about."""
    context = chromium.new_context(base_url=live_server.url)
    complaints = Complaints(context, live_server.url)

    def run(script: str, address: str) -> list[str]:
        page = context.new_page()
        page.goto(address)
        page.evaluate(script)
        page.evaluate("new Promise(done => setTimeout(done, 1))")
        return complaints.found

    yield run
    context.close()


def test_an_account_logs_in(page):
    make_user(username="chief")
    page.goto(reverse("admin:index"))
    page.fill("[name=username]", "chief")
    page.fill("[name=password]", "x")
    page.click("[type=submit]")
    page.wait_for_url(f"**{reverse('admin:index')}")
    assert page.locator("html").get_attribute("lang") == "zh-hans"


def test_a_quiet_page_is_no_complaint(heard):
    assert heard("1", reverse("admin:login")) == []


def test_a_script_error_is_heard(heard):
    assert "nothing" in heard("setTimeout(() => nothing())", reverse("admin:login"))[0]


def test_refused_markup_is_heard(heard):
    script = "document.body.innerHTML = '<b style=\"color: red\">x</b>'"
    assert "Content Security Policy" in heard(script, reverse("admin:login"))[0]


def test_a_request_to_another_host_is_heard_and_stopped(heard):
    address = "http://192.0.2.1/x.png"
    until_refused = f"""new Promise(done => {{
        const image = new Image();
        image.onerror = done;
        image.src = "{address}";
    }})"""
    assert f"request to another host {address}" in heard(until_refused, "about:blank")


def test_an_address_opened_to_be_refused_is_no_complaint(page):
    assert page.goto("/no-such-page/").status == 404


def test_a_fault_in_accessibility_is_found(page):
    page.goto(reverse("admin:login"))
    assert not any(fault.startswith("image-alt") for fault in axe(page))
    page.evaluate("document.body.append(document.createElement('img'))")
    assert any(fault.startswith("image-alt") for fault in axe(page))
