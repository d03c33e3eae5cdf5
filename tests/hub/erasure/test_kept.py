"""Promises of what the law keeps: it opens with the recovery key alone, and a look is noted."""

from __future__ import annotations

from pathlib import Path

import pytest
from nacl.public import PrivateKey

from fieldapp.hub.erasure.errors import WrongKey
from fieldapp.hub.erasure.kept import note_opened, opened, read_key
from fieldapp.hub.keys import RECOVERY_FILE
from fieldapp.hub.web import audit
from tests.hub.conftest import World
from tests.hub.erasure.people import CANARY, LATER_S, erased, record_everything


def test_it_opens_with_the_recovery_key_in_the_order_of_what_happened(world: World) -> None:
    laptop = world.laptop()
    canary = record_everything(laptop)
    world.push_all(laptop)
    done = erased(world, canary.client, "request")
    key = read_key(world.store.folder / RECOVERY_FILE)
    with world.store.writing() as connection:
        told = opened(connection, done.version, key)
        note_opened(connection, world.store.keys, LATER_S, done.version)
        (row,) = audit.entries(connection, before_no=None, most=1)
    assert (told[0]["kind"], told[0]["says"]["name"]) == ("ClientRegistered", CANARY)
    assert [one["seq"] for one in told] == sorted(one["seq"] for one in told)
    assert all(one["kept_until"] for one in told) and len(told) == done.kept
    assert (row.act, row.subject) == ("kept-records-opened", f"erasure {done.version}")


def test_no_other_key_opens_it(world: World, tmp_path: Path) -> None:
    laptop = world.laptop()
    canary = record_everything(laptop)
    world.push_all(laptop)
    done = erased(world, canary.client, "request")
    with world.store.reading() as connection, pytest.raises(WrongKey):
        opened(connection, done.version, PrivateKey.generate())
    (tmp_path / "key").write_text("nothing here", "utf-8")
    for file in (tmp_path / "key", tmp_path / "none"):
        with pytest.raises(WrongKey):
            read_key(file)
