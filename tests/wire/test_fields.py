"""Promises of the reader of arrays: a field is of the kind and size asked for, or refused."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from fieldapp.wire.errors import Undecodable
from fieldapp.wire.fields import Fields


def test_fields_come_in_their_order() -> None:
    fields = Fields([1, -5, b"ab", "text", ["x", "y"], None], "thing", 6)
    assert (fields.number(), fields.time(), fields.bytes(2)) == (1, -5, b"ab")
    assert fields.text(4) == "text"
    assert fields.all(lambda item: item, 2) == ("x", "y")
    assert fields.item() is None
    times = Fields([None, -3], "thing", 2)
    assert (times.maybe_time(), times.maybe_time()) == (None, -3)


@pytest.mark.parametrize("value", [None, 1, b"ab", "ab", [], [1], [1, 2, 3], {"a": 1}])
def test_another_number_of_fields_is_refused(value: object) -> None:
    with pytest.raises(Undecodable, match="thing"):
        Fields(value, "thing", 2)


@pytest.mark.parametrize(
    ("value", "read"),
    [
        (True, lambda f: f.number()),
        (-1, lambda f: f.number()),
        (2**63, lambda f: f.number()),
        (0, lambda f: f.number(least=1)),
        (3, lambda f: f.number(most=2)),
        (-(2**63), lambda f: f.time()),
        (False, lambda f: f.time()),
        (False, lambda f: f.maybe_time()),
        (2**63, lambda f: f.maybe_time()),
        ("1", lambda f: f.number()),
        (b"abc", lambda f: f.bytes(2)),
        (b"abc", lambda f: f.bytes(most=2)),
        ("ab", lambda f: f.bytes()),
        ("abc", lambda f: f.text(2)),
        (b"ab", lambda f: f.text(2)),
        ([1, 2], lambda f: f.all(lambda item: item, 1)),
        ("ab", lambda f: f.all(lambda item: item, 9)),
    ],
)
def test_a_field_of_another_kind_or_size_is_refused(
    value: object, read: Callable[[Fields], object]
) -> None:
    with pytest.raises(Undecodable, match="thing"):
        read(Fields([value], "thing", 1))
