"""Promises of the file: signed, found in, newer each time, and the old one whole until the end."""

from __future__ import annotations

from datetime import date

from fieldapp.hub.regions.keys import registry_key
from fieldapp.hub.registry.build import REGISTRY_FILE, build_registry
from fieldapp.wire.registry.entry import Holding
from fieldapp.wire.registry.head import decode_head, head_length
from fieldapp.wire.registry.key import key_id, slow_key
from fieldapp.wire.registry.reading import look_up
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S, VACCINE

PAPER = ("passport", "TEST1")


def test_a_person_is_found_in_the_file_by_who_has_the_secret(world: World) -> None:
    laptop = world.laptop()
    laptop.give(laptop.register("Test A", PAPER), 1)
    world.push_all(laptop)
    built = build_registry(world.store.folder, now_s=lambda: NOW_S)
    assert (built.edition, built.people, built.entries) == (1, 1, 1)
    content = built.file.read_bytes()
    head = decode_head(content, world.verify_key)
    with world.store.reading() as connection:
        secret = registry_key(connection).key
    assert (head.as_of, head.key_id) == (NOW_S, key_id(secret))
    with built.file.open("rb") as file:
        found = look_up(file, head, head_length(content), slow_key(secret, *PAPER))
    assert found == [Holding(VACCINE, 1, date(2021, 5, 1))]
    assert b"TEST1" not in content


def test_each_edition_replaces_the_one_before_and_leaves_nothing_else(world: World) -> None:
    first = build_registry(world.store.folder, now_s=lambda: NOW_S)
    second = build_registry(world.store.folder, now_s=lambda: NOW_S + 5)
    assert (first.edition, second.edition) == (1, 2)
    assert "Edition 2" in second.in_words()
    assert second.as_json()["bytes"] == second.size
    left = {path.name for path in world.store.folder.glob("registry*")}
    assert left == {REGISTRY_FILE}
