"""A request as a line survives what people do to lines, and says so when it does not."""

from __future__ import annotations

import pytest

from fieldapp.wire.enrol_line import read_lines, write_line
from fieldapp.wire.errors import NewerFormat, Undecodable

ONE, OTHER = bytes(range(101)), b"another request of a test"


def test_a_line_comes_back_whatever_stands_around_it() -> None:
    text = f"Hello,\n> {write_line(ONE)}\n\nand {write_line(OTHER)}; {write_line(ONE)}"
    assert read_lines(text) == [ONE, OTHER]
    assert read_lines("nothing here") == []


def test_a_cut_line_is_named_so() -> None:
    line = write_line(ONE)
    while len(line.removeprefix("VXE1.")) % 4 != 1:
        line = line[:-1]
    with pytest.raises(Undecodable, match="missing"):
        read_lines(line)


def test_a_line_of_a_newer_program_is_named_so() -> None:
    with pytest.raises(NewerFormat):
        read_lines("VXE2.abcd")
