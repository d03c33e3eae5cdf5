"""Libraries lose only what debuggers read; what is none, or was repaired, stays as it is."""

from __future__ import annotations

import ctypes
import shutil
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tools.desktop.slim import is_library, slimmed

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("strip") is None, reason="Linux with binutils"
)


def library() -> str:
    spec = find_spec("sqlcipher3._sqlite3")
    assert spec is not None and spec.origin is not None
    return spec.origin


def test_a_library_becomes_smaller_and_still_loads(tmp_path: Path) -> None:
    ((place, copy, kind),) = slimmed([("a.so", library(), "EXTENSION")], tmp_path)
    assert (place, kind) == ("a.so", "EXTENSION")
    assert Path(copy).stat().st_size < Path(library()).stat().st_size
    ctypes.CDLL(copy)


def test_what_is_no_library_stays(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("words", "utf-8")
    entry = ("a.txt", str(text), "DATA")
    assert slimmed([entry], tmp_path) == [entry]
    assert not is_library(tmp_path) and not is_library(tmp_path / "gone")


def test_what_a_wheel_repaired_stays(tmp_path: Path) -> None:
    """`strip` moves the segments that auditwheel added off their pages; such a file never loads."""
    repaired = tmp_path / "numpy.libs" / "libopenblas.so"
    repaired.parent.mkdir()
    shutil.copyfile(library(), repaired)
    entry = ("numpy.libs/libopenblas.so", str(repaired), "BINARY")
    assert slimmed([entry], tmp_path / "slim") == [entry]
