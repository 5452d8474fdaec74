"""Take the screenshots of the READMEs and of the manual, from a demo of its own.

make screens        (or: .venv/bin/python docs/screens.py [FOLDER])
"""

import sys
import tempfile
from pathlib import Path

import manual_screens
from demo_server import chromium, demo_server, log_in, open_page
from playwright.sync_api import Browser, Page, sync_playwright

HERE = Path(__file__).resolve().parent
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


def take(page: Page, pages: dict[str, str], width: int, target: Path):
    for name, address in pages.items():
        page.goto(address)
        page.wait_for_load_state("networkidle")
        page.screenshot(path=target / f"{name}-{width}.png", full_page=True)


def take_for_readmes(browser: Browser, address: str, target: Path):
    for width in WIDTHS:
        page = open_page(browser, address, width)
        take(page, SITE, width, target)
        log_in(page, "chief")
        take(page, DESK, width, target)
        page.close()


def main(target: Path):
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = chromium(playwright)
        with demo_server(folder) as address:
            take_for_readmes(browser, address, target)
            manual_screens.take(browser, address, target)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "screens")
