"""A fold notes everybody whom it concerned."""

from __future__ import annotations

from sqlalchemy import select

from fieldapp.hub import schema
from fieldapp.hub.fold.stirred import stir
from fieldapp.wire.facts import DoseVoided
from tests.hub.conftest import World


def stirred(world: World) -> list[bytes]:
    with world.store.reading() as connection:
        return [client for (client,) in connection.execute(select(schema.stirred.c.client))]


def test_a_dose_and_its_void_stir_the_person(world: World) -> None:
    laptop = world.laptop()
    person = laptop.register("王小明")
    dose = laptop.give(person)
    world.push_all(laptop)
    assert stirred(world) == [laptop.hash_at(person)]
    laptop.add(DoseVoided(dose, "other"))
    world.push_all(laptop)
    assert stirred(world) == [laptop.hash_at(person)] * 2


def test_nobody_is_noted_as_nobody(world: World) -> None:
    with world.store.writing() as connection:
        stir(connection, [])
    assert stirred(world) == []
