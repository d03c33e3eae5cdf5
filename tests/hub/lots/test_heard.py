"""Promises of who has heard: only what a laptop itself says it holds counts as heard."""

from __future__ import annotations

from types import MappingProxyType

import pytest
from sqlalchemy import delete

from fieldapp.hub.asking import Asking
from fieldapp.hub.devices import devices, revoke
from fieldapp.hub.lots import heard, recalls
from fieldapp.hub.lots.heard import (
    TIMES_TO_HEAR,
    Heard,
    Hearing,
    Spread,
    all_heard,
    for_laptop,
    spread,
)
from fieldapp.hub.lots.recalls import Word
from fieldapp.hub.lots.tables import lot_recall
from fieldapp.hub.sync_answer import answer_sync
from fieldapp.wire.recalls import KIND, read_recalls
from fieldapp.wire.signed import kind_of
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S, VACCINE, FakeLaptop

WORD = Word("lu.qing", NOW_S, "quality")


def recall(world: World) -> int:
    with world.store.writing() as connection:
        return recalls.recall(connection, VACCINE, "TEST-0001", WORD).version


def lift(world: World) -> int:
    with world.store.writing() as connection:
        good = Word("lu.qing", NOW_S, "found-good")
        return recalls.lift(connection, VACCINE, "TEST-0001", good).version


def asked(world: World, laptop: FakeLaptop, holds: int | None = None) -> list[bytes]:
    """What comes down when a laptop says that it holds this version."""
    cursors = MappingProxyType({} if holds is None else {"recalls": holds})
    with world.store.reading() as connection:
        device = devices(connection)[laptop.device]
    return list(for_laptop(Asking(world.hub, device, cursors, NOW_S)))


def known(world: World, laptop: FakeLaptop) -> Heard:
    with world.store.reading() as connection:
        return all_heard(connection).get(laptop.device, Heard())


def test_while_nothing_was_ever_recalled_nothing_is_said_or_written(world: World) -> None:
    assert asked(world, world.laptop()) == []
    with world.store.reading() as connection:
        assert all_heard(connection) == {}


def test_a_recall_is_handed_over_and_heard_once_the_laptop_says_so(world: World) -> None:
    laptop, version = world.laptop(), recall(world)
    assert known(world, laptop).of(version) is Hearing.NOT_YET
    (raw,) = asked(world, laptop)
    assert read_recalls(raw, world.verify_key).version == version
    assert known(world, laptop).of(version) is Hearing.HANDED
    assert asked(world, laptop, version) == []
    assert known(world, laptop).of(version) is Hearing.HEARD
    assert known(world, laptop).holds_s == NOW_S


def test_its_lifting_has_to_be_heard_too(world: World) -> None:
    laptop, first = world.laptop(), recall(world)
    asked(world, laptop, first)
    second = lift(world)
    assert known(world, laptop).of(second) is Hearing.NOT_YET
    (raw,) = asked(world, laptop, first)
    assert read_recalls(raw, world.verify_key).recalls == ()
    asked(world, laptop, second)
    assert known(world, laptop).of(second) is Hearing.HEARD


def test_a_laptop_that_never_takes_it_is_told_apart_from_a_lost_answer(world: World) -> None:
    laptop, version = world.laptop(), recall(world)
    for _ in range(TIMES_TO_HEAR - 1):
        asked(world, laptop)
        assert known(world, laptop).of(version) is Hearing.HANDED
    asked(world, laptop)
    assert known(world, laptop).of(version) is Hearing.DEAF
    asked(world, laptop, version)  # updated at last
    assert known(world, laptop).of(version) is Hearing.HEARD


def test_what_had_no_room_in_the_answer_was_not_handed_over(world: World) -> None:
    laptop, version = world.laptop(), recall(world)
    body = laptop.request(laptop.pages(), world.store.keys.box_public, pull_budget=50)
    world.read(answer_sync(world.hub, laptop.authorize(body), body))
    assert known(world, laptop).of(version) is Hearing.NOT_YET


def test_it_comes_first_of_all_that_comes_down(world: World) -> None:
    laptop = world.laptop()
    recall(world)
    body = laptop.request(laptop.pages(), world.store.keys.box_public, pull_budget=32_768)
    pulls = world.read(answer_sync(world.hub, laptop.authorize(body), body)).pulls
    assert kind_of([KIND], pulls[0], world.verify_key) == KIND


def test_by_stick_it_is_handed_over_and_never_counted_as_deafness(world: World) -> None:
    laptop, version = world.laptop(), recall(world)
    with world.store.reading() as connection:
        device = devices(connection)[laptop.device]
    for _ in range(TIMES_TO_HEAR + 1):
        (raw,) = heard.for_stick(world.hub, [device], NOW_S)
    assert read_recalls(raw, world.verify_key).version == version
    assert known(world, laptop).of(version) is Hearing.STICK


def test_how_far_the_newest_list_has_come_is_told_until_everybody_has_it(world: World) -> None:
    first, second, lost = (world.laptop(name) for name in (b"epoch-01", b"epoch-02", b"epoch-03"))
    revoke(world.store.folder, lost.device, now_s=NOW_S)

    def told() -> Spread | None:
        with world.store.reading() as connection:
            return spread(connection)

    assert told() is None
    version = recall(world)
    assert told() == Spread(lots=1, heard=0, laptops=2)
    for laptop in (first, second):
        asked(world, laptop, version)
    assert told() == Spread(lots=1, heard=2, laptops=2)
    version = lift(world)
    assert told() == Spread(lots=0, heard=0, laptops=2)
    for laptop in (first, second):
        asked(world, laptop, version)
    assert told() is None


def test_after_a_backup_was_put_back_it_is_known_who_holds_a_newer_list(world: World) -> None:
    laptop, version = world.laptop(), recall(world)
    asked(world, laptop, version)
    with world.store.writing() as connection:
        assert heard.ahead(connection) == 0
        connection.execute(delete(lot_recall))  # as a backup of before knows nothing of it
    assert asked(world, laptop, version) == []
    with world.store.reading() as connection:
        assert heard.ahead(connection) == 1
    later = recall(world)
    assert later >= version
    with world.store.reading() as connection:
        assert heard.ahead(connection) == 0


@pytest.mark.parametrize(
    ("state", "hearing"),
    [
        (Heard(), Hearing.NOT_YET),
        (Heard(handed=7, times=9), Hearing.NOT_YET),
        (Heard(handed=8, times=1), Hearing.HANDED),
        (Heard(handed=8), Hearing.STICK),
        (Heard(handed=9, times=3), Hearing.DEAF),
        (Heard(holds=8), Hearing.HEARD),
        (Heard(holds=9, handed=9, times=3), Hearing.HEARD),
    ],
)
def test_how_far_a_version_has_come(state: Heard, hearing: Hearing) -> None:
    assert state.of(8) is hearing
