"""Promises of receipts."""

from __future__ import annotations

from fieldapp.hub.receipts import NEXT_AFTER_S, next_after_s, promise
from fieldapp.hub.verify import verify
from fieldapp.wire.messages import HeadHeld
from tests.hub.conftest import World


def test_laptops_do_not_all_come_back_at_once() -> None:
    waits = {next_after_s(device) for device in range(200)}
    assert len(waits) > 50 and min(waits) >= NEXT_AFTER_S


def test_a_promise_that_the_frames_do_not_cover_is_found(world: World) -> None:
    laptop = world.laptop()
    world.push_all(laptop)
    assert verify(world.store.folder).ok
    with world.store.writing() as connection:
        promise(connection, [HeadHeld(laptop.device, laptop.epoch, 99, b"?" * 32)], 1)
    findings = verify(world.store.folder)
    assert not findings.ok and "receipt up to 99" in findings.problems[0]
