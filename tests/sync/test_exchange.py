"""What to send next follows from what the hub signed for, and always leads to an end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.journal.entries import Head
from fieldapp.sync.errors import HubStuck
from fieldapp.sync.exchange import (
    MOST_EVENTS,
    MOST_FRUITLESS,
    MOST_SETBACKS,
    begin,
    choose,
    is_done,
    take_answer,
)
from fieldapp.sync.pace import Pace
from fieldapp.wire.receipt import Receipt
from fieldapp.wire.seal import SealedFrame

OLD, NEW = b"epoch-01", b"epoch-02"


@dataclass
class FakeLog:
    """Events named by their numbers; `tops` is the last number of each epoch."""

    tops: dict[bytes, int] = field(default_factory=dict)

    def heads(self) -> Mapping[bytes, Head]:
        return {epoch: Head(epoch, top, event(epoch, top)) for epoch, top in self.tops.items()}

    def hash_at(self, epoch: bytes, seq: int) -> bytes | None:
        return event(epoch, seq) if 0 <= seq <= self.tops.get(epoch, -1) else None


def event(epoch: bytes, seq: int, branch: bytes = b"ours") -> bytes:
    return (epoch + branch + seq.to_bytes(4, "big")).ljust(32, b".")


def receipt(epoch: bytes, seq: int, branch: bytes = b"ours") -> Receipt:
    return Receipt(b"hub", 7, epoch, seq, event(epoch, seq, branch), seq, (), 0, b"", 0)


def frame(first: int, last: int, size: int, epoch: bytes = NEW) -> SealedFrame:
    return SealedFrame(7, epoch, first, last, 0, b"", bytes(size))


def test_sending_goes_on_after_what_the_hub_signed_for() -> None:
    log = FakeLog({OLD: 10, NEW: 20})
    course = take_answer(begin({OLD: 10}, Pace()), log, [receipt(NEW, 12)])
    assert dict(course.after) == {OLD: 10, NEW: 12}
    assert not is_done(course, log.heads())


def test_it_ends_when_the_hub_holds_every_epochs_last_event() -> None:
    log = FakeLog({OLD: 10, NEW: 20})
    course = take_answer(begin({}, Pace()), log, [receipt(NEW, 20), receipt(OLD, 10)])
    assert is_done(course, log.heads())
    log.tops[NEW] = 21
    assert not is_done(course, log.heads())


def test_the_highest_of_several_receipts_counts() -> None:
    log = FakeLog({NEW: 20})
    course = take_answer(begin({}, Pace()), log, [receipt(NEW, 9), receipt(NEW, 12)])
    assert course.after[NEW] == 12


def test_a_receipt_about_a_clones_branch_says_nothing_about_ours() -> None:
    log = FakeLog({NEW: 20})
    course = take_answer(begin({NEW: 5}, Pace()), log, [receipt(NEW, 12, b"clone")])
    assert course.after[NEW] == 5


def test_a_hub_that_lacks_the_parent_is_met_at_the_newest_common_event() -> None:
    log = FakeLog({NEW: 1000})
    known = [(998, event(NEW, 998, b"clone")), (640, event(NEW, 640)), (320, event(NEW, 320))]
    course = take_answer(begin({NEW: 1000}, Pace()), log, [], {NEW: known})
    assert course.after[NEW] == 640


def test_a_hub_that_has_nothing_of_ours_is_offered_everything() -> None:
    log = FakeLog({NEW: 1000})
    course = take_answer(begin({NEW: 900}, Pace()), log, [], {NEW: [(5, event(NEW, 5, b"clone"))]})
    assert course.after[NEW] == 0


def test_a_hub_put_back_further_and_further_does_not_keep_us_busy() -> None:
    log = FakeLog({NEW: 1000})
    course = begin({NEW: 900}, Pace())
    with pytest.raises(HubStuck):
        for seq in range(800, 0, -100):
            course = take_answer(course, log, [receipt(NEW, seq)])
    assert course.setbacks == MOST_SETBACKS


def test_a_hub_that_answers_and_takes_nothing_does_not_keep_us_busy() -> None:
    log = FakeLog({NEW: 1000})
    course = begin({}, Pace())
    with pytest.raises(HubStuck):
        for _ in range(10):
            course = take_answer(course, log, [])
    assert course.fruitless == MOST_FRUITLESS


@given(st.lists(st.tuples(st.sampled_from([OLD, NEW]), st.integers(0, 40), st.booleans())))
def test_no_sequence_of_answers_makes_us_believe_more_than_the_hub_signed_for(
    answers: list[tuple[bytes, int, bool]],
) -> None:
    log = FakeLog({OLD: 10, NEW: 20})
    course = begin({}, Pace())
    signed: dict[bytes, int] = {}
    for epoch, seq, ours in answers:
        if ours and log.hash_at(epoch, seq):
            signed[epoch] = max(seq, signed.get(epoch, 0))
        try:
            course = take_answer(course, log, [receipt(epoch, seq, b"ours" if ours else b"else")])
        except HubStuck:
            return
        assert all(course.after[epoch] <= signed[epoch] for epoch in course.after)


def test_a_request_carries_one_frames_worth_and_always_the_first_frame() -> None:
    frames = [frame(1, 100, 900), frame(101, 200, 900), frame(201, 202, 50)]
    assert choose(frames, Pace(1000)) == frames[:1]
    assert choose(frames, Pace(1800)) == frames[:2]
    assert choose(frames[:1], Pace(10)) == frames[:1]
    assert choose([], Pace()) == []


def test_a_small_end_of_an_old_epoch_shares_the_request_with_the_new_one() -> None:
    frames = [frame(9, 10, 200, OLD), frame(1, 3, 300, NEW)]
    assert choose(frames, Pace(1024)) == frames


def test_a_request_carries_no_more_than_two_thousand_events() -> None:
    frames = [frame(1, MOST_EVENTS, 100), frame(MOST_EVENTS + 1, MOST_EVENTS + 2, 10)]
    assert choose(frames, Pace()) == frames[:1]
