"""Promises of the fold that goes on beside the answers."""

from __future__ import annotations

import logging

import pytest

from fieldapp.hub import keeping_up as module
from fieldapp.hub.fold.projector import is_behind
from fieldapp.hub.keeping_up import keep_up, keeping_up
from fieldapp.hub.server_tables import has_months
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S
from tests.patience import wait_for


def behind(world: World) -> bool:
    with world.store.reading() as connection:
        return is_behind(connection)


def test_what_is_taken_in_is_folded_soon_and_the_coming_days_have_their_parts(
    server_world: World,
) -> None:
    laptop = server_world.laptop()
    laptop.give(laptop.register("Test A"))
    with keeping_up(server_world.hub, every_s=0.01):
        server_world.take(laptop, *laptop.pages())
        wait_for(lambda: not behind(server_world))
    assert server_world.numbers()["counted"] == 1
    with server_world.store.reading() as connection:
        assert has_months(connection, NOW_S)


def test_a_fault_of_a_fold_is_logged_and_tried_again(
    server_world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fault(_: object) -> None:
        raise ValueError("Test Canary Person")

    with monkeypatch.context() as patched, caplog.at_level(logging.ERROR):
        patched.setattr(module, "catch_up", fault)
        assert not keep_up(server_world.hub)
    assert "ValueError" in caplog.text and "Canary" not in caplog.text
    assert keep_up(server_world.hub)


def test_sqlite_is_folded_with_each_answer(sqlite_world: World) -> None:
    with keeping_up(sqlite_world.hub):
        pass
