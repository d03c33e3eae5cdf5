"""The booking list: who has a seat in a region in the coming days, for the laptops of that region.

    list    = signed "bookings" of CBOR [1, hub, region, version, issued, key_id, box]
    box     = NaCl secret box, under the region's key of that id, of a zstd frame of [session...]
    session = [no, name in English, name in Chinese, programme, day, utc_offset_min, [slot...]]
    slot    = [begins, ends, seats, [seat...]]
    seat    = [code, document kind, number, nationality?, language, key group?, social security?]

A list is whole: what is not on it any more was given back, called off, or is over. It holds what a
person declared and no more: no name, no telephone. Times are Unix seconds, `day` counts from 1970
on the clock of the place, `code` is the 5 bytes that are spelled BK-XXXX-XXXX.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar

import zstandard
from nacl.exceptions import CryptoError
from nacl.secret import SecretBox
from nacl.signing import SigningKey, VerifyKey

from fieldapp.domain.client import Document
from fieldapp.wire import cbor
from fieldapp.wire.codes import DOCUMENT_KIND_NAMES, DOCUMENT_KINDS
from fieldapp.wire.errors import NewerFormat, Undecodable, WireError
from fieldapp.wire.fields import Fields
from fieldapp.wire.lease import MOST_NAME
from fieldapp.wire.messages import MOST_WORDS, PROTOCOL
from fieldapp.wire.receipt import MOST_ID_BYTES
from fieldapp.wire.segment import MAX_SEGMENT_BYTES
from fieldapp.wire.signed import open_signed, sign
from fieldapp.wire.spelled import spell, unspell

T = TypeVar("T")
KIND = "bookings"
CURSOR = "bookings"
"""Alone: this laptop understands the lists. With a slash and a region: the version that is here."""
CODE_BYTES = 5
MOST_SEATS = 5000
"""In one list: some 150 KB, were they all taken."""
_PREFIX = "BK-"
_LEVEL = 12
_MOST_BYTES = 1 << 20
_MOST_SESSIONS, _MOST_SLOTS = 2000, 200
_MOST_LETTERS = 40
_DAY_MIN = 1439


class OlderBookings(WireError):
    """Genuine, and older than the one known."""

    happened = "This list of bookings is older than the one that is known here."
    next_step = "Nothing needs doing: the newer one stays in force."


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody's, with what they declared for the team to confirm."""

    code: bytes
    document: Document
    nationality: str | None
    language: str
    key_group: str | None
    social_security: bool | None


@dataclass(frozen=True, slots=True)
class Slot:
    """A time within a session; `seats` is how many there are, `taken` who has one."""

    begins_s: int
    ends_s: int
    seats: int
    taken: tuple[Seat, ...] = ()


@dataclass(frozen=True, slots=True)
class Session:
    """A day at a place; `no` is its number at the hub."""

    no: int
    name_en: str
    name_zh: str
    programme: str
    day: int
    utc_offset_min: int
    slots: tuple[Slot, ...] = ()


@dataclass(frozen=True, slots=True)
class BookingList:
    """A list as anybody can check it; `box` needs the region's key. A higher `version` replaces a
    lower one."""

    hub: bytes
    region: str
    version: int
    issued: int
    key_id: int
    box: bytes = field(repr=False)


def code_text(code: bytes) -> str:
    """As it is printed: BK-XXXX-XXXX."""
    return _PREFIX + spell(code)


def code_bytes(text: str) -> bytes:
    """The inverse, of a code as it is printed. Raises ValueError."""
    return unspell(text.removeprefix(_PREFIX), CODE_BYTES)


def pack(sessions: tuple[Session, ...]) -> bytes:
    """The sessions as CBOR: what a laptop keeps."""
    return cbor.dumps([_session_item(session) for session in sessions])


def unpack(data: bytes) -> tuple[Session, ...]:
    """The inverse. Raises Undecodable."""
    return Fields([cbor.loads(data, max_bytes=_MOST_BYTES)], KIND, 1).all(_session, _MOST_SESSIONS)


