"""Promises of the ledger: what is written is read again, and a cut-off line harms nothing."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest

from fieldapp.hub.erasure import ledger
from fieldapp.hub.erasure.errors import LedgerDamaged, LedgerUnwritable
from fieldapp.hub.erasure.ledger import Entry, Gone, Kept

ENTRY = Entry(
    7, 9, "lu.qing", "request", "信 12",
    (Gone(b"a" * 32, 3, b"epoch-01", 5, "v", "L"), Gone(b"b" * 32, 3, b"epoch-01", 6)),
    (Kept(b"a" * 32, 19_000, b"sealed"),),
)  # fmt: skip
NEXT = replace(ENTRY, version=8, kept=())


def test_what_is_added_is_read_again_in_order(tmp_path: Path) -> None:
    assert (ledger.read(tmp_path), ledger.newest(tmp_path)) == ([], None)
    ledger.add(tmp_path, [ENTRY])
    ledger.add(tmp_path, [NEXT])
    assert ledger.read(tmp_path) == [ENTRY, NEXT]
    assert ledger.newest(tmp_path) == NEXT
    assert ledger.path_of(tmp_path).stat().st_mode & 0o077 == 0


def test_a_line_that_was_cut_off_is_left_out_and_written_over(tmp_path: Path) -> None:
    ledger.add(tmp_path, [ENTRY, NEXT])
    path = ledger.path_of(tmp_path)
    path.write_bytes(path.read_bytes()[:-9])
    assert ledger.read(tmp_path) == [ENTRY]
    assert ledger.newest(tmp_path) == ENTRY
    ledger.add(tmp_path, [NEXT])
    assert ledger.read(tmp_path) == [ENTRY, NEXT]


def test_a_damaged_line_is_said_and_nothing_goes_on(tmp_path: Path) -> None:
    ledger.path_of(tmp_path).write_text('{"version": 1}\n', "utf-8")
    with pytest.raises(LedgerDamaged):
        ledger.read(tmp_path)
    ledger.path_of(tmp_path).write_bytes(b"\xff\n")
    with pytest.raises(LedgerDamaged):
        ledger.read(tmp_path)


def test_it_is_replaced_whole(tmp_path: Path) -> None:
    ledger.add(tmp_path, [ENTRY])
    ledger.replace(tmp_path, [NEXT])
    assert ledger.read(tmp_path) == [NEXT]
    assert [path.name for path in tmp_path.iterdir()] == [ledger.LEDGER_FILE]


def test_what_the_law_kept_is_left_out_after_its_day(tmp_path: Path) -> None:
    assert ledger.let_go(tmp_path, 19_000) == 0 and not ledger.path_of(tmp_path).exists()
    ledger.add(tmp_path, [ENTRY, NEXT])
    assert ledger.let_go(tmp_path, 19_000) == 0
    assert ledger.let_go(tmp_path, 19_001) == 1
    assert ledger.read(tmp_path) == [replace(ENTRY, kept=()), NEXT]


def test_a_long_line_is_read_whole(tmp_path: Path) -> None:
    many = tuple(Gone(bytes(32), 3, b"epoch-01", seq) for seq in range(2000))
    long = replace(ENTRY, version=9, events=many)
    ledger.add(tmp_path, [NEXT, long])
    assert ledger.newest(tmp_path) == long


def test_a_disk_without_room_is_said_and_what_was_written_before_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger.add(tmp_path, [ENTRY])

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        for write in (ledger.add, ledger.replace):
            with pytest.raises(LedgerUnwritable, match="No space left"):
                write(tmp_path, [NEXT])
    assert ledger.read(tmp_path)[0] == ENTRY
    assert [path.name for path in tmp_path.iterdir()] == [ledger.LEDGER_FILE]
