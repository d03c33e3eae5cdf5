"""Promises of a person's details as a fact: nothing lost, nothing written that follows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain.birth_date import Precision
from fieldapp.domain.client import ClientDetails, Document, Sex
from fieldapp.wire.client_codec import decode_document, encode_document, from_fact, to_fact
from fieldapp.wire.codes import DOCUMENT_KINDS
from fieldapp.wire.errors import Undecodable, WireError
from fieldapp.wire.facts import ClientRegistered
from tests.wire.made_up_facts import facts_of, texts

MAN = Document("cn-resident-id", "110105195307148313")
BORN = date(1953, 7, 14)
documents = st.builds(Document, st.sampled_from(sorted(DOCUMENT_KINDS)), texts) | st.just(MAN)
details = st.builds(
    ClientDetails,
    texts,
    st.lists(documents, max_size=3).map(tuple),
    st.dates(),
    st.sampled_from(Sex),
    st.none() | texts,
    st.none() | texts,
    st.none() | texts,
    st.none() | texts,
    st.none() | st.booleans(),
    st.none() | texts,
    st.none() | st.booleans(),
    st.none() | texts,
    st.sampled_from(Precision),
)


def test_a_document_that_tells_the_birthday_knows_it_better_than_a_year_alone() -> None:
    year = ClientDetails("测试甲", (MAN,), date(1953, 1, 1), birth_known_to=Precision.YEAR)
    read = from_fact(to_fact(year))
    assert (read.birth_date, read.birth_known_to) == (BORN, Precision.DAY)


@given(details)
def test_details_come_back(person: ClientDetails) -> None:
    if MAN in person.documents:
        person = replace(person, birth_known_to=Precision.DAY)
    assert from_fact(to_fact(person)) == person


def test_what_follows_from_a_resident_id_is_not_written() -> None:
    fact = to_fact(ClientDetails("曾金样", (MAN,), BORN, Sex.MALE))
    assert (fact.documents, fact.birth_day, fact.sex) == ([[1, MAN.number[:17]]], None, None)


def test_what_follows_is_filled_in() -> None:
    person = from_fact(to_fact(ClientDetails("曾金样", (MAN,))))
    assert (person.documents, person.birth_date, person.sex) == ((MAN,), BORN, Sex.MALE)


def test_details_that_contradict_the_id_are_kept_as_said() -> None:
    person = ClientDetails("曾金样", (MAN,), date(1954, 7, 14), Sex.FEMALE)
    assert from_fact(to_fact(person)) == person


def test_a_resident_id_that_fails_its_check_is_kept_whole() -> None:
    wrong = replace(MAN, number=MAN.number[:17] + "0")
    assert decode_document(encode_document(wrong)) == wrong
    assert encode_document(wrong) == [1, wrong.number]


@pytest.mark.parametrize("number", ["11010519530714831²", "1101051953071483１3", "x" * 18])
def test_a_resident_id_that_is_no_number_is_kept_as_it_is(number: str) -> None:
    person = ClientDetails("Test", (Document("cn-resident-id", number),))
    assert from_fact(to_fact(person)) == person


@pytest.mark.parametrize("value", [None, [], [1], [0, "x"], [99, "x"], [True, "x"], [1, 5], ["x"]])
def test_what_is_not_a_document_is_refused(value: list[object] | None) -> None:
    with pytest.raises(Undecodable):
        decode_document(value)  # type: ignore[arg-type]  # that is the point


@pytest.mark.parametrize("numbers", [(10**9, None), (-(10**9), None), (None, 0), (None, 4)])
def test_a_birth_date_or_sex_that_cannot_be_is_refused(
    numbers: tuple[int | None, int | None],
) -> None:
    with pytest.raises(Undecodable):
        from_fact(ClientRegistered("Test", [], *numbers))


@given(facts_of(ClientRegistered))
def test_any_registration_is_read_or_refused(fact: object) -> None:
    assert isinstance(fact, ClientRegistered)
    try:
        from_fact(fact)
    except WireError:
        return
