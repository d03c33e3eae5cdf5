"""What two laptops of one hub say to each other when they meet; the README lists it byte for byte.

    hail     -> <- hail       in the clear: which hub (a hash), a key made for this meeting
    proof    -> <- proof      sealed from here on (`handshake`): a membership, a signature
    offer    -> <- offer      a name, what is held of yours, receipts for you, who was seen today
    parcel*, handed ->        pages sealed for the hub; which held ones may be let go
             <- parcel*, handed
    count    -> <- count      both ends tell what they counted, and compare
    known    -> <- known      which versions of the hub's signed lists are here
    listed*, told ->          those that the other lacks, as the hub signed them
             <- listed*, told

An older program hangs up after the count, and nothing is lost by it. Every message is
[1, kind, fields...]. Knows shapes and limits, no meaning.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from fieldapp.wire import cbor
from fieldapp.wire.bundle import KEY_ID_BYTES
from fieldapp.wire.chain import EPOCH_BYTES, HASH_BYTES
from fieldapp.wire.errors import NewerFormat, Undecodable
from fieldapp.wire.fields import Fields
from fieldapp.wire.membership import MAX_MEMBERSHIP_BYTES
from fieldapp.wire.messages import KEY_BYTES, PROTOCOL
from fieldapp.wire.receipt import MAX_RECEIPT_BYTES
from fieldapp.wire.seal import SIGNATURE_BYTES

MAX_MESSAGE_BYTES = 1024 * 1024
MAX_PARCEL_BYTES = 128 * 1024
MOST_HELD = 4096
MOST_RECEIPTS = 512
MOST_SEEN = 4096
MOST_TOKENS = 16
TOKEN_BYTES = 12
MOST_NAME = 200
MOST_CODE = 64
MOST_LISTS = 256
MAX_LIST_BYTES = 512 * 1024
MOST_SEQ = 2**53
MINUTES_A_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Hail:
    """`hub` names the hub's box key as a bundle does; `key` is X25519, for this meeting alone."""

    hub: bytes
    key: bytes


@dataclass(frozen=True, slots=True)
class Proof:
    """A signed membership, and the signature of its device over this very meeting."""

    membership: bytes
    signature: bytes


@dataclass(frozen=True, slots=True)
class Held:
    """A parcel's place in its owner's journal: events first_seq to last_seq, the last one's id."""

    epoch: bytes
    first_seq: int
    last_seq: int
    last_hash: bytes
    doses: int

    @property
    def records(self) -> int:
        """Events of every kind."""
        return self.last_seq - self.first_seq + 1


@dataclass(frozen=True, slots=True)
class Seen:
    """Somebody vaccinated today: the minute of the site's day, the product, and keyed tokens."""

    minute: int
    vaccine: str
    tokens: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """`held` is of the one it is said to, and so are the hub's `receipts`."""

    name: str
    held: tuple[Held, ...]
    receipts: tuple[bytes, ...]
    seen: tuple[Seen, ...]


@dataclass(frozen=True, slots=True)
class Parcel:
    """A bundle of the speaker's own pages, and which they are."""

    place: Held
    bundle: bytes


@dataclass(frozen=True, slots=True)
class Handed:
    """No more parcels. `let_go` are the last ids of held ones that the hub has confirmed."""

    let_go: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Sum:
    """Parcels, records of every kind, doses."""

    parcels: int = 0
    records: int = 0
    doses: int = 0

    def __add__(self, other: Sum) -> Sum:
        return Sum(
            self.parcels + other.parcels, self.records + other.records, self.doses + other.doses
        )


@dataclass(frozen=True, slots=True)
class Count:
    """What the speaker gave and took just now, and holds of the listener altogether."""

    given: Sum
    taken: Sum
    holding: Sum


@dataclass(frozen=True, slots=True)
class Known:
    """Which version of each kind of the hub's lists is here; a later program may name more."""

    versions: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A list, or a page of one, as the hub signed it for everybody."""

    raw: bytes


@dataclass(frozen=True, slots=True)
class Told:
    """No more lists; so many there were."""

    lists: int


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why there is no meeting; `code` is stable."""

    code: str


Message: TypeAlias = (
    Hail | Proof | Offer | Parcel | Handed | Count | Refusal | Known | Listed | Told
)


def encode(message: Message) -> bytes:
    """The one encoding of a message."""
    kind, fields = _written(message)
    return cbor.dumps([PROTOCOL, kind, *fields])


