"""Promises of what rosters tell of messages: it comes back whole, in very few bytes a person."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain.message import Fate, Kind
from fieldapp.wire import cbor
from fieldapp.wire.errors import Undecodable
from fieldapp.wire.roster_messages import (
    MOST_MESSAGES,
    NO_MESSAGES,
    RosterMessage,
    RosterMessages,
    read_messages,
    write_messages,
)

courses = st.sampled_from(["cn-inactivated", "mr", ""])
sent = st.builds(
    RosterMessage,
    courses,
    st.integers(0, 255),
    st.sampled_from(Kind),
    st.integers(0, 65_535),
    st.sampled_from(Fate),
)
messages = st.builds(RosterMessages, st.lists(sent, max_size=4).map(tuple), st.booleans())
REMINDER = RosterMessage("cn-inactivated", 2, Kind.DUE, 18_800, Fate.DELIVERED)


@given(st.lists(messages, max_size=6))
def test_what_was_sent_comes_back(told: list[RosterMessages]) -> None:
    assert read_messages(write_messages(told), len(told)) == told


@given(st.lists(messages, min_size=1, max_size=3), st.integers(0, 5))
def test_columns_that_do_not_fit_together_are_refused(told: list[RosterMessages], cut: int) -> None:
    columns = cbor.loads(write_messages(told), max_bytes=100_000)
    assert isinstance(columns, list)
    with pytest.raises(Undecodable):
        read_messages(cbor.dumps([*columns[:cut], *columns[cut + 1 :]]), len(told))
    with pytest.raises(Undecodable):
        read_messages(cbor.dumps(columns), len(told) + 1)
    with pytest.raises(Undecodable):
        read_messages(cbor.dumps([columns[0], columns[1] + b"x", *columns[2:]]), len(told))


def test_only_the_newest_are_told() -> None:
    many = tuple(RosterMessage("mr", 2, Kind.DUE, day, Fate.SENT) for day in range(9))
    (told,) = read_messages(write_messages([RosterMessages(many)]), 1)
    assert told.sent == many[-MOST_MESSAGES:]


def test_a_kind_or_fate_of_a_later_hub_is_left_out_and_the_rest_is_read() -> None:
    columns = cbor.loads(
        write_messages([RosterMessages((REMINDER, REMINDER)), NO_MESSAGES]), max_bytes=1000
    )
    assert isinstance(columns, list)
    for later in (bytes([1 + 16 * 9, 1 + 16 * 2]), bytes([15 + 16, 1 + 16 * 2])):
        told = read_messages(cbor.dumps([columns[0], later, *columns[2:]]), 2)
        assert told == [RosterMessages((REMINDER,)), NO_MESSAGES]


def test_a_course_that_is_not_named_is_refused() -> None:
    columns = cbor.loads(write_messages([RosterMessages((REMINDER,))]), max_bytes=1000)
    assert isinstance(columns, list)
    with pytest.raises(Undecodable):
        read_messages(cbor.dumps([*columns[:5], []]), 1)
