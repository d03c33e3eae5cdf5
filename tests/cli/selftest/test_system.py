"""A missing system library is named with the package that has it on this very distribution."""

from __future__ import annotations

import sys
from collections.abc import Mapping

import pytest

from fieldapp.cli.selftest import system
from fieldapp.cli.selftest.step import Lacking, State

EGL, CURSOR = "libEGL.so.1", "libxcb-cursor.so.0"


@pytest.fixture
def lacking_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bare Debian machine."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(system, "loads", lambda _library: False)
    monkeypatch.setattr(system, "family", lambda: "debian")


def said_by(release: Mapping[str, str]) -> str | None:
    return system.family(lambda: release)


def test_every_library_names_a_package_of_every_family() -> None:
    rows = system.libraries()
    assert {row["needed"] for row in rows} == {"always", "display"}
    assert all(all(row.values()) for row in rows)
    assert len({row["library"] for row in rows}) == len(rows)


def test_distributions_are_known_by_themselves_or_their_kin() -> None:
    assert said_by({"ID": "debian"}) == "debian"
    assert said_by({"ID": "linuxmint", "ID_LIKE": "ubuntu debian"}) == "debian"
    assert said_by({"ID": "rocky", "ID_LIKE": "rhel centos fedora"}) == "fedora"
    assert said_by({"ID": "opensuse-leap", "ID_LIKE": "suse opensuse"}) == "suse"
    assert said_by({"ID": "nobody-made-this"}) is None


def test_a_machine_that_names_no_distribution_is_no_error() -> None:
    def nothing() -> Mapping[str, str]:
        raise OSError

    assert system.family(nothing) is None


@pytest.mark.usefixtures("lacking_all")
def test_what_no_window_does_without_is_missing() -> None:
    with pytest.raises(Lacking, match=EGL) as caught:
        system.window_libraries()
    assert caught.value.state is State.MISSING
    assert caught.value.next_step.startswith("Type: sudo apt-get install libegl1 libgl1 ")


@pytest.mark.usefixtures("lacking_all")
def test_what_a_display_needs_is_missing_only_where_there_is_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    with pytest.raises(Lacking, match=CURSOR) as without:
        system.display_libraries()
    monkeypatch.setenv("DISPLAY", ":0")
    with pytest.raises(Lacking, match=CURSOR) as with_one:
        system.display_libraries()
    assert (without.value.state, with_one.value.state) == (State.BETTER, State.MISSING)


def test_systems_that_bring_their_own_are_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert system.window_libraries() == "this system brings its own"


def test_an_unknown_distribution_reads_the_packages_of_each() -> None:
    words = system.what_to_type({"debian": ["a", "a"], "fedora": ["b"]}, None)
    assert words == "debian: sudo apt-get install a; or fedora: sudo dnf install b"


def test_an_error_that_names_a_library_is_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "family", lambda: "fedora")
    error = f"ImportError: {EGL}: cannot open shared object file"
    assert system.advice(error) == "Type: sudo dnf install libglvnd-egl"
    assert system.advice("ZeroDivisionError: by zero") == ""


def test_a_library_is_looked_for_where_this_program_would_find_it() -> None:
    assert not system.loads("libnobodymadethis.so.9")
