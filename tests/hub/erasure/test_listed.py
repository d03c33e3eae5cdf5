"""Promises of the erasure list: every laptop gets all of it, and says itself how far it is."""

from __future__ import annotations

from types import MappingProxyType

import pytest
from sqlalchemy import insert

from fieldapp.hub.asking import Asking
from fieldapp.hub.devices import devices, revoke
from fieldapp.hub.erasure import listed
from fieldapp.hub.erasure.listed import Carried, carried_out, for_laptop, for_stick
from fieldapp.hub.erasure.tables import erased_event, erasure
from fieldapp.hub.sync_answer import answer_sync
from fieldapp.wire.erasures import KIND, ErasureList, read_erasures
from fieldapp.wire.signed import kind_of
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S, FakeLaptop

WHO = {"login": "lu.qing", "basis": "request", "why": "letter 12"}


def note(world: World, version: int, *seqs: int) -> None:
    """An erasure of some events of laptop 1, as it is on record."""
    with world.store.writing() as connection:
        connection.execute(insert(erasure).values(version=version, at_s=NOW_S, **WHO))
        for seq in seqs:
            id_ = bytes([version % 256]) * 28 + seq.to_bytes(4, "big")
            place = {"device": 1, "epoch": b"epoch-01", "seq": seq}
            names = {"id": id_, "ref": id_[:16], "version": version}
            connection.execute(insert(erased_event).values(**names, **place))


def asked(world: World, laptop: FakeLaptop, holds: int | None = None) -> list[ErasureList]:
    """The pages that come down when a laptop says that it carried out this much."""
    cursors = MappingProxyType({} if holds is None else {"erasures": holds})
    with world.store.reading() as connection:
        device = devices(connection)[laptop.device]
    raw = for_laptop(Asking(world.hub, device, cursors, NOW_S))
    return [read_erasures(page, world.verify_key) for page in raw]


def carried(world: World) -> list[Carried]:
    with world.store.reading() as connection:
        return carried_out(connection)


def test_while_nothing_was_ever_erased_nothing_is_said_or_written(world: World) -> None:
    laptop = world.laptop()
    assert asked(world, laptop) == []
    assert carried(world) == [Carried(laptop.device, "Boat Test", 0, None, False)]


def test_a_laptop_hears_what_it_has_not_carried_out_and_says_so_next_time(world: World) -> None:
    laptop = world.laptop()
    note(world, 7, 3, 2)
    note(world, 9, 5)
    (page,) = asked(world, laptop)
    assert (page.after, page.version) == (0, 9)
    assert [[event.seq for event in one.events] for one in page.erasures] == [[2, 3], [5]]
    assert [one.version for one in asked(world, laptop, 7)[0].erasures] == [9]
    assert asked(world, laptop, 9) == []
    assert carried(world) == [Carried(laptop.device, "Boat Test", 9, NOW_S, False)]


def test_a_long_list_comes_in_pages_that_follow_one_another(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listed, "MOST_EVENTS", 3)
    laptop = world.laptop()
    for version in (3, 5, 8):
        note(world, version, 2, 3)
    note(world, 9, *range(2, 8))
    told = [(page.after, page.version) for page in asked(world, laptop)]
    assert told == [(0, 3), (3, 5), (5, 8), (8, 9)]


def test_it_comes_with_a_sync_and_on_a_stick(world: World) -> None:
    laptop = world.laptop()
    note(world, 7, 2)
    body = laptop.request([], world.store.keys.box_public, pull_budget=32_768)
    pulls = world.read(answer_sync(world.hub, laptop.authorize(body), body)).pulls
    assert [raw for raw in pulls if kind_of([KIND], raw, world.verify_key)] == list(
        for_stick(world.hub, NOW_S)
    )


def test_who_is_shut_out_is_named_so(world: World) -> None:
    lost = world.laptop()
    revoke(world.store.folder, lost.device, now_s=NOW_S)
    assert [one.revoked for one in carried(world)] == [True]
