"""Promises of typed numbers: a slip is found where it can be, one person is one document."""

from __future__ import annotations

import pytest

from fieldapp.domain.client import Document
from fieldapp.hub.booking.papers import Paper
from fieldapp.hub.booking.typed import is_number_of, read_paper
from tests.hub.booking.desk import TODAY

RESIDENT = "11010519491231002X"
ID_CARD = Paper(Document("cn-resident-id", RESIDENT), "CHN")
PR = "USA110074121501"


@pytest.mark.parametrize(
    ("kind", "typed", "nationality", "paper"),
    [
        ("passport", "c0 123 4567", "DEU", Paper(Document("passport", "C01234567"), "DEU")),
        ("passport", "Ｃ０１２３４５６７", "XXX", Paper(Document("passport", "C01234567"), "XXX")),
        ("resident-id", "11010519491231002x", "", ID_CARD),
        ("resident-id", "110105491231002", "", ID_CARD),
        ("hk-macao", "H1234567801", "", Paper(Document("hk-macao-permit", "H12345678"))),
        ("taiwan", "12345678", "DEU", Paper(Document("taiwan-permit", "12345678"))),
        ("foreign-pr", PR, "", Paper(Document("cn-foreign-pr-2017", PR))),
    ],
)  # fmt: skip
def test_a_number_becomes_the_document_that_the_desk_knows(
    kind: str, typed: str, nationality: str, paper: Paper
) -> None:
    assert read_paper(kind, typed, nationality, TODAY) == paper


@pytest.mark.parametrize(
    ("kind", "typed", "fault"),
    [
        ("resident-id", "110105194912310021", "CHECK_DIGIT"),
        ("resident-id", "11010119900307", "LENGTH"),
        ("passport", "", "EMPTY"),
        ("passport", "ABCDEFG", "CHARACTERS"),
        ("hk-macao", "X12345678", "PREFIX"),
        ("taiwan", "1234567", "LENGTH"),
        ("foreign-pr", "911010119900307", "CHARACTERS"),
        ("no such kind", "C01234567", "LENGTH"),
    ],
)
def test_a_slip_is_named(kind: str, typed: str, fault: str) -> None:
    assert read_paper(kind, typed, "DEU", TODAY) == fault


def test_a_number_is_known_again_however_it_is_written() -> None:
    assert is_number_of(Document("passport", "C01234567"), "c 0123 4567", TODAY)
    assert is_number_of(Document("cn-resident-id", RESIDENT), "110105491231002", TODAY)
    assert is_number_of(Document("hk-macao-permit", "H12345678"), "H1234567802", TODAY)
    assert not is_number_of(Document("passport", "C01234567"), "C01234568", TODAY)
    assert not is_number_of(Document("passport", "C01234567"), "", TODAY)
