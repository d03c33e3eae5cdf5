"""A roster file gives its blobs back one at a time; one that is cut short says so."""

from __future__ import annotations

from io import BytesIO

import pytest

from fieldapp.wire.errors import Undecodable
from fieldapp.wire.roster_file import is_roster_file, read_blobs, write_blobs


def test_blobs_come_back() -> None:
    stream = BytesIO()
    assert write_blobs(stream, [b"one", b"two"]) == 2
    assert is_roster_file(stream.getvalue())
    assert list(read_blobs(BytesIO(stream.getvalue()))) == [b"one", b"two"]


def test_a_file_cut_anywhere_is_named_so() -> None:
    stream = BytesIO()
    write_blobs(stream, [b"one"])
    for cut in (2, 7, len(stream.getvalue()) - 1):
        with pytest.raises(Undecodable):
            list(read_blobs(BytesIO(stream.getvalue()[:cut])))
    assert not is_roster_file(b"VXB1")
