"""The frame of a session's workbook: what the laptop or the hub that wrote it signs, so that what
comes back is told from what was never there.

    seal = signed "workbook" of CBOR
           [1, id, hub, device, membership, session, day, [[name, login]...], [lot...], [row...]]
    lot  = [vaccine, number, expiry]
    row  = [number, id, person, shown]          person and shown are empty for a blank row

It stands as text in hidden lines below the table, so that a table saved as CSV still carries it.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from nacl.signing import SigningKey, VerifyKey

from fieldapp.domain.immunization import VaccineLot
from fieldapp.wire import cbor
from fieldapp.wire.dates import from_day, to_day
from fieldapp.wire.errors import NewerFormat, Undecodable
from fieldapp.wire.fields import Fields
from fieldapp.wire.signed import open_signed, sign, unsigned_body

KIND = "workbook"
FORMAT = 1
MARK = "fieldapp-seal"
ID_BYTES = 16
MOST_ROWS = 5000
OF_HUB = 0
"""In the place of a laptop's number: the hub wrote it, and signed it with its own key."""
_SHOWN_BYTES = 8
_MOST_BYTES = 1024 * 1024
_MOST_TEXT = 400
_LINE = 8000
_OWN_SESSION = 8
_WRITTEN = re.compile(rf"{MARK} ([0-9]{{1,3}})/([0-9]{{1,3}}) ([A-Za-z0-9+/=]{{1,{_LINE}}})")
"""A seal of the most bytes has fewer than 200 lines."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row that was there. `person` is the ref of who stands in it, b"" in a blank row; `shown`
    is the digest of what is printed of them."""

    number: int
    id: bytes
    person: bytes = b""
    shown: bytes = b""


