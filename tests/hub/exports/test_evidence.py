"""How a dose elsewhere is known is read from the event after it."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import select

from fieldapp.hub import schema
from fieldapp.hub.exports.evidence import evidence_of
from fieldapp.wire.facts import DoseKnownFrom
from tests.hub.conftest import World
from tests.hub.fake_laptop import dose


def test_only_doses_that_somebody_said_it_of(world: World) -> None:
    laptop = world.laptop()
    client = laptop.register("王小明")
    one = laptop.add(replace(dose(client), source=2))
    laptop.add(DoseKnownFrom(one, "told"))
    laptop.add(replace(dose(client, 20), source=2))
    world.push_all(laptop)
    with world.store.reading() as connection:
        found = evidence_of(connection, connection.execute(select(schema.dose)).all())
    assert {id_: fact.evidence for id_, fact in found.items()} == {laptop.hash_at(one): "told"}
