"""Calls, wishes and reactions reach the hub's tables, in any order, and go with who is erased."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Table, select

from fieldapp.domain.client import ClientDetails
from fieldapp.hub import schema
from fieldapp.hub.fold.projector import rebuild
from fieldapp.hub.messages import tables
from fieldapp.wire import cbor
from fieldapp.wire.client_codec import to_fact
from fieldapp.wire.facts import (
    CallMade,
    CallWithdrawn,
    ClientAmended,
    ContactWished,
    ReactionAmended,
    ReactionReported,
    ReactionWithdrawn,
)
from tests.hub.by_law import erased
from tests.hub.conftest import World
from tests.hub.fake_laptop import VACCINE

PHONE = "+8613912345678"
VIEWS = (
    tables.call,
    tables.call_withdrawn,
    tables.wish,
    tables.reaction,
    tables.reaction_withdrawn,
)


def rows(world: World, table: Table) -> list[Any]:
    with world.store.reading() as connection:
        return list(connection.execute(select(table)))


def test_phone_and_language_follow_corrections(world: World) -> None:
    laptop = world.laptop()
    seq = laptop.add(to_fact(ClientDetails("王小明", phone=PHONE, language="zh")))
    laptop.add(ClientAmended(seq, "phone", PHONE, "+8613900000000"))
    world.push_all(laptop)
    (client,) = rows(world, schema.client)
    assert (client.phone, client.language) == ("+8613900000000", "zh")


def test_a_call_and_a_wish_are_kept_with_when_they_were_said(world: World) -> None:
    laptop = world.laptop()
    client = laptop.register("Test A")
    call = laptop.add(CallMade(client, VACCINE, 2, "no-answer", phone=PHONE))
    laptop.add(CallWithdrawn(call, "twice"))
    laptop.add(ContactWished(client, True, False))
    world.push_all(laptop)
    assert world.held() == {}
    (made,), (withdrawn,), (wish,) = (rows(world, table) for table in VIEWS[:3])
    assert (made.client, made.outcome) == (laptop.hash_at(client), "no-answer")
    assert withdrawn.call == laptop.hash_at(call)
    assert (wish.calls, wish.messages, wish.device) == (True, False, laptop.device)


def test_what_became_known_of_a_reaction_adds_to_it(world: World) -> None:
    laptop = world.laptop()
    dose = laptop.give(laptop.register("Test A"))
    seen = laptop.add(ReactionReported(dose, ["fever"], 480))
    laptop.add(ReactionAmended(seen, [["serious", None, True]]))
    laptop.add(ReactionWithdrawn(seen, "wrong-person"))
    world.push_all(laptop)
    told = {(row.codes, row.serious) for row in rows(world, tables.reaction)}
    assert told == {(cbor.dumps(["fever"]), False), (cbor.dumps([]), True)}
    assert [row.reaction for row in rows(world, tables.reaction_withdrawn)] == [
        laptop.hash_at(seen)
    ]


def test_what_refers_to_something_else_is_put_aside(world: World) -> None:
    laptop = world.laptop()
    client = laptop.register("Test A")
    dose = laptop.give(client)
    wrong = [
        laptop.add(CallMade(dose, VACCINE, 2, "no-answer")),
        laptop.add(CallWithdrawn(client, "twice")),
        laptop.add(ContactWished(dose, True, True)),
        laptop.add(ReactionReported(client, ["fever"], 480)),
        laptop.add(ReactionAmended(dose, [])),
        laptop.add(ReactionWithdrawn(dose, "other")),
    ]
    world.push_all(laptop)
    assert world.held() == dict.fromkeys(wrong, "bad-reference")


def test_a_wish_waits_for_the_person_it_is_of(world: World) -> None:
    laptop, other = world.laptop(), world.laptop(b"epoch-02")
    client = laptop.register("Test A")
    other.add(ContactWished(laptop.ref(client), True, False))
    world.push_all(other)
    assert rows(world, tables.wish) == []
    world.push_all(laptop)
    assert [row.client for row in rows(world, tables.wish)] == [laptop.hash_at(client)]


def test_nothing_stays_of_who_is_erased_whichever_came_first(world: World) -> None:
    laptop, other = world.laptop(), world.laptop(b"epoch-02")
    client = laptop.register("Test A")
    laptop.add(CallMade(client, VACCINE, 2, "no-answer", phone=PHONE))
    laptop.add(ContactWished(client, False, False))
    erased(world.store, laptop, client)
    world.push_all(laptop)
    other.add(CallMade(laptop.ref(client), VACCINE, 2, "no-answer", phone=PHONE))
    other.add(ContactWished(laptop.ref(client), True, True))
    world.push_all(other)
    assert rows(world, tables.call) == [] and rows(world, tables.wish) == []


def test_an_erased_call_is_gone(world: World) -> None:
    laptop = world.laptop()
    client = laptop.register("Test A")
    call = laptop.add(CallMade(client, VACCINE, 2, "no-answer", phone=PHONE))
    erased(world.store, laptop, call)
    world.push_all(laptop)
    assert rows(world, tables.call) == []


def test_a_rebuild_says_the_same(world: World) -> None:
    laptop = world.laptop()
    client = laptop.add(to_fact(ClientDetails("王小明", phone=PHONE, language="zh")))
    laptop.add(ContactWished(client, True, False))
    call = laptop.add(CallMade(client, VACCINE, 2, "no-answer"))
    laptop.add(CallWithdrawn(call, "twice"))
    world.push_all(laptop)
    before = world.digest()
    rebuild(world.store)
    assert world.digest() == before
