"""Promises of what is kept of a document: nothing that a copy of the database gives away."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from fieldapp.domain.client import Document
from fieldapp.hub.booking.papers import (
    Paper,
    address_hash,
    code_for,
    code_hash,
    paper_hash,
    read_code,
    seal,
    unseal,
)
from fieldapp.hub.keys import HubKeys, new_keys
from tests.hub.booking.desk import passport

KEYS, OTHERS = new_keys()[0], new_keys()[0]


def test_a_code_is_short_and_made_by_this_hub_alone() -> None:
    code = code_for(KEYS, passport(1), 7, "form")
    assert re.fullmatch("BK-[0-9A-Z]{4}-[0-9A-Z]{4}", code)
    assert code_for(OTHERS, passport(1), 7, "form") != code


def test_one_form_sent_twice_has_one_code_any_other_another() -> None:
    code = code_for(KEYS, passport(1), 7, "form")
    assert code_for(KEYS, passport(1), 7, "form") == code
    others = {
        code_for(KEYS, passport(2), 7, "form"),
        code_for(KEYS, passport(1), 8, "form"),
        code_for(KEYS, passport(1), 7, "another"),
    }
    assert code not in others and len(others) == 3


@pytest.mark.parametrize(
    "typed", ["BK-K7QM-3XTP", "bk k7qm 3xtp", "K7QM3XTP", "bk-k7qm-3xtp ", "BKK7QM3XTP"]
)
def test_a_code_is_read_however_it_is_typed(typed: str) -> None:
    assert read_code(typed) == "BK-K7QM-3XTP"


@pytest.mark.parametrize("typed", ["", "BK", "K7QM-3XT", "K7QM-3XT!", "BK-K7QM-3XTP-1", "号" * 8])
def test_what_is_no_code_is_none(typed: str) -> None:
    assert read_code(typed) is None


def test_one_number_of_two_countries_is_two_passports() -> None:
    assert paper_hash(KEYS, passport(1, "DEU")) != paper_hash(KEYS, passport(1, "PAK"))
    card = Paper(Document("cn-resident-id", "11010519491231002X"), "CHN")
    assert paper_hash(KEYS, card) == paper_hash(KEYS, replace(card, nationality=None))


def hashes(keys: HubKeys) -> set[bytes]:
    return {paper_hash(keys, passport(1)), code_hash(keys, "x"), address_hash(keys, "10.0.0.1")}


def test_hashes_tell_nothing_without_the_hubs_keys() -> None:
    assert len(hashes(KEYS)) == 3 and not hashes(KEYS) & hashes(OTHERS)


def test_what_is_sealed_opens_again_and_shows_nothing_outside() -> None:
    sealed = seal(KEYS, passport(1), "BK-K7QM-3XTP")
    assert b"C0000001" not in sealed and b"BK-" not in sealed
    assert unseal(KEYS, sealed) == (passport(1), "BK-K7QM-3XTP")
