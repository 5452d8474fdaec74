"""What was acknowledged is there: the server killed in the middle of its saves, the browser while somebody types."""

import http.client
import json
import os
import random
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from urllib.parse import urlencode, urlsplit, urlunsplit

import psycopg
import pytest
from django.db import connection
from playwright.sync_api import expect

from articles.models import UnsavedWork
from tests import make
from tests.desk.test_autosave import is_kept, text_of
from tests.desk.test_browser import log_in

ROOT = Path(__file__).resolve().parent.parent.parent
WHO = ["--username", "chief", "--email", "", "--display_name", "总编辑"]
SAVES, KILLS = 200, 5
STATE = """
import json
from articles.models import Article, Version
article = Article.objects.get()
print(json.dumps({
    "headline": article.headline, "body": article.plain_text,
    "bylines": [row.name for row in article.bylines.all()],
    "versions": [json.loads(row.content)["texts"]["headline"] for row in Version.objects.order_by("number")],
}))
"""


@pytest.fixture
def database(tmp_path):
    """A database that no other test sees: a file, or one of its own on the server the tests use."""
    if connection.vendor == "sqlite":
        yield f"sqlite:///{tmp_path}/crash.sqlite3"
        return
    given = urlsplit(os.environ["TEST_DATABASE_URL"])
    name = f"{given.path.strip('/')}_crash_{os.getpid()}"
    with psycopg.connect(urlunsplit(given._replace(path="/postgres")), autocommit=True) as server:
        server.execute(f"create database {name} template template0 encoding 'UTF8'")
        yield urlunsplit(given._replace(path=f"/{name}"))
        server.execute(f"drop database {name} with (force)")


class Server:
    """The site as in production: gunicorn with two workers; dies like a machine whose plug was pulled."""

    def __init__(self, database):
        settings = {"DJANGO_SETTINGS_MODULE": "tests.settings", "TEST_DATABASE_URL": database}
        self.environment = os.environ | settings | {"DJANGO_SUPERUSER_PASSWORD": "x"}
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]

    def manage(self, *arguments) -> str:
        command = [sys.executable, "manage.py", *arguments]
        return subprocess.run(
            command, cwd=ROOT, env=self.environment, check=True, capture_output=True, text=True
        ).stdout

    def start(self):
        command = [sys.executable, "-m", "gunicorn", "newsdesk.wsgi", "--workers", "2"]
        command += ["--bind", f"127.0.0.1:{self.port}", "--log-level", "critical"]
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=self.environment, start_new_session=True
        )
        until(self.answers)

    def answers(self) -> bool:
        try:
            socket.create_connection(("127.0.0.1", self.port), 1).close()
        except OSError:
            return False
        return True

    def kill(self):
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


def until(done, seconds=60):
    end = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < end, "it never came to be"
        time.sleep(0.05)


class Client:
    """An editor's browser, as far as saving goes."""

    def __init__(self, port):
        self.port, self.cookies, self.version = port, {}, 0

    def ask(self, method, path, **fields):
        there = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        token = {"csrfmiddlewaretoken": self.cookies.get("csrftoken", "")}
        head = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        head["Content-Type"] = "application/x-www-form-urlencoded"
        body = urlencode(fields | token) if method == "POST" else None
        there.request(method, path, body, head)
        answer = there.getresponse()
        text = answer.read().decode()
        for line in answer.headers.get_all("Set-Cookie") or []:
            name, value = line.split(";")[0].split("=", 1)
            self.cookies[name] = value
        there.close()
        return answer, text

    def log_in(self):
        self.ask("GET", "/admin/login/")
        answer, _text = self.ask("POST", "/admin/login/", username="chief", password="x")
        assert answer.status == 302

    def look(self):
        """Open the form: the next save is on the version that stands there, with its kinds of rows."""
        _answer, page = self.ask("GET", self.address)
        self.formsets = re.findall(r'name="(\w+)-TOTAL_FORMS"', page)
        self.version = int(re.search(r'name="edited_version" value="(\d+)"', page)[1])

    def save(self, number) -> bool:
        """One save that changes the article and adds a row; True once it is acknowledged."""
        rows = {
            f"{name}-{part}_FORMS": 0 for name in self.formsets for part in ("INITIAL", "TOTAL")
        }
        rows |= {
            "bylines-TOTAL_FORMS": 1,
            "bylines-0-name": f"第{number}次",
            "bylines-0-order": number,
        }
        about = {"headline": f"第{number}次", "body": f"<p>第{number}次</p>", "page_order": 0}
        about |= {"front_order": 0, "edited_version": self.version, "_continue": 1}
        answer, page = self.ask("POST", self.address, **about, **rows)
        assert answer.status == 302, page
        self.version += 1
        if self.address.endswith("/add/"):
            self.address = answer.headers["Location"]
        return True

    address = "/admin/articles/article/add/"


