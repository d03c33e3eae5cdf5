"""The demo says that the day is done only when hands, laptop and hub tell the same story."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from fieldapp.actions.moments import site_today
from fieldapp.actions.programme import load_catalogue
from fieldapp.actions.system_clock import SystemClock
from fieldapp.cli.demo.people import made_up_people
from fieldapp.cli.demo.run import DoesNotAddUp, _check, _has_display, _note
from fieldapp.cli.demo.team import PIN, vial_code

LAPTOP = {"recorded": 70, "waiting": 0, "confirmed": 70, "clients": 60}
HUB = {
    "confirmed": 70, "counted": 69, "contested": 0, "quarantined": 0, "voided": 1, "erased": 0,
    "clients": 60, "doses": 69,
}  # fmt: skip


def test_equal_sums_pass() -> None:
    _check(LAPTOP, HUB)


@pytest.mark.parametrize(
    ("laptop", "hub", "why"),
    [
        ({"waiting": 1}, {}, "not every recorded dose"),
        ({"recorded": 71}, {}, "not every recorded dose"),
        ({}, {"counted": 68}, "not its sum"),
        ({}, {"confirmed": 69, "counted": 68}, "count differently"),
        ({}, {"clients": 61}, "count differently"),
    ],
)
def test_any_difference_is_a_failure_in_words(
    laptop: dict[str, int], hub: dict[str, int], why: str
) -> None:
    with pytest.raises(DoesNotAddUp, match=why):
        _check({**LAPTOP, **laptop}, {**HUB, **hub})


def test_whoever_opens_the_demo_is_told_all_that_a_first_dose_takes() -> None:
    """Without a scanner nobody knows what stands on a made-up vial."""
    people = made_up_people(12, 7, site_today(SystemClock()))
    note = _note(people)
    somebody = re.search(r"Somebody to scan: (\w+)\.", note)
    assert somebody and somebody[1] in {person.scan for person in people if person.earlier_dose}
    assert f"PIN: {PIN}." in note
    assert vial_code(load_catalogue(), site_today(SystemClock())) in note


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a display")
@pytest.mark.parametrize(
    ("name", "value", "there"),
    [("DISPLAY", ":0", True), ("WAYLAND_DISPLAY", "wayland-0", True), ("DISPLAY", "", False)],
)
def test_a_display_is_one_that_the_system_names(
    name: str, value: str, there: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv(name, value)
    assert _has_display() is there


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="signals of Linux")
def test_a_demo_that_is_told_to_end_takes_its_hub_along(tmp_path: Path) -> None:
    surroundings = {
        **os.environ, "DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen", "TMPDIR": str(tmp_path)
    }  # fmt: skip
    command = [sys.executable, "-m", "fieldapp", "demo", "--clients", "8"]
    with subprocess.Popen(
        [*command, "--out", str(tmp_path / "out")],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=surroundings,
    ) as demo:  # fmt: skip
        assert demo.stdout is not None and demo.stdout.readline().startswith("Practice. PIN: ")
        assert demo.stdout.readline().startswith("The first dose: the PIN, Enter; ")
        demo.terminate()
        demo.stdout.read()  # ends when nobody of them is left to write
    assert demo.returncode in (0, 128 + signal.SIGTERM)
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
