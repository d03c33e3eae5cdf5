"""Taking bodies out of a frame so that its chain and its seal still hold.

Of an erased event the header and the commitment stay. The seed of its salt block goes too: from it
the salt follows, and with the salt a short body can be found by trying. The events that remain of
the block get their salts told one by one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from fieldapp.wire import chain
from fieldapp.wire.columns import Part
from fieldapp.wire.frame import Frame, salt_of


def block_span(seqs: Iterable[int]) -> range:
    """All sequence numbers of the salt blocks, first to last, that these belong to."""
    blocks = [chain.salt_block(seq) for seq in seqs]
    return range(min(blocks) * chain.SALT_BLOCK + 1, (max(blocks) + 1) * chain.SALT_BLOCK + 1)


def without(frame: Frame, erased: Collection[int], burnt: Iterable[int] = ()) -> Frame:
    """The frame without the bodies of these events, by number, and without the seeds of their
    blocks and of `burnt`: blocks of which another frame held an erased event.

    The same frame when nothing is to be done. Raises Undecodable when a salt is missing.
    """
    blocks = {chain.salt_block(seq) for seq in erased} | set(burnt)
    told = list(enumerate(frame.events, start=frame.base_seq))
    here = {seq for seq, (_, body, _) in told if seq in erased and body is not None}
    salts = {
        seq: salt_of(frame, seq)
        for seq, (_, body, _) in told
        if body is not None and seq not in here and (seq in frame.salts or _block(seq) in blocks)
    }
    return replace(
        frame,
        seeds={block: seed for block, seed in frame.seeds.items() if block not in blocks},
        salts=salts,
        events=tuple(_bare(frame, seq, part) if seq in here else part for seq, part in told),
    )


def _block(seq: int) -> int:
    return chain.salt_block(seq)


def _bare(frame: Frame, seq: int, part: Part) -> Part:
    header, body, _ = part
    return header, None, chain.commitment(salt_of(frame, seq), body or b"")
