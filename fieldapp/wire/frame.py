"""A frame: consecutive events of one epoch, small enough for a bad link, decodable alone.

    frame = version byte 01 | zstd, primed by `wire.primer`, of CBOR
            [device, epoch, base_seq, previous, [[block, seed]...], mode, payload]

Mode 0 (plain): payload = [[header, body | null, commitment | null]...]. Mode 1 (columns): see
`wire.columns`. The sender uses columns only where they give every event's exact bytes back.
"""

from __future__ import annotations

from dataclasses import dataclass

import zstandard

from fieldapp.wire import cbor, chain
from fieldapp.wire.columns import NotColumnar, from_columns, to_columns
from fieldapp.wire.errors import NewerFormat, Undecodable
from fieldapp.wire.primer import PRIMER

MAX_FRAME_RAW = 64 * 1024
MAX_EVENTS = 4096
_VERSION = 1
_PLAIN, _COLUMNS = 0, 1
_LEVEL = 19

Part = tuple[bytes, bytes | None, bytes | None]
"""An event in a frame: exact header, exact body (None when erased), commitment (only then)."""


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
    """`previous` is h of base_seq - 1; `seeds` holds the salt seed of every block touched."""

    device: int
    epoch: bytes
    base_seq: int
    previous: bytes
    seeds: dict[int, bytes]
    events: tuple[Part, ...]


def encode_frame(frame: Frame) -> bytes:
    """The frame as it travels: in columns where they give the exact bytes back, else plain."""
    return bytes([_VERSION]) + _compressed(cbor.dumps(_items(frame)))


def _items(frame: Frame) -> list[object]:
    seeds = [[block, seed] for block, seed in sorted(frame.seeds.items())]
    head = [frame.device, frame.epoch, frame.base_seq, frame.previous, seeds]
    columns = _columns(frame)
    if columns is not None:
        return [*head, _COLUMNS, columns]
    return [*head, _PLAIN, [list(part) for part in frame.events]]


def _columns(frame: Frame) -> object:
    """The events as columns, if that gives their exact bytes back."""
    try:
        payload = to_columns(frame.base_seq, frame.events)
        exact = from_columns(frame.base_seq, payload) == list(frame.events)
    except (NotColumnar, Undecodable):
        return None
    return payload if exact else None


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
    if not data or data[0] != _VERSION:
        raise NewerFormat(what="page", version=data[0] if data else 0)
    match cbor.loads(_decompressed(data[1:]), max_bytes=2 * MAX_FRAME_RAW):
        case [int(device), bytes(epoch), int(base), bytes(previous), list(seeds), int(mode), told]:
            if base >= 1 and (len(epoch), len(previous)) == (chain.EPOCH_BYTES, chain.HASH_BYTES):
                events = _events(base, mode, told)
                return Frame(device, epoch, base, previous, _seeds(seeds), tuple(events))
    raise Undecodable(what="page", why="its fields are not those of a page")


def _decompressed(data: bytes) -> bytes:
    magicless = zstandard.FORMAT_ZSTD1_MAGICLESS
    reader = zstandard.ZstdDecompressor(dict_data=_primer(), format=magicless)
    try:
        with reader.stream_reader(data) as stream:
            raw = stream.read(2 * MAX_FRAME_RAW + 1)
    except zstandard.ZstdError as error:
        raise Undecodable(what="page", why="it does not unpack") from error
    if len(raw) > 2 * MAX_FRAME_RAW:
        raise Undecodable(what="page", why="it unpacks to more than a page may hold")
    return raw


def _events(base_seq: int, mode: int, payload: object) -> list[Part]:
    if mode == _COLUMNS:
        events = from_columns(base_seq, payload)
    elif mode == _PLAIN and isinstance(payload, list):
        events = [_part(item) for item in payload]
    else:
        raise NewerFormat(what="page", version=mode)
    if not 1 <= len(events) <= MAX_EVENTS:
        raise Undecodable(what="page", why=f"it holds {len(events)} events")
    return events


def _part(item: object) -> Part:
    match item:
        case [bytes(header), bytes(body), None]:
            return header, body, None
        case [bytes(header), None, bytes(commitment)] if len(commitment) == chain.HASH_BYTES:
            return header, None, commitment
    raise Undecodable(what="page", why="an event is not [header, body, commitment]")


def _seeds(items: list[object]) -> dict[int, bytes]:
    seeds: dict[int, bytes] = {}
    for item in items:
        match item:
            case [int(block), bytes(seed)] if len(seed) == chain.SALT_BYTES:
                seeds[block] = seed
            case _:
                raise Undecodable(what="page", why="a salt seed is not [block, 16 bytes]")
    return seeds


def replay(frame: Frame) -> list[Entry]:
    """Compute the identity of every event of a frame. Raises Undecodable when a seed is missing."""
    entries: list[Entry] = []
    previous = frame.previous
    for seq, (header, body, commitment) in enumerate(frame.events, start=frame.base_seq):
        if body is not None:
            commitment_i = chain.commitment(_salt(frame, seq), body)
        else:
            commitment_i = commitment or b""
        previous = chain.link(previous, chain.leaf(header, commitment_i))
        entries.append(Entry(seq, header, body, commitment, previous))
    return entries


def _salt(frame: Frame, seq: int) -> bytes:
    seed = frame.seeds.get(chain.salt_block(seq))
    if seed is None:
        raise Undecodable(what="page", why=f"the salt seed of event {seq} is missing")
    return chain.salt(seed, seq)
