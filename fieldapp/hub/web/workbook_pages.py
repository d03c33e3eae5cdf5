"""A workbook for a team whose laptop failed: what would stand in it, in numbers, and the file.

Only for those who may see names; every file is in the audit.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection
from starlette.responses import Response

from fieldapp.hub.booking import offers
from fieldapp.hub.devices import devices
from fieldapp.hub.due.keeping import brought_up
from fieldapp.hub.errors import NoSuchDevice
from fieldapp.hub.messages.due import Ground
from fieldapp.hub.web.access import Permission
from fieldapp.hub.web.allocation_pages import MOST_BROUGHT_UP, ground_of
from fieldapp.hub.web.asked import day_of, number_of
from fieldapp.hub.web.catalogue import product_name
from fieldapp.hub.web.downloads import called, file_response
from fieldapp.hub.web.guard import Page, problem
from fieldapp.hub.web.visit import Visit
from fieldapp.hub.web.words import CHINESE, LANGUAGES, said
from fieldapp.hub.workbook.gathering import MOST_PLACE, Gathered, Order, gather
from fieldapp.hub.workbook.making import ACT, make_workbook
from fieldapp.reports.workbook.content import BLANK_ROWS, MOST_BLANK_ROWS

_LANGUAGE_OF = {"en": "en", CHINESE: "zh_CN"}
"""A language of the pages as the workbook calls it."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """The form as it was filled in; what cannot be read is as usual."""

    team: int | None
    place: str
    day: date
    language: str
    blanks: int


def _asked(visit: Visit) -> _Asked:
    query = visit.query
    blanks = number_of(query.get("blanks", ""))
    language = query.get("language", "")
    return _Asked(
        team=number_of(query.get("team", "")),
        place=query.get("place", "")[:MOST_PLACE],
        day=day_of(query.get("day", "")) or visit.today,
        language=language if language in _LANGUAGE_OF else visit.words.language,
        blanks=BLANK_ROWS if blanks is None else min(blanks, MOST_BLANK_ROWS),
    )


def show_workbook(visit: Visit) -> Response:
    """The form, and how much would stand in the file; nobody's name."""
    asked, ground = _asked(visit), ground_of(visit)
    behind = brought_up(visit.hub, ground, MOST_BROUGHT_UP)
    with visit.hub.store.reading() as connection:
        known = devices(connection)
        chinese = visit.words.language == CHINESE
        places = {place.name(chinese=chinese) for place in offers.places(connection)}
        found = _gathered(visit, connection, ground, asked) if asked.team in known else None
    return visit.show(
        "workbook.html", asked=asked, known=known, places=sorted(places), found=found,
        tongues=LANGUAGES, product_name=product_name, most_place=MOST_PLACE,
        most_blanks=MOST_BLANK_ROWS, behind=behind,
    )  # fmt: skip


def _gathered(visit: Visit, connection: Connection, ground: Ground, asked: _Asked) -> Gathered:
    order = Order(asked.team or 0, asked.place, asked.day)
    return gather(connection, visit.hub.store.keys, ground, order)


def export_workbook(visit: Visit) -> Response:
    """The file; noted in the audit."""
    asked, ground = _asked(visit), ground_of(visit)
    brought_up(visit.hub, ground, MOST_BROUGHT_UP)
    try:
        with visit.hub.store.reading() as connection:
            found = _gathered(visit, connection, ground, asked)
    except NoSuchDevice:
        return problem(visit, 404, said("No laptop has this number."))
    made = make_workbook(
        visit.hub, ground, found, language=_LANGUAGE_OF[asked.language],
        written=visit.place.local(visit.now_s).replace(tzinfo=None), blanks=asked.blanks,
    )  # fmt: skip
    with visit.hub.store.writing() as connection:
        visit.note(connection, ACT, f"laptop {found.team.no}", made.details)
    name = called(visit, f"workbook-{found.team.no}")
    return file_response(name, "xlsx", lambda file: file.write_bytes(made.content), found.day)


PAGES = (
    Page("GET", "/operations/workbook", Permission.PEOPLE, show_workbook),
    Page("GET", "/operations/workbook.xlsx", Permission.PEOPLE, export_workbook),
)
