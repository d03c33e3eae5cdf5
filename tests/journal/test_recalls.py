"""The hub's newest recall list is in force, whatever comes later by a slower road."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from fieldapp.domain.lot import LotState
from fieldapp.hub.lots import recalls as at_hub
from fieldapp.hub.lots.recalls import Word
from fieldapp.journal import lots, recalls
from fieldapp.journal.hub_link import Enrolment, save_enrolment
from fieldapp.journal.journal import Journal
from fieldapp.wire.errors import BadSignature
from fieldapp.wire.facts import LotHeld, LotRecalled
from fieldapp.wire.recalls import OlderRecallList
from tests.hub.conftest import World, new_world
from tests.hub.fake_laptop import NOW_S
from tests.journal.laptop import LOT, NURSE, VACCINE

WORD = Word("lu.qing", NOW_S, "quality", "Notice 4")


def join(journal: Journal, world: World) -> None:
    """From now on this is the laptop's hub."""
    keys = world.store.keys
    mine = Enrolment(1, "https://hub.invalid", None, keys.hub_id, bytes(keys.verify_key),
                     keys.box_public)  # fmt: skip
    save_enrolment(journal, mine)


def listed(world: World) -> bytes:
    """What the hub says now."""
    with world.store.reading() as connection:
        version, decided = at_hub.newest_version(connection), at_hub.standing(connection)
    return at_hub.signed_list(world.hub, version, decided, NOW_S)


def recalled(world: World, lot: str = LOT) -> bytes:
    with world.store.writing() as connection:
        at_hub.recall(connection, VACCINE, lot, WORD)
    return listed(world)


def lifted(world: World, lot: str = LOT) -> bytes:
    with world.store.writing() as connection:
        at_hub.lift(connection, VACCINE, lot, Word("lu.qing", NOW_S, "found-good"))
    return listed(world)


@pytest.fixture
def hub(tmp_path: Path, journal: Journal) -> Iterator[World]:
    made = new_world(tmp_path / "hub")
    join(journal, made)
    yield made
    made.store.close()


def test_what_the_hub_recalls_is_recalled_until_it_lifts_it(journal: Journal, hub: World) -> None:
    assert dict(recalls.cursors(journal)) == {}
    recalls.store_recalls(journal, recalled(hub))
    assert lots.lot_state(journal, VACCINE, LOT) is LotState.RECALLED
    found = lots.recall_of(journal, VACCINE, LOT)
    assert found is not None and found.from_hub
    assert (found.reason, found.note, found.by) == ("quality", "Notice 4", "")
    assert dict(recalls.cursors(journal)) == {"recalls": NOW_S}
    recalls.store_recalls(journal, lifted(hub))
    assert lots.recall_of(journal, VACCINE, LOT) is None
    assert dict(recalls.cursors(journal)) == {"recalls": NOW_S + 1}


def test_a_lot_is_meant_however_it_was_typed_here(journal: Journal, hub: World) -> None:
    recalls.store_recalls(journal, recalled(hub, "Test 0001-b"))
    assert lots.lot_state(journal, VACCINE, "TEST0001-B") is LotState.RECALLED
    assert lots.lot_state(journal, VACCINE, "TEST0001") is None
    assert lots.lot_state(journal, "another", "TEST0001-B") is None


def test_an_older_list_never_replaces_a_newer_one(journal: Journal, hub: World) -> None:
    older, newer = recalled(hub), lifted(hub)
    recalls.store_recalls(journal, newer)
    with pytest.raises(OlderRecallList):
        recalls.store_recalls(journal, older)
    recalls.store_recalls(journal, newer)
    assert lots.lot_state(journal, VACCINE, LOT) is None


def test_a_list_of_another_hub_is_not_believed(
    journal: Journal, hub: World, tmp_path: Path
) -> None:
    other = new_world(tmp_path / "other")
    with pytest.raises(BadSignature):
        recalls.store_recalls(journal, recalled(other))
    recalls.store_recalls(journal, recalled(hub))
    join(journal, other)  # and of a hub that was left nothing stays in force
    assert recalls.recall_list(journal) is None
    assert lots.lot_state(journal, VACCINE, LOT) is None
    other.store.close()


def test_what_this_team_decided_stands_beside_it(journal: Journal, hub: World) -> None:
    recalls.store_recalls(journal, recalled(hub))
    own = [LotHeld(VACCINE, LOT, "vvm"), LotRecalled(VACCINE, LOT, "letter 7")]
    journal.append(own, user=NURSE.login)
    assert [one.from_hub for one in lots.standing(journal, VACCINE, LOT)] == [False, False, True]
    assert len(lots.own_standing(journal)) == 2
    recalls.store_recalls(journal, lifted(hub))
    found = lots.recall_of(journal, VACCINE, LOT)
    assert found is not None and not found.from_hub
