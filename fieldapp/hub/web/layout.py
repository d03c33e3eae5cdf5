"""How pages are drawn: Jinja2 with everything escaped, the words of one language, numbers, icons.

No page holds a script, a style or an address of another machine; the headers forbid all three.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from fieldapp.hub.web.access import Role
from fieldapp.hub.web.navigation import Group, navigation
from fieldapp.hub.web.words import LANGUAGES, Said, said
from fieldapp.resource_files import resource_path

if TYPE_CHECKING:
    from fieldapp.hub.web.visit import Visit

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}
ROLE_WORDS: Mapping[Role, Said] = {
    Role.SUPERVISOR: said("Supervisor"),
    Role.READER: said("Reader"),
    Role.ADMINISTRATOR: said("Administrator"),
}
_COMMENT = re.compile(r"<!--.*?-->\s*", re.DOTALL)


def draw(template: str, *, visit: Visit, form_token: str, **what: object) -> str:
    """One page as text."""
    words = visit.words
    return _environment().get_template(template).render(
        visit=visit,
        form_token=form_token,
        _=words,
        say=words.say,
        count=words.count,
        day=visit.place.day,
        short_day=visit.place.short_day,
        moment=visit.place.moment,
        menu=_menu(visit),
        languages=LANGUAGES,
        style=style_path(),
        role_words=ROLE_WORDS,
        **what,
    )  # fmt: skip


def _menu(visit: Visit) -> list[Group]:
    """What this visitor may open."""
    session = visit.session
    if session is None or session.stage != "in":
        return []
    return navigation(session.role, visit.path)


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(resource_path("hub", "pages")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["number"] = lambda number: f"{number:,}"
    made.globals["icon"] = icon
    return made


@cache
def icon(name: str) -> Markup:
    """A drawing that says nothing by itself: the words beside it do."""
    drawn = _COMMENT.sub("", resource_path("icons", f"{name}.svg").read_text("utf-8"))
    return Markup(drawn.replace("<svg", '<svg aria-hidden="true" focusable="false"', 1))  # noqa: S704  our own file


@cache
def style() -> str:
    """The one style sheet."""
    return resource_path("hub", "style.css").read_text("utf-8")


@cache
def style_path() -> str:
    """Where it is served; another sheet has another path, so that browsers may keep it."""
    return f"/style-{hashlib.sha256(style().encode()).hexdigest()[:12]}.css"