def close_box(sessions: tuple[Session, ...], key: bytes) -> bytes:
    """Pack and encrypt; a new nonce each time."""
    packed = zstandard.ZstdCompressor(level=_LEVEL).compress(pack(sessions))
    return bytes(SecretBox(key).encrypt(packed))


def open_box(listed: BookingList, key: bytes) -> tuple[Session, ...]:
    """The inverse. Raises Undecodable, also for a wrong key."""
    try:
        packed = SecretBox(key).decrypt(listed.box)
    except (CryptoError, ValueError) as error:
        raise Undecodable(what=KIND, why="its key is another") from error
    try:
        with zstandard.ZstdDecompressor().stream_reader(packed) as stream:
            held = stream.read(_MOST_BYTES + 1)
    except zstandard.ZstdError as error:
        raise Undecodable(what=KIND, why="it does not unpack") from error
    if len(held) > _MOST_BYTES:
        raise Undecodable(what=KIND, why="it is too long")
    return unpack(held)


def sign_bookings(listed: BookingList, key: SigningKey) -> bytes:
    """The list as it comes with a sync and on a stick."""
    one = listed
    body = [PROTOCOL, one.hub, one.region, one.version, one.issued, one.key_id, one.box]
    return sign(KIND, cbor.dumps(body), key)


def read_bookings(data: bytes, key: VerifyKey) -> BookingList:
    """Check and read a list. Raises Undecodable, NewerFormat or BadSignature."""
    body = open_signed(KIND, data, key)
    fields = Fields(cbor.loads(body, max_bytes=MAX_SEGMENT_BYTES), KIND, 7)
    protocol = fields.number()
    if protocol != PROTOCOL:
        raise NewerFormat(what=KIND, version=protocol)
    return BookingList(
        hub=fields.bytes(most=MOST_ID_BYTES),
        region=fields.text(MOST_NAME),
        version=fields.number(least=1),
        issued=fields.time(),
        key_id=fields.number(),
        box=fields.bytes(),
    )


def _session_item(one: Session) -> list[object]:
    slots = [
        [slot.begins_s, slot.ends_s, slot.seats, [_seat_item(seat) for seat in slot.taken]]
        for slot in one.slots
    ]
    named = [one.no, one.name_en, one.name_zh, one.programme]
    return [*named, one.day, one.utc_offset_min, slots]


def _seat_item(seat: Seat) -> list[object]:
    paper = [DOCUMENT_KINDS[seat.document.kind], seat.document.number, seat.nationality]
    return [seat.code, *paper, seat.language, seat.key_group, seat.social_security]


def _session(item: object) -> Session:
    fields = Fields(item, KIND, 7)
    return Session(
        no=fields.number(),
        name_en=fields.text(MOST_WORDS),
        name_zh=fields.text(MOST_WORDS),
        programme=fields.text(MOST_WORDS),
        day=fields.time(),
        utc_offset_min=fields.number(-_DAY_MIN, _DAY_MIN),
        slots=fields.all(_slot, _MOST_SLOTS),
    )


def _slot(item: object) -> Slot:
    fields = Fields(item, KIND, 4)
    return Slot(fields.time(), fields.time(), fields.number(), fields.all(_seat, MOST_SEATS))


def _seat(item: object) -> Seat:
    fields = Fields(item, KIND, 7)
    code, kind, number = fields.bytes(CODE_BYTES), fields.number(), fields.text(_MOST_LETTERS)
    if kind not in DOCUMENT_KIND_NAMES:
        raise Undecodable(what=KIND, why="a kind of document is not known")
    return Seat(
        code,
        Document(DOCUMENT_KIND_NAMES[kind], number),
        _maybe(fields, str),
        fields.text(_MOST_LETTERS),
        _maybe(fields, str),
        _maybe(fields, bool),
    )


def _maybe(fields: Fields, kind: type[T]) -> T | None:
    value = fields.item()
    if value is None or isinstance(value, kind):
        return value
    raise Undecodable(what=KIND, why="a value of another kind was expected")
