"""A segment: what changed among a region's people since the one before; or a part of a snapshot.

    segment = signed "segment" of CBOR
              [1, hub, region, number, previous, part, parts, as_of, key_id, box]
    box     = NaCl secret box, under the region's key of that id, of two zstd frames:
              CBOR [columns of people, refs of people who are no longer here]
              CBOR columns of what was sent to these people
    head    = signed "region-head" of CBOR [1, hub, region, number, as_of]

Segments are numbered from 1 and never change; `previous` is the SHA-256 of the one before, 32 zero
bytes before the first. A snapshot (`parts` > 0) is everybody as of segment `number`, whose SHA-256
is its `previous`: the line goes on from it with `number` + 1. Everything stands under the hub's
signature, so that the same bytes can come by HTTP, from a cache, on a stick or from a neighbour.

A reader stops at the end of the last frame that it knows: the first hubs wrote one frame, the first
laptops read one. What is told of people besides comes as one frame more, never as another column.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace

import zstandard
from nacl.exceptions import CryptoError
from nacl.secret import SecretBox
from nacl.signing import SigningKey, VerifyKey

from fieldapp.wire import cbor, planes
from fieldapp.wire.chain import HASH_BYTES, REF_BYTES
from fieldapp.wire.errors import NewerFormat, Undecodable
from fieldapp.wire.fields import Fields
from fieldapp.wire.lease import MOST_NAME
from fieldapp.wire.messages import PROTOCOL
from fieldapp.wire.receipt import MOST_ID_BYTES
from fieldapp.wire.roster_messages import read_messages, write_messages
from fieldapp.wire.roster_people import MOST_BYTES, RosterPerson, read_people, write_people
from fieldapp.wire.signed import open_signed, sign

KIND, HEAD_KIND = "segment", "region-head"
BEFORE_THE_FIRST = bytes(HASH_BYTES)
MAX_SEGMENT_BYTES = 480 * 1024
"""Fits into the budget of a laptop's second request (`sync.pulls`)."""
_LEVEL = 12
_MOST_GONE = 20_000
_MOST_PARTS = 100_000


@dataclass(frozen=True, slots=True)
class Place:
    """Where a segment stands. `part` counts from 1 in a snapshot of `parts`; both 0 otherwise."""

    region: str
    number: int
    previous: bytes
    part: int = 0
    parts: int = 0


@dataclass(frozen=True, slots=True)
class Content:
    """Whom it is about. `gone`: refs of people who left the region or became one with another.
    `tells_messages`: False where the hub is of a time when rosters told of no messages."""

    people: tuple[RosterPerson, ...] = ()
    gone: tuple[bytes, ...] = ()
    tells_messages: bool = True


@dataclass(frozen=True, slots=True)
class Segment:
    """A segment as anybody can check it; `box` needs the region's key. `as_of` in Unix seconds."""

    hub: bytes
    place: Place
    as_of: int
    key_id: int
    box: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class RegionHead:
    """The newest segment of a region: who has it knows everything that the hub did at `as_of`."""

    hub: bytes
    region: str
    number: int
    as_of: int


def hash_of(raw: bytes) -> bytes:
    """What the next segment calls `previous`."""
    return hashlib.sha256(raw).digest()


def close_box(content: Content, key: bytes) -> bytes:
    """Pack and encrypt; a new nonce each time."""
    columns = cbor.dumps([write_people(content.people), b"".join(content.gone)])
    frames = [columns]
    if content.tells_messages:
        frames.append(write_messages([person.messages for person in content.people]))
    packed = b"".join(zstandard.ZstdCompressor(level=_LEVEL).compress(frame) for frame in frames)
    return bytes(SecretBox(key).encrypt(packed))


def open_box(segment: Segment, key: bytes) -> Content:
    """The inverse. Raises Undecodable, also for a wrong key."""
    try:
        packed = SecretBox(key).decrypt(segment.box)
    except (CryptoError, ValueError) as error:
        raise Undecodable(what=KIND, why="its key is another") from error
    columns, rest = _first_frame(packed)
    fields = Fields(cbor.loads(columns, max_bytes=MOST_BYTES), KIND, 2)
    people = read_people(fields.bytes())
    gone = fields.bytes(most=_MOST_GONE * REF_BYTES)
    refs = planes.cut(gone, REF_BYTES, len(gone) // REF_BYTES, KIND)
    if not rest:
        return Content(tuple(people), tuple(refs), tells_messages=False)
    told = read_messages(_first_frame(rest)[0], len(people))
    listed = (replace(one, messages=said) for one, said in zip(people, told, strict=True))
    return Content(tuple(listed), tuple(refs))


def _first_frame(packed: bytes) -> tuple[bytes, bytes]:
    """What the first frame holds, and the bytes behind it. Trusts nothing the data says of its own
    size."""
    try:
        with zstandard.ZstdDecompressor().stream_reader(packed) as stream:
            held = stream.read(MOST_BYTES + 1)
        if len(held) > MOST_BYTES:
            raise Undecodable(what=KIND, why="it is too long")
        whole = zstandard.ZstdDecompressor().decompressobj()
        whole.decompress(packed)
    except zstandard.ZstdError as error:
        raise Undecodable(what=KIND, why="it does not unpack") from error
    return held, whole.unused_data


def sign_segment(segment: Segment, key: SigningKey) -> bytes:
    """The segment as it travels and is kept."""
    s, place = segment, segment.place
    where = [place.region, place.number, place.previous, place.part, place.parts]
    return sign(KIND, cbor.dumps([PROTOCOL, s.hub, *where, s.as_of, s.key_id, s.box]), key)


def read_segment(data: bytes, key: VerifyKey) -> Segment:
    """Check and read one. Raises Undecodable, NewerFormat or BadSignature."""
    fields = _fields(open_signed(KIND, data, key), 10)
    hub = fields.bytes(most=MOST_ID_BYTES)
    place = Place(
        region=fields.text(MOST_NAME),
        number=fields.number(least=1),
        previous=fields.bytes(HASH_BYTES),
        part=fields.number(most=_MOST_PARTS),
        parts=fields.number(most=_MOST_PARTS),
    )
    if not (place.part == place.parts == 0 or 1 <= place.part <= place.parts):
        raise Undecodable(what=KIND, why="it is no part of its snapshot")
    return Segment(hub, place, fields.time(), fields.number(), fields.bytes())


def sign_head(head: RegionHead, key: SigningKey) -> bytes:
    """The head as it travels."""
    body = [PROTOCOL, head.hub, head.region, head.number, head.as_of]
    return sign(HEAD_KIND, cbor.dumps(body), key)


def read_head(data: bytes, key: VerifyKey) -> RegionHead:
    """Check and read one. Raises Undecodable, NewerFormat or BadSignature."""
    fields = _fields(open_signed(HEAD_KIND, data, key), 5)
    return RegionHead(
        fields.bytes(most=MOST_ID_BYTES), fields.text(MOST_NAME), fields.number(), fields.time()
    )


def _fields(body: bytes, count: int) -> Fields:
    fields = Fields(cbor.loads(body, max_bytes=MAX_SEGMENT_BYTES), KIND, count)
    protocol = fields.number()
    if protocol != PROTOCOL:
        raise NewerFormat(what=KIND, version=protocol)
    return fields
