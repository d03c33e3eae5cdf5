from __future__ import annotations

import hashlib

import pytest

from fieldapp.journal.errors import NotEnrolled
from fieldapp.journal.hub_link import heads, signing_key
from fieldapp.journal.journal import Journal
from fieldapp.journal.pages import pages
from fieldapp.wire.chain import SALT_BLOCK, genesis
from fieldapp.wire.seal import SealedFrame, open_sealed
from tests.journal.hub import enrol
from tests.journal.laptop import give, register

PLENTY = 1 << 20


def record(journal: Journal, count: int) -> None:
    client_id = register(journal)
    with journal.transaction():
        for number in range(count):
            give(journal, client_id, row=hashlib.md5(bytes([number % 256])).digest())


def proven(journal: Journal, frames: list[SealedFrame]) -> dict[bytes, tuple[int, bytes]]:
    """The heads that the frames prove, each frame following the one before."""
    ends: dict[bytes, tuple[int, bytes]] = {}
    for sealed in frames:
        frame, entries, seal = open_sealed(sealed, signing_key(journal).verify_key)
        seq, previous = ends.get(frame.epoch, (0, genesis(frame.epoch)))
        assert (frame.base_seq, frame.previous) == (seq + 1, previous)
        assert (sealed.first_seq, sealed.last_seq) == (entries[0].seq, entries[-1].seq)
        ends[frame.epoch] = (seal.last_seq, seal.last_hash)
    return ends


def test_a_laptop_without_a_hub_has_no_pages(journal: Journal) -> None:
    with pytest.raises(NotEnrolled):
        pages(journal, {}, 4096, PLENTY)


@pytest.mark.parametrize("target", [300, 1024, 4096, 64 * 1024])
def test_pages_of_any_size_prove_the_whole_journal(journal: Journal, target: int) -> None:
    enrol(journal)
    record(journal, SALT_BLOCK + 20)
    journal.begin_epoch("restored")
    record(journal, 5)
    frames = pages(journal, {}, target, PLENTY)
    expected = {epoch: (head.seq, head.hash) for epoch, head in heads(journal).items()}
    assert proven(journal, frames) == expected
    assert max(len(frame.frame_bytes) for frame in frames) <= target * 1.5


def test_pages_go_on_from_what_the_hub_holds(journal: Journal) -> None:
    enrol(journal)
    record(journal, 30)
    head = journal.head()
    (rest,) = pages(journal, {head.epoch: head.seq - 3}, PLENTY, PLENTY)
    frame, entries, _ = open_sealed(rest, signing_key(journal).verify_key)
    assert [entry.seq for entry in entries] == [head.seq - 2, head.seq - 1, head.seq]
    assert frame.previous != genesis(head.epoch)
    assert pages(journal, {head.epoch: head.seq}, PLENTY, PLENTY) == []


def test_the_most_bytes_are_kept_to_but_one_page_always_comes(journal: Journal) -> None:
    enrol(journal)
    record(journal, 300)
    whole = pages(journal, {}, 400, PLENTY)
    some = pages(journal, {}, 400, 1000)
    assert 1 <= len(some) < len(whole)
    assert sum(len(frame.frame_bytes) for frame in some) <= 1000
    assert len(pages(journal, {}, 1024, 1)) == 1
