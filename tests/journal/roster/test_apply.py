"""Segments are taken in once, in order, resumably; what does not follow does no harm."""

from __future__ import annotations

import pytest

from fieldapp.journal.journal import Journal
from fieldapp.journal.leases import store_lease
from fieldapp.journal.roster import find
from fieldapp.journal.roster.access import writing
from fieldapp.journal.roster.apply import begin_anew, cursors, keep_head, keep_segment, regions
from fieldapp.wire.errors import Undecodable
from tests.journal.roster.filled import Region, dose, fill, lend, now_s, sent, somebody


def names(journal: Journal) -> list[str]:
    return sorted(entry.person.name for entry in find.search(journal, "王"))


def test_people_come_once_however_often_their_segment_does(journal: Journal) -> None:
    region = fill(journal, somebody())
    assert keep_segment(journal, region.raws[0]) == 0
    assert names(journal) == ["王小明"]
    assert dict(cursors(journal)) == {"region/north": 1, "known/north": now_s(journal)}


def test_a_later_segment_replaces_and_removes(journal: Journal) -> None:
    region = fill(journal, somebody(), somebody("王二", ref=b"2" * 16))
    region.segment(somebody("王小明", dose()), gone=[b"2" * 16])
    assert keep_segment(journal, region.raws[1]) == 1
    (entry,) = find.search(journal, "王")
    assert [given.team for given in entry.person.doses] == ["Boat One"]


def test_a_segment_out_of_order_waits_for_those_before(journal: Journal) -> None:
    region = fill(journal, somebody())
    region.segment(somebody("王二", ref=b"2" * 16))
    region.segment(somebody("王三", ref=b"3" * 16))
    assert keep_segment(journal, region.raws[2]) == 0
    assert keep_segment(journal, region.raws[1]) == 1
    assert keep_segment(journal, region.raws[2]) == 1


def test_a_snapshot_comes_in_parts_and_forgets_who_is_no_longer_there(journal: Journal) -> None:
    region = fill(journal, somebody("王旧", ref=b"o" * 16))
    region.segment()
    first, second = region.snapshot([somebody()], [somebody("王二", ref=b"2" * 16)])
    assert keep_segment(journal, second) == 0, "the first is not here yet"
    keep_segment(journal, first)
    told = dict(cursors(journal))
    assert (told["region/north"], told["snapshot/north"], told["part/north"]) == (1, 2, 1)
    assert names(journal) == ["王小明", "王旧"], "what was known stays until all of it is here"
    keep_segment(journal, second)
    assert names(journal) == ["王二", "王小明"]
    region.segment(somebody("王三", ref=b"3" * 16))
    assert keep_segment(journal, region.raws[2]) == 1, "the line goes on"


def test_a_hub_that_was_put_back_is_believed_anew(journal: Journal) -> None:
    fill(journal, somebody())
    other = Region()
    other.segment(somebody("王二", ref=b"2" * 16))
    other.segment(somebody("王三", ref=b"3" * 16))
    assert keep_segment(journal, other.raws[1]) == 0
    assert dict(cursors(journal))["region/north"] == 0
    for raw in other.raws:
        keep_segment(journal, raw)
    assert names(journal) == ["王三", "王二"]


def test_a_later_head_with_fewer_segments_tells_of_the_same(journal: Journal) -> None:
    region = fill(journal, somebody())
    keep_head(journal, region.head(now_s(journal) - 50, number=0))
    assert names(journal) == ["王小明"], "an old head from a stick says nothing"
    keep_head(journal, region.head(now_s(journal) + 50, number=0))
    assert names(journal) == []


def test_a_head_makes_what_is_here_fresher(journal: Journal) -> None:
    region = fill(journal, somebody(), as_of=1_620_000_100)
    (before,) = find.search(journal, "王")
    keep_head(journal, region.head(1_620_000_900))
    (after,) = find.search(journal, "王")
    assert (after.as_of - before.as_of).total_seconds() == 800


def test_a_key_of_before_still_opens_its_segments(journal: Journal) -> None:
    region = fill(journal, somebody())
    store_lease(journal, lend(journal, issued=now_s(journal) + 1, key_id=2))
    region.segment(somebody("王二", ref=b"2" * 16))
    assert keep_segment(journal, region.raws[1]) == 1


def test_without_a_lease_or_its_key_nothing_is_taken(journal: Journal) -> None:
    region = fill(journal, somebody())
    region.key_id = 9
    with pytest.raises(Undecodable):
        keep_segment(journal, region.segment(somebody()))
    south = Region("south", key_id=1)
    with pytest.raises(Undecodable):
        keep_segment(journal, south.segment(somebody()))


def test_a_region_can_be_forgotten(journal: Journal) -> None:
    fill(journal, somebody())
    db = writing(journal)
    assert db is not None
    begin_anew(db, regions(db)[0])
    assert names(journal) == []


def test_a_hub_of_before_tells_of_no_messages_until_a_newer_one_does(journal: Journal) -> None:
    region = fill(journal)
    begin_anew_by_hand(journal)
    old = Region()
    keep_segment(journal, old.segment(somebody(), tells_messages=False))
    (entry,) = find.search(journal, "王")
    assert not entry.tells_messages, "nothing sent and nothing told are not the same"
    keep_segment(journal, old.segment(somebody("王二", ref=b"2" * 16, messages=sent())))
    assert all(entry.tells_messages for entry in find.search(journal, "王"))
    assert region.name == old.name


def begin_anew_by_hand(journal: Journal) -> None:
    """As if nothing of the region had come yet."""
    db = writing(journal)
    assert db is not None
    (state,) = regions(db)
    begin_anew(db, state)
