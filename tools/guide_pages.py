"""Photographs the hub's pages in Chromium: a real hub with a made-up district behind them."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from subprocess import DEVNULL

from fieldapp.hub.web.access import Role
from fieldapp.ui.language import CHINESE

_LOCALE = {CHINESE: "zh-CN"}
_ADMINISTRATORS = {"devices", "users", "programs", "audit"}
_ADDRESS = "https://hub.example.org"
# The hub of a moment has another port each time; readers, and two builds, see the same address.
_AS_READ = """([here, there]) => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (texts.nextNode())
        texts.currentNode.textContent = texts.currentNode.textContent.replaceAll(here, there)
}"""
_OPTIONS = ["--headless", "--no-sandbox", "--disable-gpu"]


def photograph_pages(names: Sequence[str], spoken: str) -> dict[str, bytes]:
    """PNG by page; nothing where no Chromium is installed, and a line that says so."""
    chromium = shutil.which("chromium")
    if chromium is None:
        print("no pictures of the hub's pages: no chromium here")
        return {}
    # what only tests need is not loaded where no browser is
    from playwright.sync_api import sync_playwright

    from tests.hub.web.pages_process import pages_hub
    from tests.journeys.pictured import pictured

    with (
        tempfile.TemporaryDirectory() as folder,
        pages_hub(Path(folder) / "hub", before=pictured, log=DEVNULL) as hub,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium, args=_OPTIONS)
        taken = {}
        for name in names:
            role = Role.ADMINISTRATOR if name in _ADMINISTRATORS else Role.SUPERVISOR
            context = browser.new_context(
                viewport={"width": 1200, "height": 760}, locale=_LOCALE.get(spoken, "en-GB")
            )
            cookie = hub.signed_in(role).http.cookies["fieldapp"]
            context.add_cookies([{"name": "fieldapp", "value": cookie, "url": hub.url}])
            page = context.new_page()
            page.goto(f"{hub.url}/{name}")
            page.evaluate(_AS_READ, [hub.url, _ADDRESS])
            taken[name] = page.screenshot()
            context.close()
        browser.close()
    return taken
