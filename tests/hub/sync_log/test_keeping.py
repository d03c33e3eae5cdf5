"""Promises of what is kept: 400 days, a bounded number, strangers apart; a fault stops nothing."""

from __future__ import annotations

import pytest
from sqlalchemy import func, insert, select

from fieldapp.hub.sync_answer import answer_sync
from fieldapp.hub.sync_log.keeping import KEPT_DAYS, kept, prune, write_waiting
from fieldapp.hub.sync_log.tables import sync_attempt
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S
from tests.patience import wait_for


def fill(world: World, device: int | None, count: int, at_s: int = NOW_S) -> None:
    row = {
        "device": device, "at_s": at_s, "road": "internet", "result": "known", "bytes_in": 1,
        "pages_new": 0, "pages_known": 1, "pages_lacking": 0, "pages_refused": 0, "records_new": 0,
    }  # fmt: skip
    with world.store.writing() as connection:
        connection.execute(insert(sync_attempt), [row] * count)


def left(world: World) -> dict[int | None, int]:
    by = select(sync_attempt.c.device, func.count()).group_by(sync_attempt.c.device)
    with world.store.reading() as connection:
        return {device: number for device, number in connection.execute(by)}


def test_strangers_cannot_push_out_what_laptops_did(world: World) -> None:
    fill(world, 1, 5)
    fill(world, None, 20)
    with world.store.writing() as connection:
        prune(connection, NOW_S, known=10, unknown=3)
    assert left(world) == {1: 5, None: 3}


def test_the_newest_stay_when_there_are_too_many_or_too_old(world: World) -> None:
    fill(world, 1, 2, NOW_S - KEPT_DAYS * 86_400 - 1)
    fill(world, 1, 5)
    with world.store.writing() as connection:
        prune(connection, NOW_S)
    assert left(world) == {1: 5}
    with world.store.writing() as connection:
        prune(connection, NOW_S, known=2)
    assert left(world) == {1: 2}


def test_what_waits_is_written_by_itself_and_at_the_end(world: World) -> None:
    with kept(world.hub, every_s=0.01):
        answer_sync(world.hub, "nonsense", b"x")
        wait_for(lambda: not world.hub.attempts)
    with kept(world.hub, every_s=3600):
        answer_sync(world.hub, "nonsense", b"x")
    assert left(world) == {None: 2}


def test_a_log_that_cannot_be_written_stops_nothing(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError

    answer_sync(world.hub, "nonsense", b"x")
    monkeypatch.setattr(type(world.hub.attempts), "write", fail)
    write_waiting(world.hub)