def _written(message: Message) -> tuple[int, list[object]]:
    match message:
        case Hail(hub, key):
            return 1, [hub, key]
        case Proof(membership, signature):
            return 2, [membership, signature]
        case Offer(name, held, receipts, seen):
            people = [[s.minute, s.vaccine, list(s.tokens)] for s in seen]
            return 3, [name, [_place(h) for h in held], list(receipts), people]
        case Parcel(place, bundle):
            return 4, [_place(place), bundle]
        case Handed(let_go):
            return 5, [list(let_go)]
        case Count(given, taken, holding):
            return 6, [_sum(given), _sum(taken), _sum(holding)]
        case Refusal(code):
            return 7, [code]
        case Known(versions):
            return 8, [[[kind, version] for kind, version in versions]]
        case Listed(raw):
            return 9, [raw]
        case Told(lists):
            return 10, [lists]


def decode(data: bytes) -> Message:
    """Raises Undecodable or NewerFormat, within bounded memory."""
    value = cbor.loads(data, max_bytes=MAX_MESSAGE_BYTES)
    match value:
        case [int(protocol), int(kind), *fields] if _plain(protocol) and _plain(kind):
            if protocol != PROTOCOL:
                raise NewerFormat(what="neighbour's message", version=protocol)
            if kind in _READERS:
                count, read = _READERS[kind]
                return read(Fields(fields, "neighbour's message", count))
    raise Undecodable(what="neighbour's message", why="it is none that this program knows")


def _plain(number: int) -> bool:
    return type(number) is int


def _place(held: Held) -> list[object]:
    return [held.epoch, held.first_seq, held.last_seq, held.last_hash, held.doses]


def _sum(total: Sum) -> list[object]:
    return [total.parcels, total.records, total.doses]


def _read_held(item: object) -> Held:
    fields = Fields(item, "neighbour's message", 5)
    epoch, first = fields.bytes(EPOCH_BYTES), fields.number(least=1, most=MOST_SEQ)
    last, last_hash = fields.number(least=first, most=MOST_SEQ), fields.bytes(HASH_BYTES)
    return Held(epoch, first, last, last_hash, fields.number(most=last - first + 1))


def _read_seen(item: object) -> Seen:
    fields = Fields(item, "neighbour's message", 3)
    minute = fields.number(most=MINUTES_A_DAY - 1)
    return Seen(minute, fields.text(MOST_NAME), fields.all(_token, MOST_TOKENS))


def _read_sum(item: object) -> Sum:
    fields = Fields(item, "neighbour's message", 3)
    return Sum(*(fields.number(most=MOST_SEQ) for _ in range(3)))


def _token(item: object) -> bytes:
    return Fields([item], "neighbour's message", 1).bytes(TOKEN_BYTES)


def _hash(item: object) -> bytes:
    return Fields([item], "neighbour's message", 1).bytes(HASH_BYTES)


def _receipt(item: object) -> bytes:
    return Fields([item], "neighbour's message", 1).bytes(most=MAX_RECEIPT_BYTES)


def _offer(fields: Fields) -> Offer:
    name, held = fields.text(MOST_NAME), fields.all(_read_held, MOST_HELD)
    receipts = fields.all(_receipt, MOST_RECEIPTS)
    return Offer(name, held, receipts, fields.all(_read_seen, MOST_SEEN))


def _parcel(fields: Fields) -> Parcel:
    return Parcel(_read_held(fields.item()), fields.bytes(most=MAX_PARCEL_BYTES))


def _count(fields: Fields) -> Count:
    return Count(*(_read_sum(fields.item()) for _ in range(3)))


def _version(item: object) -> tuple[str, int]:
    fields = Fields(item, "neighbour's message", 2)
    return fields.text(MOST_CODE), fields.number(most=MOST_SEQ)


_READERS: dict[int, tuple[int, Callable[[Fields], Message]]] = {
    1: (2, lambda f: Hail(f.bytes(KEY_ID_BYTES), f.bytes(KEY_BYTES))),
    2: (2, lambda f: Proof(f.bytes(most=MAX_MEMBERSHIP_BYTES), f.bytes(SIGNATURE_BYTES))),
    3: (4, _offer),
    4: (2, _parcel),
    5: (1, lambda f: Handed(f.all(_hash, MOST_HELD))),
    6: (3, _count),
    7: (1, lambda f: Refusal(f.text(MOST_CODE))),
    8: (1, lambda f: Known(f.all(_version, MOST_LISTS))),
    9: (1, lambda f: Listed(f.bytes(most=MAX_LIST_BYTES))),
    10: (1, lambda f: Told(f.number(most=MOST_LISTS))),
}
