"""A bare system is one without Python and Qt; whoever cannot make one hears why.

The check itself takes minutes and is `make package-check`.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tools.desktop import empty_root
from tools.desktop.empty_root import check, enter, main, strangers
from tools.stop import Stop


def test_python_and_qt_are_strangers(tmp_path: Path) -> None:
    for name in ("python3.11", "libQt6Core.so.6", "libpython3.11.so.1.0", "perl", "libEGL.so.1"):
        (tmp_path / name).touch()
    assert strangers(tmp_path) == ["libQt6Core.so.6", "libpython3.11.so.1.0", "python3.11"]


def test_a_command_sees_nothing_of_this_system() -> None:
    words = enter(Path("root"), "/opt/fieldapp/fieldapp", "selftest")
    assert words[0] == "unshare" and "--net" in words
    assert words[-3:] == ["root", "/opt/fieldapp/fieldapp", "selftest"]
    assert 'exec chroot "$root" /usr/bin/env -i ' in words[words.index("-euc") + 1]


def test_a_root_that_is_not_empty_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(empty_root, "debian_packages", lambda _folder: ["libegl1"])
    root = tmp_path / "root"
    root.mkdir()
    (root / "python3").touch()
    saying = check(tmp_path, root)
    assert next(saying) == "The system is asked for: fonts-noto-cjk libegl1"
    with pytest.raises(Stop, match="not empty: python3"):
        next(saying)


def test_without_a_package_it_says_what_to_type(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path / "gone")]) == 1
    assert "make package" in capsys.readouterr().err


def test_other_systems_hear_that_it_cannot_be_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert main([str(tmp_path)]) == 1
    assert "by root on Linux alone" in capsys.readouterr().err
