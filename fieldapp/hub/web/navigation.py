"""The menu of the pages: groups by what somebody came for, and the pages of the group one is in.

Two rows of links and no script: where a visitor may open one group alone, its pages are the menu.
"""

from __future__ import annotations

from dataclasses import dataclass

from fieldapp.hub.web.access import Permission, Role, allows
from fieldapp.hub.web.words import Said, said

Entry = tuple[str, Said, Permission]
"""Where a page is, what it is called, and what it takes to open it."""

NAVIGATION: tuple[tuple[Said, tuple[Entry, ...]], ...] = (
    (said("Today"), (
        ("/overview", said("Overview"), Permission.FIGURES),
        ("/bookings", said("Bookings"), Permission.BOOKINGS),
        ("/daily", said("Daily report"), Permission.FIGURES),
        ("/coverage", said("Coverage"), Permission.FIGURES),
        ("/operations", said("Operations"), Permission.FIGURES),
    )),
    (said("Second dose"), (
        ("/due", said("Due and calls"), Permission.FIGURES),
        ("/allocation", said("Allocation"), Permission.FIGURES),
    )),
    (said("Supply"), (
        ("/lots", said("Lots"), Permission.FIGURES),
    )),
    (said("Records"), (
        ("/cases", said("Cases"), Permission.PEOPLE),
        ("/people", said("People"), Permission.PEOPLE),
        ("/doses", said("Doses"), Permission.PEOPLE),
        ("/reactions", said("Reactions"), Permission.PEOPLE),
        ("/sync-log", said("Sync log"), Permission.SYNC_LOG),
        ("/push", said("Sent to others"), Permission.PEOPLE),
    )),
    (said("Administration"), (
        ("/devices", said("Devices"), Permission.DEVICES),
        ("/users", said("Users"), Permission.USERS),
        ("/programs", said("Programs"), Permission.USERS),
        ("/audit", said("Audit"), Permission.AUDIT),
        ("/erasures", said("Erasure"), Permission.ERASURE),
    )),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Link:
    """One place to go to; `here`: we are there, or on a page below it."""

    path: str
    word: Said
    here: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Pages that belong together; its own link leads to the first of them."""

    link: Link
    pages: tuple[Link, ...]


def navigation(role: Role, path: str) -> list[Group]:
    """What somebody of this role may open, as seen from the page at `path`."""
    made = [(word, _links(role, path, entries)) for word, entries in NAVIGATION]
    return [
        Group(Link(links[0].path, word, any(link.here for link in links)), links)
        for word, links in made
        if links
    ]


def _links(role: Role, path: str, entries: tuple[Entry, ...]) -> tuple[Link, ...]:
    return tuple(
        Link(to, word, path == to or path.startswith(f"{to}/"))
        for to, word, needs in entries
        if allows(role, needs)
    )
