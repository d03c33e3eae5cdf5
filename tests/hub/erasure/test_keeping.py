"""Promises of what goes on beside the server: what was decided is carried out, what the law kept
goes after its day, and what comes later about somebody who is gone goes with them."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from fieldapp.hub.erasure import keeping, law, ledger, wishes
from fieldapp.hub.erasure.keeping import erasing, keep, keep_once, let_go
from fieldapp.hub.erasure.tables import erasure, kept_record
from fieldapp.hub.registry.build import REGISTRY_FILE
from fieldapp.hub.verify import verify
from fieldapp.wire.facts import CallMade, ClientAmended
from tests.hub.conftest import World
from tests.hub.erasure.people import (
    CANARY,
    LATER_S,
    Somebody,
    erased,
    everything_stored,
    record_everything,
)
from tests.hub.fake_laptop import NOW_S, VACCINE, FakeLaptop


def day(world: World) -> tuple[FakeLaptop, Somebody]:
    laptop = world.laptop()
    canary = record_everything(laptop)
    world.push_all(laptop)
    return laptop, canary


def wished(world: World, client: bytes, *, decided: bool) -> None:
    with world.store.writing() as connection:
        assert wishes.ask(connection, client, "never-true", "letter 12", "sun.li", NOW_S)
        if decided:
            numbers = [wish.no for wish in wishes.open_wishes(connection, most=9)]
            assert wishes.decide(connection, numbers, "lu.qing", NOW_S)


def round_(world: World) -> int:
    return keep_once(world.store, law.shipped(), LATER_S)


def test_what_is_only_asked_for_waits_and_what_is_decided_is_carried_out(world: World) -> None:
    _, canary = day(world)
    wished(world, canary.client, decided=False)
    assert round_(world) == 0 and CANARY in everything_stored(world)
    with world.store.writing() as connection:
        (wish,) = wishes.open_wishes(connection, most=9)
        wishes.decide(connection, [wish.no], "lu.qing", NOW_S)
    (world.store.folder / REGISTRY_FILE).write_bytes(b"an edition that tells of them")
    assert round_(world) == 1 and CANARY not in everything_stored(world)
    assert not (world.store.folder / REGISTRY_FILE).exists()
    with world.store.reading() as connection:
        assert connection.execute(select(erasure.c.login)).scalars().all() == ["lu.qing"]
        assert wishes.decided(connection, 9) == []
    assert round_(world) == 0


def test_a_wish_about_nobody_is_dropped(world: World) -> None:
    wished(world, b"nobody" * 5, decided=True)
    assert round_(world) == 0
    with world.store.reading() as connection:
        assert wishes.decided(connection, 9) == []


def test_what_comes_later_about_somebody_who_is_gone_goes_with_them(world: World) -> None:
    laptop, canary = day(world)
    other = world.laptop(b"epoch-02")
    erased(world, canary.client)
    ref = canary.client[:16]
    other.add(ClientAmended(ref, "name", CANARY, "Canary Smith"))
    other.add(CallMade(ref, VACCINE, 2, "reached", note="Canary says hello"))
    other.give(ref, 30)
    laptop.add(CallMade(3, VACCINE, 2, "reached", note="Canary again"))
    for one in (other, laptop):
        world.push_all(one)
    world.fold()
    assert CANARY in everything_stored(world)
    assert round_(world) == 1
    assert CANARY not in everything_stored(world)
    assert verify(world.store.folder).problems == []
    with world.store.reading() as connection:
        bases = connection.execute(select(erasure.c.basis)).scalars().all()
    assert bases == ["never-true", "never-true"]


def test_what_the_law_kept_goes_after_its_day_from_database_and_ledger(world: World) -> None:
    _, canary = day(world)
    done = erased(world, canary.client, "request")
    with world.store.reading() as connection:
        days = sorted(set(connection.execute(select(kept_record.c.until_day)).scalars()))
    assert let_go(world.store, days[0]) == 0
    assert 0 < let_go(world.store, days[0] + 1) < done.kept
    let_go(world.store, days[-1] + 1)
    with world.store.reading() as connection:
        assert connection.execute(select(kept_record.c.id)).all() == []
    (entry,) = ledger.read(world.store.folder)
    assert entry.kept == () and len(entry.events) == done.events


def test_a_round_goes_on_beside_the_server_and_a_fault_ends_nothing(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, canary = day(world)
    wished(world, canary.client, decided=True)
    with erasing(world.hub, every_s=60):
        pass
    keep(world.hub)
    assert CANARY not in everything_stored(world)

    def fails(*_: object) -> int:
        raise RuntimeError(CANARY)

    monkeypatch.setattr(keeping, "keep_once", fails)
    keep(world.hub)
