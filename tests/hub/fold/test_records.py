"""Promises about what a body says."""

from __future__ import annotations

from fieldapp.hub.fold.records import future_day, is_future, read_fact
from fieldapp.hub.fold.rules import FUTURE, NEWER, UNREADABLE
from fieldapp.wire.events import UnknownFact, encode_body
from tests.hub.fake_laptop import NOW_S, dose


def test_a_body_is_read_refused_or_left_alone() -> None:
    body = encode_body(dose(3))
    assert read_fact(32, 1, body) == dose(3)
    assert read_fact(32, 2, body) is NEWER
    assert read_fact(32, 0, body) is UNREADABLE
    assert read_fact(32, 1, b"\xff") is UNREADABLE
    assert isinstance(read_fact(99, 1, body), UnknownFact)


def test_tomorrow_in_another_zone_is_not_the_future() -> None:
    assert not is_future(NOW_S + 3600, NOW_S)
    assert is_future(NOW_S + 90_000, NOW_S)
    assert future_day(None, NOW_S) is None
    assert future_day(NOW_S // 86_400 + 5, NOW_S) is FUTURE
