"""Promises of looking up in a file that is not what it was."""

from __future__ import annotations

import io
from datetime import date

import pytest

from fieldapp.wire.errors import Undecodable
from fieldapp.wire.registry.entry import Holding
from fieldapp.wire.registry.head import decode_head, head_length
from fieldapp.wire.registry.reading import look_up
from tests.wire.registry.made_up import KEY, made_up_file, made_up_key

ONE = made_up_key(1)
CONTENT = made_up_file({ONE: [Holding("flu-test", 1, date(2026, 1, 1))]})
HEAD, BODY_AT = decode_head(CONTENT, KEY.verify_key), head_length(CONTENT)


def test_a_file_cut_short_is_said_to_be() -> None:
    for length in (BODY_AT, BODY_AT + 5, len(CONTENT) - 1):
        with pytest.raises(Undecodable):
            look_up(io.BytesIO(CONTENT[:length]), HEAD, BODY_AT, made_up_key(1)[:0] + b"\xff" * 32)


def test_an_index_that_points_outside_is_said_to() -> None:
    at = BODY_AT + HEAD.entries * 12
    broken = CONTENT[:at] + b"\xff" * (len(CONTENT) - at)
    with pytest.raises(Undecodable):
        look_up(io.BytesIO(broken), HEAD, BODY_AT, ONE)
