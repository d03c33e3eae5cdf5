"""Denominators: entered by supervisors with day and source; a wrong one is struck through, stays.

What holds on a day is the newest entry whose own day is not after it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, insert, select

from fieldapp.domain.errors import FieldAppError
from fieldapp.hub.coverage.tables import denominator, denominator_struck
from fieldapp.hub.daily.shares import GROUP, HOME
from fieldapp.wire.dates import from_day, to_day

KEY_AREA = "key-area"
KINDS = (GROUP, KEY_AREA, HOME)
LEAST_SOURCE = 3
_MOST_TEXT = 200
_MOST_SIZE = 2_000_000_000
_row, _struck = denominator.c, denominator_struck.c


class BadDenominator(FieldAppError):
    """What was typed is no denominator."""

    happened = "This was not entered: {what}."
    safe = "Nothing was changed."
    next_step = "Correct it and press the button again."


class AlreadyStruck(FieldAppError):
    """Somebody else was faster, or the entry is none."""

    happened = "This entry is struck through already."
    safe = "Nothing was changed."
    next_step = "Open the page again to see by whom."


@dataclass(frozen=True, slots=True)
class Entry:
    """What somebody entered; `struck_by` and `why` once it was struck through."""

    no: int
    kind: str
    code: str
    as_of: date
    size: int
    source: str
    login: str
    entered_s: int
    struck_by: str | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Typed:
    """What the form holds; `as_of` None: no day could be read."""

    kind: str
    code: str
    as_of: date | None
    size: str
    source: str


def enter(connection: Connection, typed: Typed, login: str, now_s: int, today: date) -> Entry:
    """File it. Raises BadDenominator."""
    code, source = typed.code.strip(), " ".join(typed.source.split())
    size, as_of = _checked(typed, code, source, today)
    values = {
        "kind": typed.kind, "code": code, "as_of": to_day(as_of), "size": size,
        "source": source, "login": login, "entered_s": now_s,
    }  # fmt: skip
    made = connection.execute(insert(denominator).values(**values)).inserted_primary_key
    no = int(made[0]) if made else 0
    return Entry(no, typed.kind, code, as_of, size, source, login, now_s)


def _checked(typed: Typed, code: str, source: str, today: date) -> tuple[int, date]:
    number = typed.size.replace(",", "").replace(" ", "")
    is_number = number.isascii() and number.isdigit() and len(number) <= len(str(_MOST_SIZE))
    if typed.kind not in KINDS or not code or len(code) > _MOST_TEXT or "\0" in code:
        raise BadDenominator(what="no group or area was chosen")
    if not is_number or not 0 < int(number) <= _MOST_SIZE:
        raise BadDenominator(what="the number of people is no whole number above 0")
    if typed.as_of is None or typed.as_of > today:
        raise BadDenominator(what="its day is missing or has not come")
    if not LEAST_SOURCE <= len(source) <= _MOST_TEXT or "\0" in source:
        raise BadDenominator(what="the source is missing")
    return int(number), typed.as_of


def strike(connection: Connection, no: int, why: str, login: str, now_s: int) -> None:
    """Strike an entry through, with a reason. Raises AlreadyStruck, BadDenominator."""
    reason = " ".join(why.split())
    if not LEAST_SOURCE <= len(reason) <= _MOST_TEXT or "\0" in reason:
        raise BadDenominator(what="the reason is missing")
    found = {one.no: one for one in entries(connection)}.get(no)
    if found is None or found.struck_by is not None:
        raise AlreadyStruck()
    values = {"denominator": no, "why": reason, "login": login, "at_s": now_s}
    connection.execute(insert(denominator_struck).values(**values))


def entries(connection: Connection) -> list[Entry]:
    """All that was ever entered, the newest first."""
    joined = select(denominator, _struck.login.label("struck_by"), _struck.why).outerjoin(
        denominator_struck, _struck.denominator == _row.no
    )
    return [_entry(row) for row in connection.execute(joined.order_by(_row.no.desc()))]


def _entry(row: Any) -> Entry:
    as_of = from_day(row.as_of) or date.min
    return Entry(
        row.no, row.kind, row.code, as_of, row.size, row.source, row.login, row.entered_s,
        row.struck_by, row.why,
    )  # fmt: skip


def holding_on(listed: Iterable[Entry], day: date) -> dict[tuple[str, str], Entry]:
    """By kind and code, the entry that holds on a day."""
    found: dict[tuple[str, str], Entry] = {}
    for one in sorted(listed, key=lambda entry: (entry.as_of, entry.no)):
        if one.struck_by is None and one.as_of <= day:
            found[one.kind, one.code] = one
    return found
