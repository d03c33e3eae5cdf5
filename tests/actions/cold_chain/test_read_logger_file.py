"""A logger's file is read in any usual encoding and format; the rest is refused in words."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from fieldapp.actions.cold_chain.logger_file import LoggerFile, UnreadableLoggerFile
from fieldapp.actions.cold_chain.read_logger_file import MAX_FILE_BYTES, read_logger_file
from tests.actions.cold_chain.test_fridge_tag import REPORT

LIST = "时间,温度\n2026-11-28 07:00,4.6\n"


def read(path: Path) -> LoggerFile:
    return read_logger_file(path, now=datetime(2026, 11, 28, 12, 0), utc_offset_min=480)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_list_is_read_in_its_encoding(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "logger.csv"
    file.write_bytes(LIST.encode(encoding))
    assert [one.tenths for one in read(file).readings] == [46]


def test_a_fridge_tags_own_file_is_known_by_its_content(tmp_path: Path) -> None:
    file = tmp_path / "anything.csv"
    file.write_text(REPORT, encoding="utf-8")
    assert read(file).logger == "160400009999"


def test_a_clock_that_runs_ahead_is_told_and_not_taken(tmp_path: Path) -> None:
    file = tmp_path / "logger.csv"
    file.write_text(LIST + "2027-11-28 07:00,4.6\n", encoding="utf-8")
    found = read(file)
    assert len(found.readings) == 1
    assert [(bad.line, bad.why) for bad in found.bad] == [(3, "in-the-future")]


def test_what_cannot_be_read_says_why(tmp_path: Path) -> None:
    with pytest.raises(UnreadableLoggerFile, match="No such file"):
        read(tmp_path / "missing.csv")
    for name, content, why in (
        ("empty.csv", b"", "no line names"),
        ("picture.csv", b"\xff\x00\x80" * 99, "it is no text"),
        ("huge.csv", b"x" * (MAX_FILE_BYTES + 1), "larger than 16 MB"),
    ):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(UnreadableLoggerFile, match=why):
            read(tmp_path / name)
