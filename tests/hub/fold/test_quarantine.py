"""Promises of the quarantine."""

from __future__ import annotations

from fieldapp.hub.fold.events import events_at
from fieldapp.hub.fold.quarantine import awaited_among, hold, release, waiting_for
from fieldapp.hub.fold.rules import UNREADABLE, dangling, reference_key
from tests.hub.conftest import World


def test_a_held_event_waits_until_it_is_released(world: World) -> None:
    laptop = world.laptop()
    world.push_all(laptop)
    with world.store.writing() as connection:
        event = events_at(connection, 1)[0]
        hold(connection, event, dangling(b"?" * 16))
        assert waiting_for(connection, [reference_key(b"?" * 16)]) == {event.id}
        keys = {reference_key(b"?" * 16), reference_key(b"!" * 16)}
        assert awaited_among(connection, keys) == {reference_key(b"?" * 16)}
        hold(connection, event, UNREADABLE)
        assert waiting_for(connection, [reference_key(b"?" * 16)]) == set()
        release(connection, event.id)
    assert world.held() == {}
