from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from fieldapp.journal.errors import HomeMissing
from fieldapp.journal.files import sync_folder, write_json, write_whole


def test_a_file_is_replaced_whole_and_is_private(tmp_path: Path) -> None:
    file = tmp_path / "small"
    for durable in (True, False):
        write_whole(file, b"content %d" % durable, durable=durable)
        assert file.read_bytes() == b"content %d" % durable
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [file]


def test_names_stay_readable_in_json(tmp_path: Path) -> None:
    write_json(tmp_path / "j", {"name": "测试"})
    assert "测试" in (tmp_path / "j").read_text("utf-8")
    assert json.loads((tmp_path / "j").read_bytes()) == {"name": "测试"}


def test_a_missing_folder_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(HomeMissing):
        write_whole(tmp_path / "gone" / "file", b"", durable=True)
    sync_folder(tmp_path)
