"""Two builds of one commit say the same commit and day, whenever and wherever they are made."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tools.desktop.stamp import UNKNOWN, Stamp, stamp_of

AT = "1700000000"


def git(folder: Path, *words: str) -> None:
    identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org"]
    subprocess.run(["git", *identity, *words], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout of one commit."""
    monkeypatch.setenv("GIT_COMMITTER_DATE", f"{AT} +0000")
    (tmp_path / "a.txt").write_text("one", "utf-8")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "a.txt")
    git(tmp_path, "commit", "-q", "-m", "One")
    return tmp_path


def test_a_package_says_its_commit_and_the_day_of_it(sources: Path) -> None:
    stamp = stamp_of(sources, {})
    assert (len(stamp.commit), stamp.epoch, stamp.day) == (12, int(AT), "2023-11-14")
    assert json.loads(stamp.as_json()) == {"commit": stamp.commit, "date": "2023-11-14"}


def test_changes_that_nobody_committed_are_said(sources: Path) -> None:
    (sources / "a.txt").write_text("two", "utf-8")
    assert stamp_of(sources, {}).commit.endswith("+changes")


def test_the_time_of_the_sources_can_be_told(sources: Path) -> None:
    assert stamp_of(sources, {"SOURCE_DATE_EPOCH": "86400"}).day == "1970-01-02"


def test_an_archive_of_the_sources_knows_no_commit(tmp_path: Path) -> None:
    assert stamp_of(tmp_path, {}) == Stamp(UNKNOWN, 0)
