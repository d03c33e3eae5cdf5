"""A frame: consecutive events of one epoch, small enough for a bad link, decodable alone.

    frame = version byte 01 | zstd, primed by `wire.primer`, of CBOR
            [device, epoch, base_seq, previous, [[block, seed]...], [[seq, salt]...], mode, payload]

Mode 0 (plain): payload = [[header, body | null, commitment | null]...]. Mode 1 (columns): see
`wire.columns`. The sender uses columns only where they give every event's exact bytes back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field

import zstandard

from fieldapp.wire import cbor, chain
from fieldapp.wire.columns import NotColumnar, Part, from_columns, to_columns
from fieldapp.wire.errors import NewerFormat, Undecodable
from fieldapp.wire.fields import Fields
from fieldapp.wire.primer import PRIMER

MAX_FRAME_RAW = 64 * 1024
"""Headers and bodies of a frame's events together, in bytes."""
MAX_EVENTS = 4096
_MOST_UNPACKED = 4 * MAX_FRAME_RAW
"""A full frame of which everything was erased has a commitment for each body, or a salt."""
_MOST_WINDOW = 4 * MAX_FRAME_RAW
_VERSION = 1
_PLAIN, _COLUMNS = 0, 1
_LEVEL = 19


@dataclass(frozen=True, slots=True)
class Entry:
    """An event with its place and identity; `id` is h_i."""

    seq: int
    header: bytes
    body: bytes | None
    commitment: bytes | None
    id: bytes


@dataclass(frozen=True, slots=True)
class Frame:
    """`previous` is h of base_seq - 1; `seeds` holds the salt seed of every block touched.

    Where something of a block was erased its seed is destroyed, and `salts` holds the salts of the
    events that remain, by sequence number.
    """

    device: int
    epoch: bytes
    base_seq: int
    previous: bytes
    seeds: Mapping[int, bytes]
    events: tuple[Part, ...]
    salts: Mapping[int, bytes] = field(default_factory=dict)


def encode_frame(frame: Frame) -> bytes:
    """The frame as it travels: in columns where they give the exact bytes back, else plain.

    Raises ValueError for a frame beyond the limits: whoever cuts a journal into pages knows them.
    """
    for told in _tellings(frame):
        data = bytes([_VERSION]) + _compressed(told)
        try:
            if decode_frame(data) == frame:
                return data
        except Undecodable:
            continue
    raise ValueError("a frame beyond the limits of VX1")


def _tellings(frame: Frame) -> Iterator[bytes]:
    seeds, salts = (
        [[number, secret] for number, secret in sorted(secrets.items())]
        for secrets in (frame.seeds, frame.salts)
    )
    head = [frame.device, frame.epoch, frame.base_seq, frame.previous, seeds, salts]
    with suppress(NotColumnar):
        yield cbor.dumps([*head, _COLUMNS, to_columns(frame.base_seq, frame.events)])
    yield cbor.dumps([*head, _PLAIN, [list(part) for part in frame.events]])


def _compressed(raw: bytes) -> bytes:
    parameters = zstandard.ZstdCompressionParameters.from_level(
        _LEVEL,
        source_size=len(raw),
        format=zstandard.FORMAT_ZSTD1_MAGICLESS,
        write_content_size=False,
        write_checksum=False,
        write_dict_id=False,
    )
    return zstandard.ZstdCompressor(compression_params=parameters, dict_data=_primer()).compress(
        raw
    )


def _primer() -> zstandard.ZstdCompressionDict:
    return zstandard.ZstdCompressionDict(PRIMER, dict_type=zstandard.DICT_TYPE_RAWCONTENT)


