"""The record key counts only when the eyes have had time to see what it would record."""

from __future__ import annotations

from fieldapp.ui.desk.record_guard import QUIET_MS, RecordGuard
from tests.ui.conftest import FakeTime


def test_a_quiet_desk_takes_the_key_at_once(time: FakeTime) -> None:
    assert RecordGuard(time).is_open()


def test_after_a_scan_or_a_new_verdict_the_key_waits_400_ms(time: FakeTime) -> None:
    guard = RecordGuard(time)
    guard.disturbed()
    assert QUIET_MS == 400
    for passed, opened in ((0, False), (399, False), (1, True)):
        time.ms += passed
        assert guard.is_open() is opened


def test_every_new_change_begins_the_wait_anew(time: FakeTime) -> None:
    guard = RecordGuard(time)
    for _ in range(3):
        guard.disturbed()
        time.ms += QUIET_MS - 1
        assert not guard.is_open()
