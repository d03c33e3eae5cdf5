"""A package is built in surroundings that are the same everywhere, and asked to prove itself."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tools.desktop import chores
from tools.desktop.chores import package, package_same, program, surroundings
from tools.environment import Environment
from tools.stop import Stop


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Environment:
    """A checkout in which nothing is really started."""
    monkeypatch.chdir(tmp_path)
    for name in ("ensure_packaging_needs", "bring_release_tools"):
        monkeypatch.setattr(chores, name, lambda _environment: None)
    return Environment(tmp_path)


def test_builds_share_seed_clock_zone_and_sort_order(environment: Environment) -> None:
    fixed = surroundings(environment)
    assert (fixed["PYTHONHASHSEED"], fixed["TZ"], fixed["LC_ALL"]) == ("0", "UTC", "C.UTF-8")
    assert fixed["SOURCE_DATE_EPOCH"] == os.environ.get("SOURCE_DATE_EPOCH", "0")


def notes_calls(monkeypatch: pytest.MonkeyPatch, code: int) -> list[list[str]]:
    """What would have been started; each program ends with this exit code."""
    called: list[list[str]] = []

    def note(words: list[str], _surroundings: object = None) -> int:
        called.append(words)
        return code

    monkeypatch.setattr(chores, "call", note)
    return called


def test_a_package_is_built_and_then_asked_to_prove_itself(
    environment: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    called = notes_calls(monkeypatch, 0)
    assert package(environment) == 0
    assert "tools.guides" in called[1]
    assert ["cyclonedx_py" in words for words in called] == [False, False, True, False, False]
    assert "build.spec" in called[3]
    assert called[-1] == [program(environment.root), "selftest"]


def test_a_step_that_fails_ends_the_work(
    environment: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    called = notes_calls(monkeypatch, 3)
    assert (package(environment), len(called)) == (3, 1)


def test_nothing_is_compared_with_a_package_that_was_not_made(environment: Environment) -> None:
    with pytest.raises(Stop, match="make package"):
        package_same(environment)