def decode_frame(data: bytes) -> Frame:
    """Read a frame. Raises Undecodable or NewerFormat, within bounded memory."""
    if data[:1] != bytes([_VERSION]):
        raise _other_version(data)
    fields = Fields(cbor.loads(_decompressed(data[1:]), max_bytes=_MOST_UNPACKED), "page", 8)
    device, epoch = fields.number(), fields.bytes(chain.EPOCH_BYTES)
    base, previous = fields.number(least=1), fields.bytes(chain.HASH_BYTES)
    seeds, salts = (dict(fields.all(_secret, MAX_EVENTS)) for _ in range(2))
    events = _within_limits(_events(base, fields.number(), fields.item()))
    return Frame(device, epoch, base, previous, seeds, events, salts)


def _other_version(data: bytes) -> Undecodable | NewerFormat:
    if data[:1] > bytes([_VERSION]):
        return NewerFormat(what="page", version=data[0])
    return Undecodable(what="page", why="it does not begin like one")


def _decompressed(data: bytes) -> bytes:
    """Trusts nothing the data says of its own size."""
    if len(data) > _MOST_UNPACKED:
        raise Undecodable(what="page", why="it is longer than a page may be")
    reader = zstandard.ZstdDecompressor(
        dict_data=_primer(), format=zstandard.FORMAT_ZSTD1_MAGICLESS, max_window_size=_MOST_WINDOW
    )
    try:
        with reader.stream_reader(data) as stream:
            raw = stream.read(_MOST_UNPACKED + 1)
        if len(raw) > _MOST_UNPACKED:
            raise Undecodable(what="page", why="it unpacks to more than a page may")
        whole = reader.decompressobj()
        whole.decompress(data)  # no more than was read above
    except zstandard.ZstdError as error:
        raise Undecodable(what="page", why="it does not unpack") from error
    if not whole.eof or whole.unused_data:
        raise Undecodable(what="page", why="it does not end where its stream ends")
    return raw


def _events(base_seq: int, mode: int, payload: object) -> Iterable[Part]:
    if mode == _COLUMNS:
        return from_columns(base_seq, payload)
    if mode == _PLAIN:
        return Fields([payload], "page", 1).all(_part, MAX_EVENTS)
    raise NewerFormat(what="page", version=mode)


def _within_limits(events: Iterable[Part]) -> tuple[Part, ...]:
    """Counted while they are made, so that few bytes cannot become many."""
    kept: list[Part] = []
    room = MAX_FRAME_RAW
    for part in events:
        header, body, _ = part
        room -= len(header) + len(body or b"")
        if room < 0 or len(kept) == MAX_EVENTS:
            raise Undecodable(what="page", why="it holds more than a page may")
        kept.append(part)
    if not kept:
        raise Undecodable(what="page", why="it holds no event")
    return tuple(kept)


def _part(item: object) -> Part:
    match item:
        case [bytes(header), bytes(body), None]:
            return header, body, None
        case [bytes(header), None, bytes(commitment)] if len(commitment) == chain.HASH_BYTES:
            return header, None, commitment
    raise Undecodable(what="page", why="an event is not [header, body, commitment]")


def _secret(item: object) -> tuple[int, bytes]:
    fields = Fields(item, "page", 2)
    return fields.number(), fields.bytes(chain.SALT_BYTES)


def replay(frame: Frame) -> list[Entry]:
    """Compute the identity of every event of a frame. Raises Undecodable when a seed is missing."""
    entries: list[Entry] = []
    previous = frame.previous
    for seq, (header, body, commitment) in enumerate(frame.events, start=frame.base_seq):
        if body is not None:
            commitment_i = chain.commitment(salt_of(frame, seq), body)
        else:
            commitment_i = commitment or b""
        previous = chain.link(previous, chain.leaf(header, commitment_i))
        entries.append(Entry(seq, header, body, commitment, previous))
    return entries


def salt_of(frame: Frame, seq: int) -> bytes:
    """The salt of an event that has its body. Raises Undecodable when its seed is missing."""
    own = frame.salts.get(seq)
    seed = frame.seeds.get(chain.salt_block(seq))
    if own is not None:
        return own
    if seed is None:
        raise Undecodable(what="page", why=f"the salt of event {seq} is missing")
    return chain.salt(seed, seq)
