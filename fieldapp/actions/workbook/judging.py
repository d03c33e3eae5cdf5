"""What a row of a workbook says, or why it is refused: the choices become codes, and the rest is
judged as a row of any backlog (`backlog.row.judge`). Knows no journal but who is known in it.

The first fault found is the one that is named, with its column.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache

from fieldapp.actions.backlog.row import BacklogRow, Refusal, judge
from fieldapp.actions.backlog.sheet import SheetRow, lost_digits
from fieldapp.actions.workbook.reading import TypedRow
from fieldapp.domain.client import ClientDetails
from fieldapp.domain.immunization import VaccineLot
from fieldapp.domain.lot import lot_key
from fieldapp.domain.vaccine import Catalogue
from fieldapp.reports.workbook.columns import COLUMNS, SHOWN
from fieldapp.reports.workbook.lots import lot_words
from fieldapp.reports.workbook.words import LANGUAGES, Words
from fieldapp.wire.workbook import Frame, clean, shown_digest

REFUSALS = Words("en").of("refusal")
"""Why a row is refused, by code: the workbook's own faults, and those of any backlog's row."""
_PREFILLED = ("day",)
_COLUMN_OF = {
    "client_name": "name",
    "id_number": "document",
    "birth_date": "born",
    "given_at": "day",
    "vaccine": "lot",
}
"""A backlog's column as the workbook calls it."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What rows are judged by. `now` is the site's own clock, naive."""

    frame: Frame
    catalogue: Catalogue
    now: datetime


class _No(Exception):
    def __init__(self, code: str, column: str) -> None:
        super().__init__(code)
        self.code, self.column = code, column


def is_touched(typed: TypedRow) -> bool:
    """Whether anybody typed into the row; the day stands there already."""
    who = "all" if typed.row is not None and typed.row.person else ""
    return any(
        typed.cells.get(column.key, "")
        for column in COLUMNS
        if column.typed and column.key not in _PREFILLED and (not who or column.typed == who)
    )


def refused(typed: TypedRow, code: str, column: str) -> Refusal:
    """A row that is not taken."""
    return Refusal(typed.line, code, column, REFUSALS[code])


def judge_row(
    typed: TypedRow, row_id: bytes, known: ClientDetails | None, rules: Rules
) -> BacklogRow | Refusal:
    """Read one row that was typed into. `known` is who stands in it; None in a blank row."""
    try:
        values = _values(typed, known, rules)
    except _No as no:
        return refused(typed, no.code, no.column)
    judged = judge(
        SheetRow(typed.line, (), {**values, "row_uuid": str(uuid.UUID(bytes=row_id))}),
        rules.catalogue,
        rules.now,
    )
    if isinstance(judged, Refusal):
        return refused(typed, judged.code, _COLUMN_OF.get(judged.column, judged.column))
    if judged.occurred.date() < rules.frame.day:
        return refused(typed, "before_session", "day")
    return judged if known is None else replace(judged, client=known)


def _values(typed: TypedRow, known: ClientDetails | None, rules: Rules) -> dict[str, str]:
    cells = typed.cells
    _require_all_digits(cells)
    who = _printed(typed, known) if known is not None else _stranger(cells)
    status = _choice(cells, "status")
    if not status:
        raise _No("no_status", "status")
    what = _given(cells, rules) if status == "given" else _not_given(cells)
    login = dict(rules.frame.staff).get(cells.get("vaccinator", ""))
    return {
        **who,
        **what,
        "status": status,
        "given_at": cells["day"],
        "vaccinator": login or cells.get("vaccinator", ""),
        "session": rules.frame.session,
        "note": cells.get("note", ""),
    }


def _require_all_digits(cells: Mapping[str, str]) -> None:
    for column in COLUMNS:
        if column.typed and lost_digits(cells.get(column.key, "")):
            raise _No("digits_lost", column.key)


def _printed(typed: TypedRow, known: ClientDetails) -> dict[str, str]:
    """Somebody listed: what is printed of them must be what was."""
    row, cells = typed.row, typed.cells
    if row is None or shown_digest(cells.get(key, "") for key in SHOWN) != row.shown:
        raise _No("changed_row", "name")
    return {"client_name": known.name, "birth_date": known.born}


def _stranger(cells: Mapping[str, str]) -> dict[str, str]:
    kind, number = _choice(cells, "kind"), cells.get("document", "")
    born = cells.get("born", "").removesuffix("T00:00").removesuffix(" 00:00:00")
    if not number and (kind != "none" or not born):
        raise _No("no_papers", "born" if kind == "none" else "kind")
    return {
        "client_name": cells["name"],
        "id_type": kind,
        "id_number": number,
        "birth_date": born,
        "phone": cells.get("phone", ""),
    }


def _given(cells: Mapping[str, str], rules: Rules) -> dict[str, str]:
    if cells.get("reason"):
        raise _No("contradiction", "reason")
    if not cells["lot"]:
        raise _No("no_lot", "lot")
    lot = _lot(cells["lot"], rules)
    return {
        "vaccine": lot.vaccine_id,
        "lot": lot.lot_number,
        "expiry": lot.expiry.isoformat() if lot.expiry else "",
        "site": _choice(cells, "site"),
    }


def _not_given(cells: Mapping[str, str]) -> dict[str, str]:
    for key in ("lot", "site"):
        if cells.get(key):
            raise _No("contradiction", key)
    reason = _choice(cells, "reason")
    if not reason:
        raise _No("no_reason", "reason")
    return {"reason": reason}


def _lot(text: str, rules: Rules) -> VaccineLot:
    """The lot that was chosen, or whose number was typed, if only one bears it."""
    lots = rules.frame.lots
    chosen = [lot for lot in lots if clean(text) in _lot_names(lot, rules.catalogue)]
    found = chosen or [lot for lot in lots if lot_key(lot.lot_number) == lot_key(text)]
    if len(found) != 1:
        raise _No("unknown_lot", "lot")
    return found[0]


def _lot_names(lot: VaccineLot, catalogue: Catalogue) -> set[str]:
    return {clean(lot_words(lot, catalogue, Words(language))) for language in LANGUAGES}


def _choice(cells: Mapping[str, str], key: str) -> str:
    """The code of what was chosen, in words of any language; "" for nothing."""
    text = cells.get(key, "")
    if not text:
        return ""
    code = _codes(key).get(text.casefold())
    if code is None:
        raise _No("bad_choice", key)
    return code


@cache
def _codes(key: str) -> Mapping[str, str]:
    codes: dict[str, str] = {}
    for language in LANGUAGES:
        for code, said in Words(language).of(key).items():
            codes |= {clean(said).casefold(): code, code.casefold(): code}
    return codes
