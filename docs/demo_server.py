"""A demo of its own on a free port, and Chromium, for the scripts that take screenshots."""

import os
import shutil
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, Playwright

MANAGE = [sys.executable, str(Path(__file__).resolve().parent.parent / "manage.py")]
PASSWORD = "newsdesk-demo"  # noqa: S105 - the demo's, see newsdesk/demo/accounts.py


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def demo_server(folder: str):
    """Gives the address of a server that runs until the end of the block."""
    environment = os.environ | {
        "DEBUG": "1",
        "DATABASE_URL": f"sqlite:///{folder}/demo.sqlite3",
        "MEDIA_ROOT": f"{folder}/media",
        "PRIVATE_ROOT": f"{folder}/private",
    }
    for command in (["migrate", "--verbosity", "0"], ["demo"]):
        subprocess.run([*MANAGE, *command], env=environment, check=True)
    port = free_port()
    command = [*MANAGE, "runserver", "--noreload", f"127.0.0.1:{port}"]
    server = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    try:
        wait_for(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()


def wait_for(port: int):
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise SystemExit("The server did not start.")


def chromium(playwright: Playwright) -> Browser:
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if not path:
        raise SystemExit("Screenshots need Chromium: apt install chromium fonts-noto-cjk")
    return playwright.chromium.launch(executable_path=path, env=os.environ | {"LANGUAGE": "zh_CN"})


def open_page(browser: Browser, address: str, width: int, username="") -> Page:
    """A page of a browser of its own, logged in if an account of the demo is named."""
    page = browser.new_page(
        base_url=address,
        viewport={"width": width, "height": 900 if width > 600 else 844},
        locale="zh-CN",
        timezone_id="Asia/Shanghai",
    )
    if username:
        log_in(page, username)
    return page


def log_in(page: Page, username: str):
    page.goto("/admin/login/")
    page.fill("[name=username]", username)
    page.fill("[name=password]", PASSWORD)
    page.click("[type=submit]")
