"""A workbook that comes back, as Excel, LibreOffice or WPS saved it, or as CSV: its proven frame,
and what was typed into its rows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from nacl.signing import VerifyKey

from fieldapp.actions.backlog.limits import UnreadableFile
from fieldapp.actions.backlog.sheet import read_tables
from fieldapp.actions.backlog.xlsx import Line
from fieldapp.domain.errors import FieldAppError
from fieldapp.journal import hub_link, memberships
from fieldapp.journal.journal import Journal
from fieldapp.reports.workbook.columns import KEYS
from fieldapp.reports.workbook.words import LANGUAGES, Words
from fieldapp.wire.errors import BadSignature, Undecodable
from fieldapp.wire.workbook import (
    MARK,
    OF_HUB,
    Frame,
    Row,
    clean,
    join_seal,
    read_frame,
    read_unproven,
    rows_by_code,
    typed_code,
)

_NEEDED = frozenset({"name", "status", "lot", "day", "row"})


class NoWorkbook(UnreadableFile):
    """Without its seal and its columns nobody knows who its rows are about."""

    happened = "The file {file} cannot be taken back as a workbook: {why}."
    next_step = (
        "Bring the file that was handed out, as it was saved, with all its lines and columns. A"
        " list of older doses goes in with fieldapp import."
    )


class ForeignWorkbook(FieldAppError):
    """The seal is not this laptop's, nor its hub's, nor that of another laptop of its hub."""

    happened = "This workbook was written by no laptop of this hub, nor by the hub itself."
    safe = "Nothing was imported and the file was not changed."
    next_step = "Take it to the team whose name stands at its top, or send it to your supervisor."


@dataclass(frozen=True, slots=True)
class TypedRow:
    """One line of the table: all its cells, the same by column as they count, and the row of the
    frame that its code names; None for a line whose code is missing or of no row."""

    line: int
    raw: tuple[str, ...]
    cells: dict[str, str]
    row: Row | None


@dataclass(frozen=True, slots=True)
class Returned:
    """A workbook that came back. `header` and `seal` are its own lines, to write refused rows;
    `own`: this laptop wrote it."""

    frame: Frame
    header: tuple[str, ...]
    seal: tuple[str, ...]
    rows: tuple[TypedRow, ...]
    own: bool


def is_workbook(path: Path) -> bool:
    """Whether the file bears a workbook's seal. Raises UnreadableFile."""
    return any(_seal(table) for table in read_tables(path))


def read_workbook(journal: Journal, path: Path) -> Returned:
    """Read and prove it. Raises UnreadableFile, NoWorkbook, ForeignWorkbook, WireError."""
    for table in read_tables(path):
        seal = _seal(table)
        if seal:
            frame, own = _opened(journal, path, seal)
            return _table(path, table, frame, seal, own=own)
    raise NoWorkbook(file=path.name, why="it bears no seal of a workbook")


def _seal(table: Sequence[Line]) -> tuple[str, ...]:
    return tuple(cell for _, cells in table for cell in cells if cell.startswith(MARK))


def _opened(journal: Journal, path: Path, seal: Sequence[str]) -> tuple[Frame, bool]:
    try:
        return _proven(journal, join_seal(seal))
    except Undecodable as error:
        raise NoWorkbook(
            file=path.name, why="its seal, in the hidden lines below the table, is not whole"
        ) from error


def _proven(journal: Journal, raw: bytes) -> tuple[Frame, bool]:
    """The frame, and whether this laptop signed it."""
    try:
        return read_frame(raw, hub_link.signing_key(journal).verify_key), True
    except BadSignature:
        frame = _of_hub(journal, raw) or _of_sister(journal, raw)
        return frame, False


def _of_hub(journal: Journal, raw: bytes) -> Frame | None:
    """The frame if our hub signed it itself; None if somebody else did."""
    joined = hub_link.enrolment(journal)
    if joined is None:
        return None
    try:
        frame = read_frame(raw, VerifyKey(joined.hub_verify_key))
    except BadSignature:
        return None
    if (frame.hub, frame.device) != (joined.hub_id, OF_HUB):
        raise ForeignWorkbook()
    return frame


def _of_sister(journal: Journal, raw: bytes) -> Frame:
    """The frame of another laptop of our hub, by the hub's word that it is one: also of one that
    was lost since, because its people were vaccinated all the same."""
    claimed = read_unproven(raw)
    try:
        member = memberships.read_for(journal, claimed.membership)
        frame = read_frame(raw, VerifyKey(member.device_key))
    except FieldAppError as error:
        raise ForeignWorkbook() from error
    if (member.device, member.hub) != (frame.device, frame.hub):
        raise ForeignWorkbook()
    return frame


def _table(
    path: Path, table: Sequence[Line], frame: Frame, seal: tuple[str, ...], *, own: bool
) -> Returned:
    for at, (_, cells) in enumerate(table):
        columns = _columns(cells)
        if columns.keys() >= _NEEDED:
            codes = rows_by_code(frame)
            lines = [_typed(line, raw, columns, codes) for line, raw in table[at + 1 :]]
            rows = tuple(row for row in lines if row is not None)
            return Returned(frame, cells, seal, rows, own)
    raise NoWorkbook(file=path.name, why="the names of its columns are missing or changed")


def _columns(cells: Sequence[str]) -> dict[str, int]:
    """Where each column stands, by its name in any language; the first of two equal names."""
    names, found = _names(), dict[str, int]()
    for at, cell in enumerate(cells):
        if clean(cell) in names:
            found.setdefault(names[clean(cell)], at)
    return found


@cache
def _names() -> Mapping[str, str]:
    return {clean(Words(one)(f"column.{key}")): key for one in LANGUAGES for key in KEYS}


def _typed(
    line: int, raw: tuple[str, ...], columns: dict[str, int], codes: dict[str, Row]
) -> TypedRow | None:
    """A line of the table; None for one that holds nothing of it."""
    cells = {key: clean(raw[at]) if at < len(raw) else "" for key, at in columns.items()}
    told = [text for key, text in cells.items() if key != "number"]
    of_seal = not cells["row"] and any(cell.startswith(MARK) for cell in raw)
    if of_seal or not any(told):
        return None
    return TypedRow(line, raw, cells, codes.get(typed_code(cells["row"])))
