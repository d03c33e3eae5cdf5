"""Operations as pages: the list with its filters, and one with all that its laptop recorded.

Names of staff are for supervisors; readers see places and numbers, and of operations of a few doses
no numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path
from urllib.parse import quote, urlencode

from starlette.responses import Response

from fieldapp.domain.fees import amount_text
from fieldapp.hub.daily.small import SMALL
from fieldapp.hub.devices import Device, devices
from fieldapp.hub.operating import export
from fieldapp.hub.operating.reading import (
    CLOSED,
    OPEN,
    STATES,
    UNEVEN,
    Operation,
    OperationFilter,
    count,
    page_of,
    read_one,
)
from fieldapp.hub.web.access import Permission
from fieldapp.hub.web.asked import day_of, number_of, page_no, pages_of
from fieldapp.hub.web.catalogue import code_called, name_of, product_name
from fieldapp.hub.web.downloads import download
from fieldapp.hub.web.guard import Page, problem
from fieldapp.hub.web.visit import Visit
from fieldapp.hub.web.words import CHINESE, Said, Words, said
from fieldapp.reports.files import FORMATS, write_table

A_PAGE, MOST_EXPORTED = 50, 100_000
STATE_WORDS: Mapping[str, Said] = {
    OPEN: said("open"),
    CLOSED: said("closed"),
    UNEVEN: said("cash differed"),
}


def show_operations(visit: Visit) -> Response:
    """Operations, filtered, opened last first."""
    which = _filter(visit)
    page = page_no(visit.query.get("page", ""))
    with visit.hub.store.reading() as connection:
        known = devices(connection)
        number = count(connection, which)
        rows = page_of(connection, which, skip=(page - 1) * A_PAGE, most=A_PAGE)
    chosen = {name: visit.query.get(name, "") for name in ("team", "day", "state")}
    return visit.show(
        "operations.html", rows=rows, number=number, page=page, pages=pages_of(number, A_PAGE),
        known=known, chosen=chosen, states=STATE_WORDS, path_of=path_of, money=money,
        title_of=lambda one: title_of(one, known, visit.words), key_area=_key_area(visit),
        asked=urlencode({name: value for name, value in chosen.items() if value}),
        shown=_shown(visit), small=SMALL, formats=FORMATS, names=visit.may(Permission.PEOPLE),
    )  # fmt: skip


def _shown(visit: Visit) -> Callable[[Operation], bool]:
    """Whether this visitor sees the figures of an operation."""
    sees_all = visit.may(Permission.PEOPLE)
    return lambda one: sees_all or not one.is_small


def export_operations(visit: Visit) -> Response:
    """All that fit, as a file; noted in the audit."""
    fmt, which = visit.params["fmt"], _filter(visit)
    if fmt not in FORMATS:
        return problem(visit, 404, said("This format is not made here."))
    with visit.hub.store.reading() as connection:
        teams = {no: device.name for no, device in devices(connection).items()}
        order = export.Order(teams, _shown(visit), most=MOST_EXPORTED)
        table = export.table_of(connection, which, order)

    def write(file: Path) -> None:
        write_table(table, fmt, file)

    response = download(visit, "operations", fmt, write)
    with visit.hub.store.writing() as connection:
        visit.note(connection, "operations-exported", "operations", f"{fmt}, {len(table.rows)}")
    return response


def _filter(visit: Visit) -> OperationFilter:
    """What the form asks for; what cannot be read asks for nothing."""
    day = day_of(visit.query.get("day", ""))
    begins = None if day is None else visit.place.midnight(day)
    ends = None if begins is None else begins + timedelta(days=1)
    state = visit.query.get("state", "")
    return OperationFilter(
        device=number_of(visit.query.get("team", "")),
        from_s=None if begins is None else int(begins.timestamp()),
        until_s=None if ends is None else int(ends.timestamp()),
        state=state if state in STATES else "",
    )


def path_of(one: Operation) -> str:
    """Where the page of an operation is."""
    return f"/operations/{one.device}?{urlencode({'label': one.label}, quote_via=quote)}"


def title_of(one: Operation, known: Mapping[int, Device], words: Words) -> str:
    """70th of Weishan boat 3."""
    unit = one.unit or (known[one.device].name if one.device in known else str(one.device))
    if one.number is None:
        return one.label
    return words("{nth} of {unit}", nth=nth(one.number, words.language), unit=unit)


def nth(number: int, language: str) -> str:
    """1st, 2nd, 3rd, 11th; a plain number in Chinese."""
    if language == CHINESE:
        return str(number)
    teens = 10 < number % 100 < 14
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def money(amount: int | None, currency: str) -> str:
    """100.00 CNY."""
    return "–" if amount is None else f"{amount_text(amount)} {currency}"


def _key_area(visit: Visit) -> object:
    language = visit.words.language
    return lambda text: name_of("key-area", code_called("key-area", text), language)


def show_operation(visit: Visit) -> Response:
    """One operation."""
    device, label = number_of(visit.params["no"]), visit.query.get("label", "")
    with visit.hub.store.reading() as connection:
        known = devices(connection)
        found = None if device is None else read_one(connection, device, label)
    if found is None:
        return problem(visit, 404, said("No laptop told of such an operation."))
    return visit.show(
        "operation.html", one=found, row=found.row, known=known, money=money, amount=amount_text,
        title=title_of(found.row, known, visit.words), key_area=_key_area(visit),
        product_name=product_name, back=path_of(found.row),
        names=visit.may(Permission.PEOPLE), shown=_shown(visit)(found.row), small=SMALL,
    )  # fmt: skip


PAGES = (
    Page("GET", "/operations", Permission.FIGURES, show_operations),
    Page("GET", "/operations/operations.{fmt}", Permission.FIGURES, export_operations),
    Page("GET", "/operations/{no}", Permission.FIGURES, show_operation),
)
