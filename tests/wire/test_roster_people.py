"""Promises of the roster's columns: everybody comes back, and no document or phone travels."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain.birth_date import Precision
from fieldapp.domain.client import Document, Sex
from fieldapp.wire import cbor
from fieldapp.wire.errors import Undecodable
from fieldapp.wire.roster_people import (
    RosterDose,
    RosterPerson,
    paper_hash,
    read_people,
    write_people,
)
from tests.wire.made_up_facts import sixteen

words = st.text(st.characters(codec="utf-8", categories=["L", "N"]), max_size=12)
days = st.integers(0, 65_535)
devices = st.integers(1, 1000)
sources = st.integers(0, 2)
doses = st.builds(RosterDose, words, words, days, devices, words, sources, words)
tails = st.just("") | st.from_regex(r"[0-9]{4}", fullmatch=True)
papers = st.lists(st.binary(min_size=6, max_size=6), max_size=2).map(tuple)
people = st.builds(
    RosterPerson,
    sixteen,
    words,
    st.none() | st.integers(-30_000, 25_000),
    st.none() | st.sampled_from(Sex),
    tails,
    papers,
    st.lists(sixteen, max_size=2).map(tuple),
    words,
    st.lists(doses, max_size=3).map(tuple),
    st.sampled_from(Precision),
)


@given(st.lists(people, max_size=5))
def test_everybody_comes_back(listed: list[RosterPerson]) -> None:
    assert read_people(write_people(listed)) == listed


def test_a_name_is_one_line_whatever_was_typed() -> None:
    (read,) = read_people(write_people([RosterPerson(bytes(16), "王\n小  明")]))
    assert read.name == "王 小 明"


def test_a_document_travels_as_a_keyed_hash_only() -> None:
    paper = Document("cn-resident-id", "11010519491231002X")
    one, other = paper_hash(b"a" * 32, paper), paper_hash(b"b" * 32, paper)
    assert one != other, "another region's key finds nobody"
    assert one != paper_hash(b"a" * 32, Document("passport", paper.number))
    assert paper.number.encode() not in write_people([RosterPerson(bytes(16), "王", papers=(one,))])


@given(st.integers(0), st.lists(people, min_size=1, max_size=2))
def test_columns_that_do_not_fit_together_are_refused(cut: int, listed: list[RosterPerson]) -> None:
    columns = cbor.loads(write_people(listed), max_bytes=100_000)
    assert isinstance(columns, list)
    with pytest.raises(Undecodable):
        read_people(cbor.dumps([*columns[: cut % 19], *columns[cut % 19 + 1 :]]))
    with pytest.raises(Undecodable):
        read_people(cbor.dumps([columns[0], columns[1] + b"x", *columns[2:]]))
