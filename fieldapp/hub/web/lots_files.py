"""Who got a lot, as a page and as files for the call-back; balances as files. All in the audit."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection
from starlette.responses import Response

from fieldapp.hub.devices import devices
from fieldapp.hub.lots import export, people, reading
from fieldapp.hub.web.access import Permission
from fieldapp.hub.web.asked import page_no, pages_of
from fieldapp.hub.web.catalogue import area_name, product_name
from fieldapp.hub.web.downloads import download
from fieldapp.hub.web.guard import Page, problem
from fieldapp.hub.web.lots_pages import address, lot_filter
from fieldapp.hub.web.record_words import when_words
from fieldapp.hub.web.visit import Visit
from fieldapp.hub.web.words import said

A_PAGE = 50
_MOST_TYPED = 80
_NAME = "abcdefghijklmnopqrstuvwxyz0123456789-"


def show_people(visit: Visit) -> Response:
    """Who got a lot, with how to reach them."""
    vaccine, lot, page = _asked(visit), _lot(visit), page_no(visit.query.get("page", ""))
    if not (vaccine and lot.strip()):
        return visit.go("/lots")
    with visit.hub.store.reading() as connection:
        one = reading.read_lot(connection, vaccine, lot)
        doses, persons = people.count(connection, vaccine, lot)
        lines = people.page_of(connection, vaccine, lot, skip=(page - 1) * A_PAGE, most=A_PAGE)
        teams = {no: device.name for no, device in devices(connection).items()}
    with visit.hub.store.writing() as connection:
        visit.note(connection, "lot-people-looked-at", f"lot {vaccine} {one.lot}", f"{len(lines)}")
    return visit.show(
        "lot_people.html", one=one, lines=lines, doses=doses, persons=persons, page=page,
        pages=pages_of(doses, A_PAGE), teams=teams, product_name=product_name,
        when_words=when_words, area_name=area_name, address=address, formats=export.FORMATS,
        back=address(vaccine, one.key, visit.path),
    )  # fmt: skip


def _asked(visit: Visit) -> str:
    return visit.query.get("vaccine", "")[:_MOST_TYPED]


def _lot(visit: Visit) -> str:
    return visit.query.get("lot", "")[:_MOST_TYPED]


def export_people(visit: Visit) -> Response:
    """The same as a file, everybody in it."""
    vaccine, lot = _asked(visit), _lot(visit)

    def write(connection: Connection, teams: dict[int, str], fmt: str, out: Path) -> int:
        return export.write_people(connection, vaccine, lot, teams, fmt, out)

    subject = f"lot {vaccine} {lot}"
    return _file(visit, f"who-got-{_safe(lot)}", write, "lot-people-exported", subject)


def export_balances(visit: Visit) -> Response:
    """Every lot of the list, team by team."""
    which = lot_filter(visit)

    def write(connection: Connection, teams: dict[int, str], fmt: str, out: Path) -> int:
        return export.write_balances(connection, which, teams, fmt, out)

    return _file(visit, "lots", write, "lots-exported", "lots")


def _file(
    visit: Visit,
    name: str,
    write: Callable[[Connection, dict[int, str], str, Path], int],
    act: str,
    subject: str,
) -> Response:
    fmt = visit.params["fmt"]
    if fmt not in export.FORMATS:
        return problem(visit, 404, said("This format is not made here."))
    rows: list[int] = []

    def write_all(out: Path) -> None:
        with visit.hub.store.reading() as connection:
            teams = {no: device.name for no, device in devices(connection).items()}
            rows.append(write(connection, teams, fmt, out))

    response = download(visit, name, fmt, write_all)
    with visit.hub.store.writing() as connection:
        visit.note(connection, act, subject, f"{fmt}, {rows[0]}")
    return response


def _safe(lot: str) -> str:
    """As much of a lot's number as can stand in the name of a file."""
    return "".join(c for c in lot.casefold() if c in _NAME) or "lot"


PAGES = (
    Page("GET", "/lots/people", Permission.PEOPLE, show_people),
    Page("GET", "/lots/people.{fmt}", Permission.PEOPLE, export_people),
    Page("GET", "/lots/lots.{fmt}", Permission.FIGURES, export_balances),
)
