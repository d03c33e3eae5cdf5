"""A reference means one event of a kind, or it is said what is wrong with it."""

from __future__ import annotations

from sqlalchemy import func, select

from fieldapp.hub import schema
from fieldapp.hub.fold.change import Change, find, insert_once
from fieldapp.hub.fold.clients import REGISTERED
from fieldapp.hub.fold.events import events_at
from fieldapp.hub.fold.rules import BAD_REFERENCE, dangling
from tests.hub.conftest import World


def test_a_reference_finds_its_event_only_if_it_is_of_the_kind(world: World) -> None:
    laptop = world.laptop()
    client = laptop.register("Test A")
    laptop.give(client)
    world.push_all(laptop)
    with world.store.reading() as connection:
        change, event = Change(connection), events_at(connection, 1)[-1]
        assert find(change, event, client, (REGISTERED,)) == laptop.hash_at(client)
        assert find(change, event, laptop.ref(client), ()) == laptop.hash_at(client)
        assert find(change, event, client - 1, (REGISTERED,)) is BAD_REFERENCE
        assert find(change, event, laptop.seq + 1, ()) is BAD_REFERENCE
        assert find(change, event, b"?" * 16, ()) == dangling(b"?" * 16)


def test_a_row_that_is_its_key_is_there_once(world: World) -> None:
    key = {"device": 7, "epoch": b"epoch-02", "previous": b"epoch-01"}
    with world.store.writing() as connection:
        for _ in range(2):
            insert_once(Change(connection), schema.epoch_before, **key)
        rows = select(func.count()).select_from(schema.epoch_before)
        assert connection.execute(rows).scalar_one() == 1
