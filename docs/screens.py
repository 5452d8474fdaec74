"""Take the screenshots of the READMEs: a demo of its own, a server on a free port, Chromium at 1280 and 390.

make screens        (or: .venv/bin/python docs/screens.py [FOLDER])
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

HERE = Path(__file__).resolve().parent
MANAGE = [sys.executable, str(HERE.parent / "manage.py")]
WIDTHS = (1280, 390)
# name of the picture -> address; the desk's are taken as the demo's chief
SITE = {
    "front": "/",
    "article": "/articles/1/",
    "people": "/people/",
    "person": "/people/2/",
    "event": "/events/3/",
    "list": "/articles/?person=2",
}
DESK = {
    "desk": "/admin/",
    "article-form": "/admin/articles/article/1/change/",
    "article-list": "/admin/articles/article/",
    "intake": "/admin/articles/printpage/1/reading/",
}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def serve(folder: str, port: int) -> subprocess.Popen:
    environment = os.environ | {
        "DEBUG": "1",
        "DATABASE_URL": f"sqlite:///{folder}/demo.sqlite3",
        "MEDIA_ROOT": f"{folder}/media",
        "PRIVATE_ROOT": f"{folder}/private",
    }
    for command in (["migrate", "--verbosity", "0"], ["demo"]):
        subprocess.run([*MANAGE, *command], env=environment, check=True)
    command = [*MANAGE, "runserver", "--noreload", f"127.0.0.1:{port}"]
    server = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return server
        time.sleep(0.1)
    server.kill()
    raise SystemExit("The server did not start.")


def log_in(page: Page):
    page.goto("/admin/login/")
    page.fill("[name=username]", "chief")
    page.fill("[name=password]", "newsdesk-demo")
    page.click("[type=submit]")


def take(page: Page, pages: dict[str, str], width: int, target: Path):
    for name, address in pages.items():
        page.goto(address)
        page.wait_for_load_state("networkidle")
        page.screenshot(path=target / f"{name}-{width}.png", full_page=True)


def main(target: Path):
    target.mkdir(parents=True, exist_ok=True)
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium:
        raise SystemExit("Screenshots need Chromium: apt install chromium fonts-noto-cjk")
    port = free_port()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = serve(folder, port)
        browser = playwright.chromium.launch(executable_path=chromium)
        try:
            for width in WIDTHS:
                viewport = {"width": width, "height": 900 if width > 600 else 844}
                page = browser.new_page(
                    base_url=f"http://127.0.0.1:{port}", viewport=viewport, locale="zh-CN"
                )
                take(page, SITE, width, target)
                log_in(page)
                take(page, DESK, width, target)
        finally:
            browser.close()
            server.terminate()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "screens")
