"""Journal pages for the hub: consecutive events in sealed frames of about the size asked for.

Reads only; what the hub holds is the caller's knowledge (`after`), never a flag kept here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from nacl.signing import SigningKey

from fieldapp.journal.database import Database, Row
from fieldapp.journal.entries import epochs, position, salts, seeds, seq_of
from fieldapp.journal.errors import NotEnrolled
from fieldapp.journal.hub_link import enrolment, hash_at, signing_key
from fieldapp.journal.journal import Journal
from fieldapp.wire import chain
from fieldapp.wire.frame import MAX_EVENTS, MAX_FRAME_RAW, Frame, encode_frame
from fieldapp.wire.seal import Seal, SealedFrame, sign_seal

_ROOM_RAW = MAX_FRAME_RAW - 2048  # the frame's own fields and salt seeds
_OVERHEAD = 8  # CBOR around one event
_FIRST_GUESS = 5.0  # raw bytes to one packed byte, until a frame has been packed
_CLOSE_ENOUGH = 1.1
_FULL_ENOUGH = 0.75
_TRIES = 4
_FIXED = 90  # packed bytes of a frame's own fields, which hardly compress


@dataclass
class _Packer:
    """Packs frames of one journal, learning how well its events compress."""

    j: Journal
    device: int
    key: SigningKey
    device_time: int
    target: int
    ratio: float = _FIRST_GUESS

    def pack(self, no: int, epoch: bytes, rows: list[Row]) -> SealedFrame:
        """A frame of the first of `rows`, as many as fit the target; at least one."""
        chosen: tuple[list[Row], bytes] | None = None
        for _ in range(_TRIES):
            part = _first_of(rows, int(max(1, self.target - _FIXED) * self.ratio))
            packed = encode_frame(self._frame(no, epoch, part))
            raw = _raw_size(part)
            self.ratio = max(1.0, raw / max(1, len(packed) - _FIXED))
            fits = len(packed) <= self.target * _CLOSE_ENOUGH
            if chosen is None or fits:
                chosen = part, packed
            whole = len(part) == len(rows) or raw > _ROOM_RAW * _FULL_ENOUGH
            if fits and (whole or len(packed) >= self.target * _FULL_ENOUGH):
                break
        assert chosen is not None  # noqa: S101  _TRIES is not 0
        return self._sealed(epoch, *chosen)

    def _frame(self, no: int, epoch: bytes, rows: list[Row]) -> Frame:
        base = seq_of(rows[0][0])
        told = [seq_of(row[0]) for row in rows if row[2] is not None]
        known, own = seeds(self.j.db, no), salts(self.j.db, no)
        blocks = {chain.salt_block(seq) for seq in told if seq not in own}
        return Frame(
            self.device,
            epoch,
            base,
            hash_at(self.j, epoch, base - 1) or b"",
            {block: known[block] for block in blocks},
            tuple((header, body, commitment) for _, header, body, commitment, _ in rows),
            {seq: own[seq] for seq in told if seq in own},
        )

    def _sealed(self, epoch: bytes, rows: list[Row], packed: bytes) -> SealedFrame:
        first, last = seq_of(rows[0][0]), seq_of(rows[-1][0])
        seal = Seal(self.device, epoch, last, rows[-1][4], self.device_time)
        signature = sign_seal(seal, self.key)
        return SealedFrame(self.device, epoch, first, last, self.device_time, signature, packed)


def pages(
    j: Journal, after: Mapping[bytes, int], frame_target_bytes: int, max_bytes: int
) -> list[SealedFrame]:
    """Sealed frames of what comes after `after` (by epoch; 0 where it names none), oldest first.

    A frame packs to about `frame_target_bytes`, all together to at most `max_bytes`; one frame is
    always given while anything is left. Raises NotEnrolled.
    """
    joined = enrolment(j)
    if joined is None:
        raise NotEnrolled()
    now = int(j.clock.now().timestamp())
    packer = _Packer(j, joined.device, signing_key(j), now, frame_target_bytes)
    chosen: list[SealedFrame] = []
    size = 0
    for frame in _frames(packer, after):
        size += len(frame.frame_bytes)
        if chosen and size > max_bytes:
            break
        chosen.append(frame)
        if size >= max_bytes:
            break
    return chosen


def _frames(packer: _Packer, after: Mapping[bytes, int]) -> Iterator[SealedFrame]:
    for no, epoch in epochs(packer.j.db):
        seq = after.get(epoch, 0)
        while rows := _rows_of_a_frame(packer.j.db, no, seq):
            frame = packer.pack(no, epoch, rows)
            yield frame
            seq = frame.last_seq


def _rows_of_a_frame(db: Database, no: int, after_seq: int) -> list[Row]:
    return db.rows(
        "SELECT pos, header, body, commitment, id FROM entry WHERE pos > ? AND pos < ? "
        "ORDER BY pos LIMIT ?",
        position(no, after_seq),
        position(no + 1, 0),
        MAX_EVENTS,
    )


def _first_of(rows: list[Row], raw_bytes: int) -> list[Row]:
    """As many rows from the start as fit; at least one."""
    room = min(raw_bytes, _ROOM_RAW)
    for count, row in enumerate(rows):
        room -= _raw_size([row])
        if room < 0 and count:
            return rows[:count]
    return rows


def _raw_size(rows: list[Row]) -> int:
    return sum(_OVERHEAD + len(row[1]) + len(row[2] or row[3]) for row in rows)