@pytest.mark.django_db
def test_every_acknowledged_save_outlives_a_killed_server(database):
    server = Server(database)
    server.manage("migrate", "--verbosity", "0")
    server.manage("createsuperuser", "--noinput", *WHO)
    server.start()
    client = Client(server.port)
    client.log_in()
    client.look()
    acknowledged = []
    chance = random.Random(20240127)
    try:
        for number in range(1, SAVES + 1):
            killing = number % (SAVES // KILLS) == SAVES // KILLS // 2
            if killing:
                killer = threading.Timer(chance.uniform(0, 0.2), server.kill)
                killer.start()
            try:
                client.save(number)
                acknowledged.append(number)
            except (OSError, http.client.HTTPException):
                assert killing, "the server broke by itself"
            if killing:
                killer.join()
                check(server, acknowledged)
                server.start()
                client.look()
    finally:
        server.kill()
    assert len(acknowledged) >= SAVES - KILLS
    check(server, acknowledged)


def check(server, acknowledged):
    """All that was acknowledged, and of what was not either the whole or nothing."""
    state = json.loads(server.manage("shell", "--verbosity", "0", "-c", STATE))
    wanted = [f"第{number}次" for number in acknowledged]
    assert [name for name in wanted if name not in state["bylines"]] == []
    assert [name for name in wanted if name not in state["versions"]] == []
    assert state["headline"] == state["body"] == state["bylines"][-1] == state["versions"][-1]
    assert len(state["bylines"]) == len(set(state["bylines"])) == len(state["versions"])


@pytest.fixture
def folder(tmp_path_factory):
    """Where the browser that is killed keeps what is its own."""
    return tmp_path_factory.mktemp("browser")


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_a_killed_browser_loses_nothing_that_the_screen_said_was_kept(
    page, chromium, live_server, folder
):
    article, editor = make.make_draft(), make.make_user("编辑")
    browser = start_browser(folder)
    try:
        port = (folder / "DevToolsActivePort").read_text().split()[0]
        doomed = chromium.browser_type.connect_over_cdp(f"http://127.0.0.1:{port}")
        typing = doomed.new_context(base_url=live_server.url, locale="zh-CN").new_page()
        log_in(typing, editor)
        typing.goto(f"/admin/articles/article/{article.pk}/change/")
        text_of(typing).click()
        typing.keyboard.press("Control+End")
        typing.keyboard.insert_text("崩溃之前写下的。")
        is_kept(typing)
        typing.keyboard.insert_text("刚刚写下的。")
    finally:
        os.killpg(browser.pid, signal.SIGKILL)
        browser.wait()
    log_in(page, editor)
    page.goto(f"/admin/articles/article/{article.pk}/change/")
    page.locator("div.unsaved").get_by_role("link", name="恢复").click()
    expect(text_of(page)).to_contain_text("崩溃之前写下的。")
    assert "崩溃之前写下的。" in UnsavedWork.objects.get().fields["body"]


def start_browser(folder):
    """A Chromium of our own, that may be killed."""
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    command = [path, "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run"]
    command += ["--disable-background-networking", "--remote-debugging-port=0"]
    browser = subprocess.Popen(
        [*command, f"--user-data-dir={folder}", "about:blank"],
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    until((folder / "DevToolsActivePort").exists)
    return browser
