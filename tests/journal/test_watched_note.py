"""How many are watched is known before anybody unlocks; when in doubt, nothing is said."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from fieldapp.journal import watched_note

NOW = datetime(2026, 11, 22, 6, 0, tzinfo=UTC)


def test_what_was_noted_is_read_until_it_is_stale(tmp_path: Path) -> None:
    watched_note.write(tmp_path, 3, NOW)
    assert watched_note.read(tmp_path, NOW + timedelta(minutes=5)) == 3
    assert watched_note.read(tmp_path, NOW + timedelta(hours=13)) == 0


@pytest.mark.parametrize("content", ["", "[]", '{"people": 1}', '{"people": "x", "noted_s": 0}'])
def test_a_note_that_cannot_be_read_says_nothing(tmp_path: Path, content: str) -> None:
    assert watched_note.read(tmp_path, NOW) == 0
    (tmp_path / watched_note.NOTE_FILE).write_text(content)
    assert watched_note.read(tmp_path, NOW) == 0
