"""Promises of recalls: decided once, never edited, numbered upwards, in one list for everybody."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import Connection

from fieldapp.hub.lots import recalls
from fieldapp.hub.lots.errors import BadRecall, RecallStands, TooManyRecalls
from fieldapp.hub.lots.recalls import Decision, Word
from fieldapp.wire.recalls import Recall, read_recalls
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S, OTHER_VACCINE, VACCINE

LOT = "TEST-0001"
WORD = Word("lu.qing", NOW_S, "quality", "Notice 4")
GOOD = Word("lu.qing", NOW_S, "found-good")
Decide = Callable[[Connection, str, str, Word], Decision]


def done(world: World, decide: Decide, lot: str = LOT, word: Word = WORD) -> Decision:
    with world.store.writing() as connection:
        return decide(connection, VACCINE, lot, word)


def standing(world: World) -> list[str]:
    with world.store.reading() as connection:
        return [one.lot for one in recalls.standing(connection)]


def test_a_recall_stands_until_it_is_lifted_and_both_stay_on_record(world: World) -> None:
    recalled = done(world, recalls.recall)
    assert standing(world) == [LOT]
    lifted = done(world, recalls.lift, word=GOOD)
    assert standing(world) == []
    again = done(world, recalls.recall, word=Word("wang", NOW_S + 900, "frozen"))
    with world.store.reading() as connection:
        assert recalls.decisions_about(connection, VACCINE, LOT) == [again, lifted, recalled]
        assert recalls.newest_version(connection) == again.version
    assert recalled.version < lifted.version < again.version
    assert (recalled.at_s, recalled.login, recalled.note) == (NOW_S, "lu.qing", "Notice 4")


def test_a_lot_is_the_same_however_it_is_typed(world: World) -> None:
    done(world, recalls.recall, "  Test  0001b ")
    with pytest.raises(RecallStands):
        done(world, recalls.recall, "TEST0001B")
    assert done(world, recalls.lift, "test0001b", GOOD).lot == "Test 0001b"
    assert standing(world) == []


def test_another_product_with_the_same_number_is_another_lot(world: World) -> None:
    done(world, recalls.recall)
    with world.store.reading() as connection:
        assert recalls.standing_of(connection, OTHER_VACCINE, LOT) is None
        assert recalls.standing_of(connection, VACCINE, LOT) is not None


@pytest.mark.parametrize(
    ("lot", "word"),
    [
        ("   ", WORD),
        ("L" * 61, WORD),
        (LOT, Word("lu.qing", NOW_S, "because")),
        (LOT, Word("lu.qing", NOW_S, "quality", "n" * 201)),
    ],
)
def test_without_a_lot_or_a_reason_nothing_is_recalled(world: World, lot: str, word: Word) -> None:
    with pytest.raises(BadRecall):
        done(world, recalls.recall, lot, word)
    assert standing(world) == []


def test_what_is_not_recalled_cannot_be_lifted(world: World) -> None:
    with pytest.raises(RecallStands):
        done(world, recalls.lift, word=GOOD)
    done(world, recalls.recall)
    with pytest.raises(BadRecall):
        done(world, recalls.lift, word=Word("lu.qing", NOW_S, "quality"))
    assert standing(world) == [LOT]


def test_more_than_fit_into_the_list_are_refused_in_words(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recalls, "MOST_IN_FORCE", 2)
    for lot in ("A", "B"):
        done(world, recalls.recall, lot)
    with pytest.raises(TooManyRecalls, match="2 lots"):
        done(world, recalls.recall, "C")
    done(world, recalls.lift, "A", GOOD)
    done(world, recalls.recall, "C")
    assert sorted(standing(world)) == ["B", "C"]


def test_the_list_says_what_is_in_force_under_the_hubs_signature(world: World) -> None:
    recalled = done(world, recalls.recall)
    with world.store.reading() as connection:
        decided = recalls.standing(connection)
    raw = recalls.signed_list(world.hub, recalled.version, decided, NOW_S + 5)
    read = read_recalls(raw, world.verify_key)
    assert (read.hub, read.version, read.issued) == (
        world.store.keys.hub_id, recalled.version, NOW_S + 5,
    )  # fmt: skip
    assert read.recalls == (Recall(VACCINE, LOT, NOW_S, "quality", "Notice 4"),)


def test_the_longest_list_fits_into_one_answer(world: World) -> None:
    one = Decision(NOW_S, VACCINE, "批" * 60, "批" * 60, True, "quality", "号" * 200, NOW_S, "lu")
    raw = recalls.signed_list(world.hub, NOW_S, [one] * recalls.MOST_IN_FORCE, NOW_S)
    assert len(raw) < 512 * 1024
