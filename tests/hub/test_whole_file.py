"""Promises of a file that goes on a stick: whole and on the medium, or as it was before."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from fieldapp.hub.whole_file import OWNER, whole_file


def test_it_is_on_the_medium_before_it_bears_its_name_and_so_is_the_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[tuple[str, list[str]]] = []

    def noted(descriptor: int, real: object = os.fsync) -> None:
        synced = Path(f"/proc/self/fd/{descriptor}").readlink().name
        done.append((synced, sorted(one.name for one in tmp_path.iterdir())))

    monkeypatch.setattr(os, "fsync", noted)
    with whole_file(tmp_path / "a.vxr") as stream:
        stream.write(b"receipts")
    assert done == [("a.vxr.new", ["a.vxr.new"]), (tmp_path.name, ["a.vxr"])]
    assert (tmp_path / "a.vxr").read_bytes() == b"receipts"


def test_a_stick_that_is_full_or_pulled_out_keeps_what_was_there_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.vxr").write_bytes(b"of before")

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"), whole_file(tmp_path / "a.vxr") as stream:
        stream.write(b"receipts")
    assert [one.name for one in tmp_path.iterdir()] == ["a.vxr"]
    assert (tmp_path / "a.vxr").read_bytes() == b"of before"


def test_what_is_its_owners_alone_is_so_whatever_was_left_behind(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl.new").touch(0o666)
    with whole_file(tmp_path / "a.jsonl", OWNER) as stream:
        stream.write(b"x")
    assert (tmp_path / "a.jsonl").stat().st_mode & 0o077 == 0
