"""What is liked is kept; a file that makes no sense costs nothing but the liking."""

from __future__ import annotations

from pathlib import Path

import pytest

from fieldapp.ui import preferences
from fieldapp.ui.preferences import Preferences


def test_what_is_liked_comes_back(tmp_path: Path) -> None:
    liked = Preferences("night", "zh_CN", 150, 5)
    preferences.save(tmp_path / "screen.json", liked)
    assert preferences.load(tmp_path / "screen.json") == liked


@pytest.mark.parametrize(
    "content", ["", "[]", "{", '{"theme": 7}', '{"text_size": 99, "language": ["en"]}', "\x00"]
)
def test_a_file_that_makes_no_sense_is_as_at_first(tmp_path: Path, content: str) -> None:
    usual = preferences.load(tmp_path / "missing.json")
    (tmp_path / "screen.json").write_text(content)
    assert preferences.load(tmp_path / "screen.json") == usual


def test_what_an_older_release_knew_is_kept(tmp_path: Path) -> None:
    (tmp_path / "screen.json").write_text('{"theme": "sunlight", "sound": true}')
    assert preferences.load(tmp_path / "screen.json").theme == "sunlight"


def test_each_key_goes_round(tmp_path: Path) -> None:
    at = Preferences()
    assert at.with_next_theme().theme == "sunlight"
    assert at.with_next_language().with_next_language() == at
    assert at.with_next_text().with_next_text().with_next_text() == at
    seen = [at.lock_after_min]
    for _ in preferences.LOCK_AFTER_MIN:
        at = at.with_next_lock()
        seen.append(at.lock_after_min)
    assert set(seen) == set(preferences.LOCK_AFTER_MIN) and seen[0] == seen[-1]


def test_text_grows_and_shrinks_as_far_as_there_is() -> None:
    at = Preferences()
    assert at.with_text(-1) == at
    assert at.with_text(1).text_size == 125
    assert at.with_text(1).with_text(1).with_text(1).text_size == 150
