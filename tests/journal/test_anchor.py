from __future__ import annotations

from pathlib import Path

from fieldapp.journal.anchor import ANCHOR_FILE, Anchor, read_anchor, write_anchor


def test_the_mark_comes_back_as_it_was_left(tmp_path: Path) -> None:
    for mark in (Anchor(b"e" * 8, 5, b"h" * 32), Anchor(b"", 0, b"", restored=True)):
        write_anchor(tmp_path, mark)
        assert read_anchor(tmp_path) == mark
    assert [file.name for file in tmp_path.iterdir()] == [ANCHOR_FILE]


def test_a_disk_that_does_not_take_the_mark_is_no_error(tmp_path: Path) -> None:
    nowhere = tmp_path / "gone"
    write_anchor(nowhere, Anchor(b"e" * 8, 5, b"h" * 32))
    assert read_anchor(nowhere) is None
