from __future__ import annotations

import pytest

from tools import system_packages
from tools.stop import Stop
from tools.system_packages import Need, ensure, library, program

THERE = Need("libthere1", lambda: True)
GONE = Need("libgone1", lambda: False)
NICE = Need("fonts-nice", lambda: False, optional=True)


@pytest.fixture
def ordinary_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_packages, "may_install", lambda: False)


def test_libraries_and_programs_are_looked_for_on_this_machine() -> None:
    assert library("libc.so.6")()
    assert not library("libnobodymadethis.so.9")()
    assert program("git")()
    assert not program("nobody-made-this")()


def test_what_qt_needs_is_read_from_the_list_that_the_program_ships() -> None:
    assert {"libegl1", "libglib2.0-0"} <= {need.package for need in system_packages.QT}
    assert all(need.optional for need in system_packages.DISPLAY)
    assert "libxcb-cursor0" in {need.package for need in system_packages.DISPLAY}


@pytest.mark.usefixtures("ordinary_user")
def test_a_machine_with_everything_hears_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    ensure([THERE])
    assert capsys.readouterr().out == ""


@pytest.mark.usefixtures("ordinary_user")
def test_an_ordinary_user_is_told_the_exact_line_to_type() -> None:
    with pytest.raises(Stop, match=r"apt-get install -y --no-install-recommends libgone1 fonts-"):
        ensure([THERE, GONE, NICE])


@pytest.mark.usefixtures("ordinary_user")
def test_work_goes_on_without_what_is_only_nice_to_have(
    capsys: pytest.CaptureFixture[str],
) -> None:
    ensure([THERE, NICE])
    assert "--no-install-recommends fonts-nice\n" in capsys.readouterr().out


def test_root_gets_only_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    here: set[str] = set()
    monkeypatch.setattr(system_packages, "may_install", lambda: True)
    monkeypatch.setattr(system_packages, "install", here.update)
    ensure([THERE, Need("libgone1", lambda: "libgone1" in here)])
    assert here == {"libgone1"}


def test_a_package_that_cannot_be_had_stops_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_packages, "may_install", lambda: True)
    monkeypatch.setattr(system_packages, "install", lambda packages: None)
    with pytest.raises(Stop, match="libgone1"):
        ensure([GONE])
