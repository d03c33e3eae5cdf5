from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from fieldapp.journal.errors import TooManyTries
from fieldapp.journal.pin_delay import (
    LONGEST_WAIT_S,
    UNLOCK_FILE,
    begin_try,
    forget_tries,
    wait_after,
)
from tests.journal.laptop import FakeClock

LOGIN = "nurse.test"


def wrong_tries(home: Path, clock: FakeClock, count: int) -> None:
    for number in range(count):
        clock.pass_s(wait_after(number))
        begin_try(home, LOGIN, clock)


def left_s(home: Path, clock: FakeClock) -> object:
    with pytest.raises(TooManyTries) as refused:
        begin_try(home, LOGIN, clock)
    return refused.value.details["wait_s"]


def test_the_delay_doubles_from_the_third_wrong_pin_on_to_a_quarter_of_an_hour() -> None:
    assert [wait_after(n) for n in (0, 1, 2, 3, 4, 9)] == [0, 0, 0, 8, 16, 512]
    assert wait_after(10) == wait_after(1000) == LONGEST_WAIT_S == 900


def test_a_restart_does_not_shorten_the_delay(tmp_path: Path) -> None:
    clock = FakeClock()
    wrong_tries(tmp_path, clock, 6)
    assert left_s(tmp_path, clock) == 64
    clock.restart(b"boot-two--------")
    assert left_s(tmp_path, clock) == 64
    clock.pass_s(60)
    assert left_s(tmp_path, clock) == 4
    clock.pass_s(4)
    begin_try(tmp_path, LOGIN, clock)


def test_turning_the_clock_does_not_shorten_the_delay(tmp_path: Path) -> None:
    clock = FakeClock()
    wrong_tries(tmp_path, clock, 6)
    clock.wall += timedelta(days=400)
    assert left_s(tmp_path, clock) == 64
    clock.wall -= timedelta(days=4000)
    assert left_s(tmp_path, clock) == 64


def test_waiting_in_vain_does_not_count_as_a_try(tmp_path: Path) -> None:
    clock = FakeClock()
    wrong_tries(tmp_path, clock, 3)
    for _ in range(5):
        left_s(tmp_path, clock)
    clock.pass_s(8)
    assert begin_try(tmp_path, LOGIN, clock).wrong == 4


def test_the_right_pin_forgets_the_wrong_ones_of_this_user_alone(tmp_path: Path) -> None:
    clock = FakeClock()
    wrong_tries(tmp_path, clock, 3)
    begin_try(tmp_path, "lead.test", clock)
    forget_tries(tmp_path, "lead.test", clock)
    left_s(tmp_path, clock)
    forget_tries(tmp_path, LOGIN, clock)
    assert begin_try(tmp_path, LOGIN, clock).wrong == 1


def test_a_try_is_written_down_before_it_is_looked_at(tmp_path: Path) -> None:
    begin_try(tmp_path, LOGIN, FakeClock())
    assert LOGIN in (tmp_path / UNLOCK_FILE).read_text("utf-8")


def test_an_unreadable_count_does_not_lock_anybody_out(tmp_path: Path) -> None:
    (tmp_path / UNLOCK_FILE).write_bytes(b"\x00\x01")
    assert begin_try(tmp_path, LOGIN, FakeClock()).wrong == 1
