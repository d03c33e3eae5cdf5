"""Promises of every list that the hub numbers and signs."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl.signing import VerifyKey

from fieldapp.domain.errors import FieldAppError
from fieldapp.journal.hub_link import enrolment
from fieldapp.journal.journal import Journal
from fieldapp.journal.signed_lists import SignedList
from fieldapp.wire.errors import BadSignature
from tests.journal.hub import enrol
from tests.properties import ONE_FIXTURE


@dataclass(frozen=True)
class Edition:
    """A list that says nothing but its number and whose it is."""

    version: int
    hub: bytes


class OlderEdition(FieldAppError):
    happened = "An older one came."


def read(raw: bytes, _key: VerifyKey) -> Edition:
    return Edition(raw[0], raw[1:])


LIST = SignedList(
    "test.list", "test list", "tests", read, lambda one, hub_id: one.hub == hub_id, OlderEdition
)


def ours(journal: Journal, version: int) -> bytes:
    joined = enrolment(journal)
    assert joined is not None
    return bytes([version]) + joined.hub_id


@ONE_FIXTURE
@given(st.lists(st.integers(0, 9), min_size=1, max_size=8))
def test_the_newest_is_in_force_in_whatever_order_they_come(
    journal: Journal, versions: list[int]
) -> None:
    enrol(journal)
    held = LIST.newest(journal)  # of the examples before
    newest = -1 if held is None else held.version
    for version in versions:
        if version < newest:
            with pytest.raises(OlderEdition):
                LIST.store(journal, ours(journal, version))
        else:
            LIST.store(journal, ours(journal, version))
        newest = max(newest, version)
        assert LIST.cursors(journal) == [("tests", newest)]


def test_a_list_of_another_hub_is_refused(journal: Journal) -> None:
    with pytest.raises(BadSignature):
        LIST.store(journal, b"\x01nobody's")
    enrol(journal)
    with pytest.raises(BadSignature):
        LIST.store(journal, b"\x01another's")
    assert LIST.newest(journal) is None and LIST.cursors(journal) == []


def test_a_neighbour_gets_it_as_the_hub_signed_it_and_only_the_newer_one(journal: Journal) -> None:
    enrol(journal)
    assert (LIST.version(journal), LIST.newer_than(journal, 0)) == (0, [])
    LIST.store(journal, ours(journal, 7))
    assert LIST.version(journal) == 7
    assert LIST.newer_than(journal, 0) == LIST.newer_than(journal, 6) == [ours(journal, 7)]
    assert LIST.newer_than(journal, 7) == LIST.newer_than(journal, 8) == []
