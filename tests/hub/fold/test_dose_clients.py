"""Promises about finding the client of a dose."""

from __future__ import annotations

from fieldapp.hub import schema
from fieldapp.hub.fold.dose_clients import ClientRow, find_clients
from fieldapp.hub.fold.events import Seen
from fieldapp.hub.fold.records import load
from fieldapp.hub.fold.rules import BAD_REFERENCE, Doubt
from tests.hub.conftest import World


def test_a_client_is_found_by_number_and_by_name_of_the_event(world: World) -> None:
    laptop = world.laptop()
    client = laptop.register("Test A")
    dose = laptop.give(client)
    world.push_all(laptop)
    id_ = laptop.hash_at(dose)
    with world.store.reading() as connection:
        (record,) = load(connection, schema.dose, [id_])
        for ref in (client, laptop.ref(client), laptop.hash_at(client)):
            found = find_clients(connection, [(record, ref)], Seen())[id_]
            assert isinstance(found, ClientRow) and found.id == laptop.hash_at(client)
        for wrong in (0, 1, dose, 99):
            assert find_clients(connection, [(record, wrong)], Seen())[id_] is BAD_REFERENCE
        missing = find_clients(connection, [(record, b"?" * 16)], Seen())[id_]
        assert isinstance(missing, Doubt) and missing.code == "dangling"
