"""Promises of the hub's proof of itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import delete, insert, update

from fieldapp.hub import schema
from fieldapp.hub.errors import DatabaseDamaged
from fieldapp.hub.fold.projector import rebuild
from fieldapp.hub.store import DATABASE_FILE
from fieldapp.hub.verify import verify
from tests.hub.conftest import World
from tests.hub.fake_laptop import FakeLaptop

PAGE = 4096


def busy(world: World) -> FakeLaptop:
    laptop = world.laptop()
    for number in range(6):
        laptop.give(laptop.register(f"Test {number}"))
    world.push(laptop, *laptop.pages(5, 9))
    return laptop


def test_a_whole_hub_is_proven(world: World) -> None:
    laptop = busy(world)
    world.push(laptop, laptop.page(12, 14))
    findings = verify(world.store.folder)
    assert (findings.problems, findings.frames, findings.events) == ([], 3, laptop.seq)
    assert findings.as_json()["ok"] is True


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (update(schema.frame).values(signature=bytes(64)), "not signed"),
        (update(schema.frame).values(device_time=1), "not signed"),
        (update(schema.frame).values(body=b"\x01garbage"), "does not hold"),
        (update(schema.frame).where(schema.frame.c.place == 2).values(base_seq=2), "columns"),
        (delete(schema.frame).where(schema.frame.c.place == 1), "hangs in the air"),
        (update(schema.receipt).values(head_hash=bytes(32)), "receipt"),
        (delete(schema.tip), "branch ends"),
        (update(schema.dose).values(lot="TEST-9999"), "Table dose"),
        (delete(schema.client), "Table client"),
        (insert(schema.staff).values(device=9, login="intruder.test"), "Table staff"),
    ],
)
def test_whatever_was_changed_is_named(world: World, change: object, words: str) -> None:
    busy(world)
    with world.store.writing() as connection:
        connection.execute(change)  # type: ignore[call-overload]  # any of the statements above
    findings = verify(world.store.folder)
    assert not findings.ok
    assert any(words in problem for problem in findings.problems), findings.problems


def test_a_bit_turned_in_any_page_of_the_file_is_said_to_be_damage(sqlite_world: World) -> None:
    busy(sqlite_world)
    sqlite_world.store.close()
    file = sqlite_world.store.folder / DATABASE_FILE
    whole = file.read_bytes()
    assert len(whole) > 20 * PAGE
    for middle in range(PAGE // 2, len(whole), PAGE):
        file.write_bytes(whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :])
        assert "damaged" in what_verify_says(sqlite_world.store.folder), middle // PAGE


def what_verify_says(folder: Path) -> str:
    try:
        return " ".join(verify(folder).problems)
    except DatabaseDamaged as error:
        return str(error)


def test_rebuilt_tables_are_the_live_ones(world: World) -> None:
    busy(world)
    live = world.digest()
    rebuild(world.store)
    assert world.digest() == live


def test_a_flipped_byte_in_the_file_is_found(sqlite_world: World) -> None:
    busy(sqlite_world)
    sqlite_world.store.close()
    path = sqlite_world.store.folder / DATABASE_FILE
    raw = bytearray(path.read_bytes())
    raw[len(raw) // 2] ^= 1
    path.write_bytes(raw)
    findings = verify(sqlite_world.store.folder)
    assert not findings.ok
