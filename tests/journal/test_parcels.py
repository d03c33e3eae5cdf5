"""A neighbour's pages are held once, unopened, until the hub signed for their very end."""

from __future__ import annotations

import pytest

from fieldapp.journal import parcels
from fieldapp.journal.journal import Journal
from fieldapp.journal.parcels import NoRoom, bundle_of, held, held_sum, let_go, settle, take
from fieldapp.wire.bundle import write_bundle
from fieldapp.wire.errors import Undecodable
from fieldapp.wire.neighbour import MAX_PARCEL_BYTES, Held, Parcel, Sum
from fieldapp.wire.seal import SealedFrame
from tests.journal.hub import HUB_BOX

OWNER, EPOCH = 8, b"epoch-08"


def parcel(first: int, last: int, *, branch: int = 1, size: int = 50) -> Parcel:
    """Made-up pages of a neighbour; sealing them again makes other bytes of them."""
    frame = SealedFrame(OWNER, EPOCH, first, last, 0, bytes(64), bytes(size))
    place = Held(EPOCH, first, last, bytes([branch, last]) * 16, 1)
    return Parcel(place, write_bundle([frame], bytes(HUB_BOX.public_key)))


def test_a_parcel_is_held_as_it_came(journal: Journal) -> None:
    came = parcel(1, 4)
    assert take(journal, OWNER, came)
    (one,) = held(journal)
    assert (one.device, one.place, one.handed_in_s) == (OWNER, came.place, None)
    assert bundle_of(journal, one.no) == came.bundle
    assert held_sum([one.place]) == Sum(1, 4, 1)


def test_the_same_events_sealed_twice_are_held_once(journal: Journal) -> None:
    first, again = parcel(1, 4), parcel(1, 4)
    assert first.bundle != again.bundle
    assert take(journal, OWNER, first)
    assert not take(journal, OWNER, again)
    assert not take(journal, OWNER, parcel(3, 4)), "a part of what is held"
    assert [one.place for one in held(journal)] == [first.place]


def test_settling_a_short_parcel_lets_no_longer_one_of_the_same_end_go(journal: Journal) -> None:
    take(journal, OWNER, parcel(3, 4))
    (short,) = held(journal)
    assert take(journal, OWNER, parcel(1, 4))
    settle(journal, short.no)  # the hub signed while the longer one arrived
    (longer,) = held(journal)
    assert (longer.place.first_seq, longer.place.last_seq) == (1, 4)
    settle(journal, longer.no)
    take(journal, OWNER, parcel(1, 4))
    assert held(journal)[0].no > longer.no, "no number is given twice"


def test_another_branch_with_the_same_numbers_is_held_too(journal: Journal) -> None:
    assert take(journal, OWNER, parcel(1, 4))
    assert take(journal, OWNER, parcel(1, 4, branch=2))
    assert len(held(journal, OWNER)) == 2
    assert held(journal, 9) == []


def test_an_owner_lets_go_of_its_own_alone(journal: Journal) -> None:
    take(journal, OWNER, parcel(1, 4))
    take(journal, OWNER, parcel(5, 9))
    end = parcel(1, 4).place.last_hash
    let_go(journal, 9, [end])
    assert len(held(journal)) == 2
    let_go(journal, OWNER, [end, bytes(32)])
    assert [one.place.last_seq for one in held(journal)] == [9]


def test_what_was_handed_in_without_a_receipt_is_still_held(journal: Journal) -> None:
    take(journal, OWNER, parcel(1, 4))
    parcels.note_handed_in(journal, held(journal)[0].no)
    assert held(journal)[0].handed_in_s == int(journal.clock.now().timestamp())
    assert bundle_of(journal, 99) is None


@pytest.mark.parametrize(
    "bad",
    [
        Parcel(parcel(1, 4).place, parcel(1, 5).bundle),
        Parcel(parcel(1, 4).place, b"VXB1"),
        Parcel(parcel(1, 4).place, bytes(MAX_PARCEL_BYTES + 1)),
    ],
)
def test_a_parcel_that_is_not_what_it_is_said_to_be_is_refused(
    journal: Journal, bad: Parcel
) -> None:
    with pytest.raises(Undecodable):
        take(journal, OWNER, bad)
    with pytest.raises(Undecodable):
        take(journal, OWNER + 1, parcel(1, 4))
    assert held(journal) == []


def test_a_neighbour_cannot_fill_the_disk(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parcels, "MOST_BYTES", 400)
    take(journal, OWNER, parcel(1, 4))
    with pytest.raises(NoRoom):
        take(journal, OWNER, parcel(5, 9))
    assert len(held(journal)) == 1
