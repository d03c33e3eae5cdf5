"""Who may send is in a file that nobody else reads."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from fieldapp.hub.messages.errors import SecretMissing
from fieldapp.hub.messages.gateways.gateway import read_secret


def written(folder: Path, content: str, mode: int = 0o600) -> Path:
    path = folder / "kannel.secret"
    path.write_text(content, "utf-8")
    path.chmod(mode)
    return path


def test_user_and_password_are_its_two_lines(tmp_path: Path) -> None:
    assert read_secret(written(tmp_path, "hub\npass word\n")) == ("hub", "pass word")


@pytest.mark.parametrize("content", ["", "hub", "hub\n", "\npassword"])
def test_a_file_without_them_is_refused(tmp_path: Path, content: str) -> None:
    with pytest.raises(SecretMissing):
        read_secret(written(tmp_path, content))


def test_one_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SecretMissing):
        read_secret(tmp_path / "none")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no such modes")
def test_one_that_others_can_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SecretMissing, match="others on this machine can read it"):
        read_secret(written(tmp_path, "hub\npassword\n", 0o640))
