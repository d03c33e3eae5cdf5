"""A file for a telephone: every line once, whole, and no formula in it."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

from fieldapp.hub.messages.gateways.gateway import Answer, Fate, Outgoing
from fieldapp.hub.messages.gateways.to_file import ToFile
from tests.hub.messages.clinic import lines_of

HELLO = Outgoing("ref1", "+8613912345678", "王小明您好, 5月29日")


def test_lines_are_added_and_a_file_that_was_taken_away_begins_anew(tmp_path: Path) -> None:
    path = tmp_path / "new" / "out.csv"
    gateway = ToFile(path)
    assert gateway.send(HELLO) == gateway.send(HELLO) == Answer(Fate.TAKEN)
    line = {"ref": "ref1", "phone": "+8613912345678", "text": "王小明您好, 5月29日"}
    assert lines_of(path) == [line, line]
    path.unlink()
    gateway.send(HELLO)
    assert lines_of(path) == [line]
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_it_can_be_asked_whether_it_holds_a_message(tmp_path: Path) -> None:
    gateway = ToFile(tmp_path / "out.csv")
    assert gateway.fate_of("ref1").fate is Fate.UNSURE
    gateway.send(HELLO)
    assert gateway.fate_of("ref1").fate is Fate.TAKEN
    assert gateway.fate_of("ref2").fate is Fate.LATER


def test_a_folder_that_cannot_be_written_is_for_later(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert ToFile(tmp_path / "file" / "out.csv").send(HELLO).fate is Fate.LATER


def test_no_text_is_a_formula(tmp_path: Path) -> None:
    gateway = ToFile(tmp_path / "out.csv")
    gateway.send(Outgoing("r", "+86139", "=1+1"))
    assert lines_of(tmp_path / "out.csv")[0]["text"] == "'=1+1"
    assert list(gateway.receipts()) == []
    gateway.close()
