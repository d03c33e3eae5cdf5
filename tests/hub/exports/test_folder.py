"""A folder of an export is there whole, or it is not there."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from fieldapp.hub.errors import FileUnwritable
from fieldapp.hub.exports.folder import FolderTaken, writing


def test_files_are_private_counted_and_summed_up(tmp_path: Path) -> None:
    out = tmp_path / "new" / "out"
    with writing(out) as folder:
        folder.file("a.ndjson").add("王")
        folder.file("a.ndjson").add("2")
        assert not out.exists()
    written = (out / "a.ndjson").read_bytes()
    assert written == "王\n2\n".encode()
    file = folder.files["a.ndjson"]
    assert (file.lines, file.sum.hexdigest()) == (2, hashlib.sha256(written).hexdigest())
    assert (out / "a.ndjson").stat().st_mode & 0o077 == out.stat().st_mode & 0o077 == 0


def test_a_failure_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(KeyError), writing(tmp_path / "out") as folder:
        folder.file("a").add("1")
        raise KeyError
    assert list(tmp_path.iterdir()) == []


def test_an_empty_folder_is_taken_and_a_full_one_left_alone(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    with writing(tmp_path / "out") as folder:
        folder.file("a").add("1")
    with pytest.raises(FolderTaken), writing(tmp_path / "out"):
        pass
    assert (tmp_path / "out" / "a").read_text() == "1\n"


def test_where_nothing_can_be_written_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(FileUnwritable), writing(tmp_path / "file" / "out"):
        pass
