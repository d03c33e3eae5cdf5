"""One request to a page, once it is known who asks: what a page may use, and how it answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlencode

from sqlalchemy import Connection
from starlette.responses import HTMLResponse, RedirectResponse, Response

from fieldapp.hub.running import Hub
from fieldapp.hub.web import audit
from fieldapp.hub.web.access import Permission, allows
from fieldapp.hub.web.accounts import Desk
from fieldapp.hub.web.csrf import token_for
from fieldapp.hub.web.layout import draw
from fieldapp.hub.web.sessions import Session
from fieldapp.hub.web.times import Place
from fieldapp.hub.web.words import Words

_COOKIE = "fieldapp"
_LANGUAGE_COOKIE = "fieldapp_language"
_YEAR_S = 365 * 86_400


@dataclass(frozen=True, slots=True)
class Visit:
    """`cookie` is what the browser is known by: the token of `session`, or a random one before;
    `practice`: everybody in this hub is made up."""

    hub: Hub
    path: str
    host: str
    address: str
    secure: bool
    query: Mapping[str, str]
    params: Mapping[str, str]
    cookie: str
    is_new: bool
    session: Session | None
    words: Words
    place: Place
    now_s: int
    practice: bool = False
    form: Mapping[str, str] = field(default_factory=dict)

    def show(self, template: str, status: int = 200, **what: object) -> Response:
        """A page; names in `what` are the template's."""
        text = draw(template, visit=self, form_token=token_for(self.cookie), **what)
        response = HTMLResponse(text, status)
        if self.is_new:
            self.hand_out(response, self.cookie)
        return response

    def go(self, path: str) -> Response:
        """To another page, by GET."""
        return RedirectResponse(path, status_code=303)

    def hand_out(self, response: Response, token: str) -> None:
        """What the browser is known by from now on."""
        name = cookie_name(self.secure)
        response.set_cookie(
            name, token, path="/", secure=self.secure, httponly=True, samesite="strict"
        )

    def take_away(self, response: Response) -> None:
        """The browser is known by nothing any more."""
        name = cookie_name(self.secure)
        response.delete_cookie(name, path="/", secure=self.secure, httponly=True, samesite="strict")

    def keep_language(self, response: Response, language: str) -> None:
        """The language of this browser."""
        response.set_cookie(
            _LANGUAGE_COOKIE, language, max_age=_YEAR_S, path="/",
            secure=self.secure, httponly=True, samesite="strict",
        )  # fmt: skip

    @property
    def here(self) -> str:
        """This page as it was asked for, filter and all."""
        return f"{self.path}?{urlencode(self.query)}" if self.query else self.path

    @property
    def login(self) -> str:
        """Who asks; only of pages that need a session."""
        return self.session.login if self.session else ""

    def may(self, permission: Permission) -> bool:
        """Whether who asks is permitted this."""
        return self.session is not None and allows(self.session.role, permission)

    @property
    def today(self) -> date:
        """The day where the teams work."""
        return self.place.local(self.now_s).date()

    def desk(self, connection: Connection) -> Desk:
        """Where users are changed, in this visitor's name."""
        return Desk(connection, self.hub.store.keys, self.now_s, self.login)

    def note(self, connection: Connection, act: str, subject: str = "", details: str = "") -> None:
        """A row of the audit in this visitor's name."""
        keys = self.hub.store.keys
        audit.note(connection, keys, self.now_s, self.login, act, subject, details)


def cookie_name(secure: bool) -> str:
    """Under TLS of a kind that no other host or path can set."""
    return f"__Host-{_COOKIE}" if secure else _COOKIE


def language_cookie(cookies: Mapping[str, str]) -> str | None:
    """What the visitor chose before."""
    return cookies.get(_LANGUAGE_COOKIE)
