"""Who was typed into a blank row, which is the same row in every copy of the workbook: two copies
can tell of two people, and neither is the other's dose or its correction.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from fieldapp.actions.backlog.row import BacklogRow
from fieldapp.actions.workbook.former import is_or_was
from fieldapp.domain.client import ClientDetails
from fieldapp.journal import doses
from fieldapp.journal.journal import Journal
from fieldapp.wire.workbook import row_of_another

DOUBLE, ANOTHER, ALIKE = "double", "another", "alike"
"""Why somebody must say yes: the dose may be here already; another copy recorded somebody else from
this row; somebody known may be the same person."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A row that can be recorded: its number on the sheet, what it says, and who it is about: an
    id that is known here, or None for somebody to be registered. `asks` is what somebody must
    decide first, `like` who is meant by ALIKE."""

    number: int
    row: BacklogRow
    person: bytes | None
    walk_in: bool = False
    asks: str = ""
    like: str = ""


def tell_apart(journal: Journal, rows: Iterable[Ready]) -> tuple[list[Ready], set[int]]:
    """The rows, each under the id of its own person, and the numbers of those from which somebody
    else was recorded."""
    told = list(rows)
    before = doses.of_rows(journal, {one.row.row for one in told if one.walk_in})
    others = {
        one.number
        for one in told
        if one.walk_in
        and one.row.row in before
        and not is_or_was(journal, before[one.row.row].client_id, one.row.client)
    }
    return [_another(one) if one.number in others else one for one in told], others


def _another(one: Ready) -> Ready:
    row = row_of_another(one.row.row, *_who(one.row.client))
    return replace(one, row=replace(one.row, row=row))


def _who(details: ClientDetails) -> tuple[str, ...]:
    """Who they are, as text that stays the same from import to import."""
    name = "".join(details.name.split()).casefold()
    if details.documents:
        return details.documents[0].kind, details.documents[0].number, name
    return name, str(details.birth_date or ""), details.phone or ""
