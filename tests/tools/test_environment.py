from __future__ import annotations

from pathlib import Path

import pytest

from tools import environment as under_test
from tools.environment import Environment
from tools.stop import Stop


def checkout(root: Path, python: str) -> Environment:
    """Return an environment whose Python is a script that notes its calls and then does as told."""
    (root / "requirements").mkdir()
    (root / "requirements" / "dev.txt").write_text("example==1.0\n")
    (root / "pyproject.toml").write_text("[project]\n")
    environment = Environment(root)
    program = Path(environment.python)
    program.parent.mkdir(parents=True)
    program.write_text(f'#!/bin/sh\necho "$*" >> {root}/calls\n{python}\n')
    program.chmod(0o755)
    return environment


def calls(environment: Environment) -> list[str]:
    return (environment.root / "calls").read_text().splitlines()


def test_only_what_the_lock_names_by_hash_is_installed(tmp_path: Path) -> None:
    environment = checkout(tmp_path, "exit 0")
    environment.bring_up_to_date()
    locked, itself = calls(environment)
    assert locked.startswith(f"-m pip install --require-hashes --requirement {environment.lock}")
    assert "--no-deps --no-build-isolation --editable" in itself


def test_a_second_start_has_nothing_to_do(tmp_path: Path) -> None:
    environment = checkout(tmp_path, "exit 0")
    environment.bring_up_to_date()
    Environment(tmp_path).bring_up_to_date()
    assert len(calls(environment)) == 2


def test_a_changed_lock_is_installed(tmp_path: Path) -> None:
    environment = checkout(tmp_path, "exit 0")
    environment.bring_up_to_date()
    environment.lock.write_text("example==1.1\n")
    environment.bring_up_to_date()
    assert len(calls(environment)) == 4


def test_an_interrupted_set_up_starts_again(tmp_path: Path) -> None:
    environment = checkout(tmp_path, "exit 1")
    for _ in range(2):
        with pytest.raises(Stop, match="type the same again"):
            environment.bring_up_to_date()
    assert len(calls(environment)) == 2


def test_a_copied_checkout_is_set_up_anew(tmp_path: Path) -> None:
    (tmp_path / "first").mkdir()
    environment = checkout(tmp_path / "first", "exit 0")
    environment.bring_up_to_date()
    (tmp_path / "first").rename(tmp_path / "second")
    assert not Environment(tmp_path / "second").is_current()


def test_an_old_python_is_told_apart_before_anything_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(under_test, "OLDEST_PYTHON", (9, 9))
    with pytest.raises(Stop, match="newer"):
        Environment(tmp_path).create()
    assert not (tmp_path / ".venv").exists()
