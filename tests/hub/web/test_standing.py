"""Promises of how teams stand: silence is told, and who needs a call comes first."""

from __future__ import annotations

import pytest

from fieldapp.hub.devices import Device
from fieldapp.hub.web.standing import AMBER_S, RED_S, Silence, silence_of, standing_of
from tests.hub.fake_laptop import NOW_S


def device(last_s: int | None, revoked_s: int | None = None) -> Device:
    return Device(1, "Boat", "boat", "north", b"", NOW_S - 9 * RED_S, last_s, revoked_s)


@pytest.mark.parametrize(
    ("ago_s", "silence"),
    [
        (0, Silence.HEARD),
        (AMBER_S, Silence.HEARD),
        (AMBER_S + 1, Silence.AMBER),
        (RED_S, Silence.AMBER),
        (RED_S + 1, Silence.RED),
    ],
)
def test_silent_over_a_day_is_amber_over_three_red(ago_s: int, silence: Silence) -> None:
    assert silence_of(device(NOW_S - ago_s), NOW_S) == (silence, ago_s)


def test_who_was_never_heard_or_is_shut_out_is_no_alarm() -> None:
    assert silence_of(device(None), NOW_S)[0] is Silence.NEVER
    assert silence_of(device(NOW_S - 9 * RED_S, NOW_S), NOW_S)[0] is Silence.SHUT_OUT


def test_those_silent_longest_come_first() -> None:
    known = [device(NOW_S - ago_s) for ago_s in (0, RED_S + 1, AMBER_S + 1, RED_S + 9)]
    assert [one.silent_s for one in standing_of(known, NOW_S)] == [
        RED_S + 9, RED_S + 1, AMBER_S + 1, 0,
    ]  # fmt: skip
