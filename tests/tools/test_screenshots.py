"""Pictures of every screen: drawn on demand, and a name that is none is refused."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def take(*words: str) -> subprocess.CompletedProcess[str]:
    """Run the tool in a process of its own: it makes the application itself."""
    return subprocess.run(
        [sys.executable, "-m", "tools.screenshots", *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=False,
    )


def test_a_screen_is_drawn_in_each_language_theme_and_size(tmp_path: Path) -> None:
    done = take(str(tmp_path), "lock")
    assert done.returncode == 0, done.stderr
    names = sorted(file.name for file in tmp_path.glob("*.png"))
    assert len(names) == 12, "two languages, three themes, two sizes"
    assert {name.split("-")[1] for name in names} == {"en", "zh_CN"}
    assert all(file.stat().st_size > 5000 for file in tmp_path.glob("*.png"))


@pytest.mark.parametrize("words", [[], ["folder", "no-such-screen"], ["--all"]])
def test_wrong_usage_is_said_and_draws_nothing(words: list[str]) -> None:
    done = take(*words)
    assert done.returncode == 2
    assert "usage: python -m tools.screenshots" in done.stderr


def test_help_is_no_folder() -> None:
    done = take("--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("usage: python -m tools.screenshots FOLDER [")
