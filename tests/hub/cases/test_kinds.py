"""A case's id follows from what it is about; facts that differ have another digest."""

from __future__ import annotations

from fieldapp.hub.cases.kinds import WAYS, Kind, Way, case_id, facts_of


def test_the_same_matter_is_the_same_case_and_no_other() -> None:
    assert case_id(Kind.DOUBLE, b"a", b"b") == case_id(Kind.DOUBLE, b"a", b"b")
    ids = {
        case_id(Kind.DOUBLE, b"a", b"b"), case_id(Kind.IDENTITY, b"a", b"b"),
        case_id(Kind.DOUBLE, b"a"), case_id(Kind.DOUBLE, b"ab"),
    }  # fmt: skip
    assert len(ids) == 4


def test_other_facts_are_told_apart() -> None:
    assert facts_of("a", [1, None]) == facts_of("a", [1, None]) != facts_of("a", [1, ""])


def test_every_kind_can_be_decided_or_referred_and_none_is_decided_by_taking_back() -> None:
    assert WAYS.keys() == set(Kind)
    for ways in WAYS.values():
        assert Way.REFERRED in ways and Way.UNDONE not in ways
