"""Promises of the starts that are kept: which program, where; the same however frames were cut."""

from __future__ import annotations

from sqlalchemy import select

from fieldapp.hub.fold.projector import rebuild
from fieldapp.hub.web.tables import opening
from fieldapp.wire.facts import Opened
from tests.hub.conftest import World


def test_each_start_tells_the_program_and_the_place(world: World) -> None:
    laptop = world.laptop()
    laptop.add(Opened(b"nonce2", b"boot", "1.2.3", 99_999), user="system")
    world.push_all(laptop)
    rows = select(opening.c.device, opening.c.app_version, opening.c.utc_offset_min)
    with world.store.reading() as connection:
        found = sorted(map(tuple, connection.execute(rows)))
    assert found == [(1, "0.0.0", 480), (1, "1.2.3", 840)]
    before = world.digest()
    rebuild(world.store)
    assert world.digest() == before
