"""A snapshot tells everybody; it is made when the line grew long, or somebody was shut out."""

from __future__ import annotations

from pathlib import Path

import pytest

from fieldapp.hub.devices import revoke
from fieldapp.hub.regions import snapshot
from tests.hub.by_law import erased
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S
from tests.hub.regions.readers import Reader, published
from tests.hub.regions.test_publish import day_of


def test_it_tells_everybody_and_the_line_goes_on(world: World) -> None:
    laptop, _ = day_of(world)
    assert snapshot.take(world.store, "north", now_s=NOW_S) == 1
    laptop.give(laptop.register("李四"))
    world.push_all(laptop)
    published(world)
    late = Reader(world, laptop).pull()
    assert set(late.named()) == {"王小明", "李四"}


def test_it_is_due_when_the_line_outgrew_everybody(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop, _ = day_of(world)
    assert snapshot.take_due(world.store, now_s=NOW_S) == 0
    monkeypatch.setattr(snapshot, "SLACK_BYTES", 0)
    for day in (10, 20, 30):
        laptop.give(3, day=day)
        world.push_all(laptop)
        published(world)
    assert snapshot.take_due(world.store, now_s=NOW_S) == 1
    assert snapshot.take_due(world.store, now_s=NOW_S) == 0, "nothing changed since"


def test_after_a_laptop_is_shut_out_everything_stands_under_a_new_key(
    world: World, tmp_path: Path
) -> None:
    laptop, reader = day_of(world)
    thief = world.laptop(b"epoch-02", name="Boat Two")
    stolen = Reader(world, thief).pull()
    revoke(tmp_path / "hub", thief.device, now_s=NOW_S)
    assert snapshot.take_due(world.store, now_s=NOW_S) == 1
    assert stolen.ask() == (), "who is shut out gets nothing at all"
    laptop.give(3, day=30)
    world.push_all(laptop)
    published(world)
    assert {s.key_id for s in reader.pull().segments} == {2}
    assert [len(person.doses) for person in reader.people.values()] == [2]


def test_who_was_erased_is_in_nothing_that_is_still_published(world: World) -> None:
    laptop, reader = day_of(world)
    laptop.register("李四")
    world.push_all(laptop)
    published(world)
    assert set(reader.pull().named()) == {"王小明", "李四"}
    erased(world.store, laptop, 3)
    world.push_all(laptop)
    published(world)
    assert snapshot.take_due(world.store, now_s=NOW_S) == 1
    assert set(reader.pull().named()) == {"李四"}
    fresh = Reader(world, laptop)
    assert set(fresh.pull().named()) == {"李四"}
    assert len(fresh.segments) == 1, "the line that named them is gone"
    assert snapshot.take_due(world.store, now_s=NOW_S) == 0