@dataclass(frozen=True, slots=True)
class Frame:
    """All that nobody types. `hub` is b"" and `device` 0 for a laptop that joined none yet, and
    `device` alone is OF_HUB in what a hub wrote itself; `membership` is the hub's word that the
    device is its own. `staff` are (name, login or "")."""

    id: bytes
    hub: bytes
    device: int
    membership: bytes
    session: str
    day: date
    staff: tuple[tuple[str, str], ...]
    lots: tuple[VaccineLot, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Sealed:
    """A frame once it is signed: what the workbook is called by, the codes of its rows, the lines
    of the seal, and a short form of them to compare on paper."""

    name: str
    codes: tuple[str, ...]
    lines: tuple[str, ...]
    short: str


def seal_frame(frame: Frame, key: SigningKey) -> Sealed:
    """Sign it, and say what stands in the file of it."""
    lines = write_seal(frame, key)
    codes = tuple(row_code(frame.id, row) for row in frame.rows)
    short = hashlib.sha256("".join(lines).encode()).hexdigest()[:8]
    return Sealed(short_name(frame.id), codes, tuple(lines), short)


def person_row(hub: bytes, device: int, session: str, person: bytes, course: str) -> bytes:
    """The id of a person's row: the same in every copy and every later export of this session.
    Two laptops may call a session the same, so the laptop is part of it.

    A UUID of version 8, by which doses of a session's own workbook are told from a backlog's.
    """
    where = (hub, str(device).encode(), session.encode())
    return _uuid8(b"VX1 workbook person", *where, person, course.encode())


def blank_row(workbook: bytes, number: int) -> bytes:
    """The id of a blank row, as no other workbook has it."""
    return _uuid8(b"VX1 workbook blank", workbook, str(number).encode())


def blank_rows(workbook: bytes, first: int, count: int) -> list[Row]:
    """So many of them, numbered from the first."""
    return [Row(number, blank_row(workbook, number)) for number in range(first, first + count)]


def row_of_another(row: bytes, *who: str) -> bytes:
    """The id of a blank row into which somebody else was typed in another copy. It leaves stock
    as the row itself does."""
    raw = _uuid8(b"VX1 workbook another", row, *(part.encode() for part in who))
    return raw[:6] + bytes([row[6] & 0xF0 | raw[6] & 0x0F]) + raw[7:]


def leaves_stock(row: bytes | None) -> bool:
    """Whether a dose of this row, or of none, left the stock of the team that recorded it: what
    a backlog tells of did not."""
    return row is None or (len(row) == ID_BYTES and row[6] >> 4 == _OWN_SESSION)


def given_elsewhere(row: bytes) -> bytes:
    """The row's id where the session is not this laptop's: the dose left no stock of its own."""
    return row[:6] + bytes([0x50 | row[6] & 0x0F]) + row[7:]


def _uuid8(*parts: bytes) -> bytes:
    raw = bytearray(hashlib.sha256(cbor.dumps(list(parts))).digest()[:ID_BYTES])
    raw[6], raw[8] = 0x80 | raw[6] & 0x0F, 0x80 | raw[8] & 0x3F
    return bytes(raw)


def row_code(workbook: bytes, row: Row) -> str:
    """What stands in the row: workbook, number, and letters that a slip of the hand never hits."""
    return f"{short_name(workbook)}-{row.number:03d}-{_letters(workbook + row.id)}"


def short_name(workbook: bytes) -> str:
    """Four letters to call a workbook by."""
    return _letters(workbook)


def _letters(raw: bytes) -> str:
    return base64.b32encode(hashlib.sha256(raw).digest())[:4].decode()


def rows_by_code(frame: Frame) -> dict[str, Row]:
    """Every row of this workbook by its code (`typed_code`)."""
    return {row_code(frame.id, row): row for row in frame.rows}


def typed_code(text: str) -> str:
    """A row's code as somebody typed it."""
    return clean(text).upper()


def clean(text: str) -> str:
    """A cell as it counts: full-width signs and stray spaces of a keyboard say nothing."""
    return " ".join(unicodedata.normalize("NFKC", text).split())


def shown_digest(cells: Iterable[str]) -> bytes:
    """The digest of what is printed of a person."""
    return hashlib.sha256("\x1f".join(map(clean, cells)).encode()).digest()[:_SHOWN_BYTES]


def write_seal(frame: Frame, key: SigningKey) -> list[str]:
    """The signed frame as lines of text, each short enough for a cell."""
    rows = [[row.number, row.id, row.person, row.shown] for row in frame.rows]
    lots = [[lot.vaccine_id, lot.lot_number, to_day(lot.expiry)] for lot in frame.lots]
    staff = [list(one) for one in frame.staff]
    f = frame
    where = [FORMAT, f.id, f.hub, f.device, f.membership, f.session, to_day(f.day)]
    text = base64.b64encode(sign(KIND, cbor.dumps([*where, staff, lots, rows]), key)).decode()
    pieces = [text[at : at + _LINE] for at in range(0, len(text), _LINE)]
    return [f"{MARK} {n}/{len(pieces)} {piece}" for n, piece in enumerate(pieces, start=1)]


def join_seal(lines: Sequence[str]) -> bytes:
    """The bytes behind the lines, in whatever order they stand. Raises Undecodable."""
    found = [match for match in map(_WRITTEN.fullmatch, map(str.strip, lines)) if match]
    pieces = {int(match[1]): match[3] for match in found}
    if not found or sorted(pieces) != list(range(1, int(found[0][2]) + 1)):
        raise Undecodable(what="workbook", why="its seal, in the hidden lines below, is not whole")
    try:
        return base64.b64decode("".join(pieces[n] for n in sorted(pieces)), validate=True)
    except binascii.Error as error:
        raise Undecodable(what="workbook", why="its seal is damaged") from error


def read_unproven(raw: bytes) -> Frame:
    """What the seal says before anybody proved it: whose it claims to be. Raises Undecodable."""
    return _read(unsigned_body(raw))


def read_frame(raw: bytes, key: VerifyKey) -> Frame:
    """The frame, once its signature is checked. Raises Undecodable, NewerFormat, BadSignature."""
    return _read(open_signed(KIND, raw, key))


def _read(body: bytes) -> Frame:
    value = cbor.loads(body, max_bytes=_MOST_BYTES, max_items=_MOST_BYTES)
    if isinstance(value, list) and value and value[0] != FORMAT:
        raise NewerFormat(what="workbook", version=value[0])
    fields = Fields(value, "workbook", 10)
    fields.number()
    return Frame(
        id=fields.bytes(ID_BYTES),
        hub=fields.bytes(most=_MOST_TEXT),
        device=fields.number(),
        membership=fields.bytes(),
        session=fields.text(_MOST_TEXT),
        day=_day(fields.number()) or date.min,
        staff=fields.all(_member, MOST_ROWS),
        lots=fields.all(_lot, MOST_ROWS),
        rows=fields.all(_row, MOST_ROWS),
    )


def _day(number: int | None) -> date | None:
    try:
        return from_day(number)
    except OverflowError as error:
        raise Undecodable(what="workbook", why="a day in it is no day") from error


def _member(item: object) -> tuple[str, str]:
    fields = Fields(item, "workbook", 2)
    return fields.text(_MOST_TEXT), fields.text(_MOST_TEXT)


def _lot(item: object) -> VaccineLot:
    fields = Fields(item, "workbook", 3)
    return VaccineLot(fields.text(_MOST_TEXT), fields.text(_MOST_TEXT), _day(fields.maybe_time()))


def _row(item: object) -> Row:
    fields = Fields(item, "workbook", 4)
    return Row(fields.number(), fields.bytes(ID_BYTES), fields.bytes(), fields.bytes())
