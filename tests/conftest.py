"""What every test stands on: no network beyond this machine, files in a folder of their own, a browser."""

import ipaddress
import os
import shutil
import socket

import pytest
from django.apps import apps
from django.core.cache import cache
from django.db import connection
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from playwright.sync_api import sync_playwright

from tests.browser import Complaints

# on a busy machine an example takes long: that is no fault of what is tested
hypothesis_settings.register_profile(
    "any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
hypothesis_settings.load_profile("any machine")


def pytest_collection_modifyitems(items):
    """Browser tests come last: Playwright's event loop would trip Django's async guard in the others."""
    items.sort(key=is_browser_test)


def is_browser_test(item) -> bool:
    return item.get_closest_marker("browser") is not None


@pytest.fixture(scope="session", autouse=True)
def only_loopback():
    """Refuse connections to other machines: a test that needs one would fail elsewhere."""
    connect = socket.socket.connect

    def connect_here(self, address):
        if self.family != socket.AF_UNIX and not is_loopback(address[0]):
            raise OSError(f"Tests may not connect to {address[0]}.")
        return connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", connect_here)
        yield


def is_loopback(host: str) -> bool:
    return host == "localhost" or ipaddress.ip_address(host).is_loopback


@pytest.fixture(autouse=True)
def own_cache():
    """A test is rolled back and the next one counts from the same: what was kept would answer for it."""
    cache.clear()


@pytest.fixture(autouse=True)
def own_files(settings, tmp_path, monkeypatch):
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.PRIVATE_ROOT = tmp_path / "private"
    private = settings.STORAGES["private"] | {
        "OPTIONS": {"location": settings.PRIVATE_ROOT, "base_url": None}
    }
    settings.STORAGES = settings.STORAGES | {"private": private}
    # fields took hold of the private storage when they were made; a changed setting does not reach it
    storage = apps.get_model("articles", "Photo")._meta.get_field("original").storage
    monkeypatch.setitem(vars(storage), "location", str(settings.PRIVATE_ROOT))


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    request, tmp_path_factory, django_db_modify_db_settings_parallel_suffix
):
    """Give a run with browser tests a database file: threads of the live server cannot share one in memory."""
    if connection.vendor == "sqlite" and any(map(is_browser_test, request.session.items)):
        file = tmp_path_factory.mktemp("database") / "test.sqlite3"
        connection.settings_dict["TEST"]["NAME"] = str(file)


@pytest.fixture(scope="session")
def chromium(django_db_setup):
    """The machine's own Chromium; the tests never download one."""
    names = ("chromium", "chromium-browser", "google-chrome")
    path = next(filter(None, map(shutil.which, names)), None)
    if not path:
        pytest.skip("needs Chromium: apt install chromium")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path)
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def page(chromium, live_server):
    """A fresh page on the live server; the test fails on any complaint of the browser."""
    context = chromium.new_context(
        base_url=live_server.url, locale="zh-CN", timezone_id="Asia/Shanghai"
    )
    complaints = Complaints(context, live_server.url)
    yield context.new_page()
    context.close()
    assert not complaints.found
