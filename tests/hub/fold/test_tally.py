"""Promises of the kept sums: they are what counting every row again comes to, whatever happened."""

from __future__ import annotations

import random

import pytest

from fieldapp.hub.fold import tally
from fieldapp.hub.fold.projector import rebuild
from fieldapp.hub.sync_log.proof import tallies
from fieldapp.wire.facts import DoseVoided
from tests.hub.by_law import erased
from tests.hub.conftest import World
from tests.hub.fold.busy import forked_history


def check(world: World) -> None:
    with world.store.reading() as connection:
        assert tallies(connection) == tallies(connection, anew=True)


@pytest.mark.parametrize("seed", range(6))
def test_what_is_kept_is_what_counting_comes_to(sqlite_world: World, seed: int) -> None:
    laptops = [sqlite_world.laptop(b"epoch-01"), sqlite_world.laptop(b"epoch-02")]
    for branch in forked_history(random.Random(seed), laptops):
        sqlite_world.push_all(branch)
        check(sqlite_world)
    rebuild(sqlite_world.store)
    check(sqlite_world)


def test_strikes_doubles_and_erasures_move_a_dose_from_one_word_to_the_next(world: World) -> None:
    laptop = world.laptop()
    somebody = laptop.register("Test One")
    first, _ = laptop.give(somebody, 8), laptop.give(somebody, 8)
    world.push_all(laptop)
    states = kept(world)
    assert states == {"contested": 2, tally.RECORDS: laptop.seq}
    laptop.add(DoseVoided(first, "twice"))
    world.push_all(laptop)
    assert kept(world) == {"counted": 1, "voided": 1, tally.RECORDS: laptop.seq}
    erased(world.store, laptop, first)
    world.push_all(laptop)
    assert kept(world) == {"counted": 1, "erased": 1, tally.RECORDS: laptop.seq}
    check(world)


def kept(world: World) -> dict[str, int]:
    """Of the one laptop."""
    with world.store.reading() as connection:
        return dict(tally.kept(connection, [1])[1])


def test_of_a_laptop_without_a_record_nothing_is_kept(world: World) -> None:
    world.laptop()
    with world.store.reading() as connection:
        assert tally.kept(connection) == {}
