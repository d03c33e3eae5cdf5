"""Somebody at a browser without eyes: asks for pages, fills in the forms that are on them."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

import requests

from fieldapp.hub.web import totp

PASSPHRASE = "four words that differ"
SECRET = b"twenty bytes, made up"[:20]
_TOKEN = re.compile(r'name="form" value="([^"]+)"')
_TAGS = re.compile(r"<(style|title)[^>]*>.*?</\1>|<[^>]+>", re.DOTALL)


class Visitor:
    """One browser; redirects are followed, cookies kept."""

    def __init__(self, url: str, now_s: Callable[[], int]) -> None:
        self.url, self.now_s = url, now_s
        self.http = requests.Session()
        self.http.headers.update({"Accept": "text/html", "Accept-Language": "en"})
        self.page = requests.Response()

    def get(self, path: str, **query: str) -> Visitor:
        """Open a page."""
        self.page = self.http.get(self.url + path, params=query, timeout=30)
        return self

    def post(self, path: str, **form: str) -> Visitor:
        """Send the form that is open, with its token."""
        found = _TOKEN.search(self.page.text) if self.page.content else None
        sent = {"form": found[1] if found else "", **form}
        headers = {"Origin": self.url}
        self.page = self.http.post(self.url + path, sent, headers=headers, timeout=30)
        return self

    def sign_in(self, login: str, passphrase: str = PASSPHRASE) -> Visitor:
        """Both steps."""
        self.get("/sign-in").post("/sign-in", login=login, passphrase=passphrase)
        return self.post("/sign-in/code", code=self.code())

    def code(self) -> str:
        """What the telephone shows now."""
        return totp.code_at(SECRET, self.now_s() // totp.STEP_S)

    @property
    def status(self) -> int:
        """Of the page that is open."""
        return self.page.status_code

    @property
    def path(self) -> str:
        """Where one is."""
        return self.page.url.removeprefix(self.url).partition("?")[0]

    @property
    def text(self) -> str:
        """What is to be read."""
        return " ".join(unescape(_TAGS.sub(" ", self.page.text)).split())
