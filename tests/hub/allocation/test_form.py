"""Promises of forms: doses become whole vials, and everything that cannot be is named with its
place and week; the sums are checked against the supply."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from fieldapp.hub.allocation.asking import Assumed, Question
from fieldapp.hub.allocation.cover import Batch
from fieldapp.hub.allocation.form import (
    read_allocation,
    read_assumed,
    read_supply,
    same_places,
    week_words,
)
from fieldapp.hub.allocation.holdings import Stock
from fieldapp.hub.allocation.needs import Need
from fieldapp.hub.allocation.supply import Supply
from fieldapp.hub.web.words import ENGLISH, Said, words_of

MONDAYS = (date(2026, 11, 30), date(2026, 12, 7))
QUESTION = Question(
    "v", MONDAYS, 10, Supply(10, {MONDAYS[0]: 5, MONDAYS[1]: 5}),
    {"north": Need([10, 10], [0, 0]), "south": Need([0, 0], [0, 0])}, Assumed(5, 10),
)  # fmt: skip
SHOWN = {"p0": "north", "p1": "south", "weeks": "2", "monday": "2026-11-30"}


def texts(wrong: list[Said]) -> list[str]:
    return [words_of(ENGLISH).say(one) for one in wrong]


def test_doses_are_whole_vials() -> None:
    found, wrong = read_supply({"w0": "1,200", "w1": ""}, MONDAYS, 10)
    assert (found, wrong) == ({MONDAYS[0]: 120, MONDAYS[1]: 0}, [])
    _, wrong = read_supply({"w0": "1205", "w1": "many"}, MONDAYS, 10)
    assert texts(wrong) == [
        "week 49: 1,205 doses are no whole vials of 10.",
        "week 50: “many” is not a whole number from 0 to 100,000,000.",
    ]


def test_what_cannot_be_read_stays_as_it_was() -> None:
    form = {"wastage": "95", "buffer": "20", "r0": "", "r1": "300", "k0": "0", "k1": "x"}
    found, wrong = read_assumed(form, QUESTION)
    assert found == Assumed(5, 20, {"north": None, "south": 300}, {"north": 0, "south": 0})
    assert texts(wrong) == [
        "Wastage: “95” is not a whole number from 0 to 90.",
        "south, weight: “x” is not a whole number from 0 to 9.",
    ]


def test_doses_held_are_those_of_the_books_unless_another_number_is_typed() -> None:
    form = {"wastage": "5", "buffer": "10", "h0": "40", "h1": "1,000"}
    question = replace(QUESTION, stocks={"north": Stock([Batch(40, None)], written=True)})
    found, wrong = read_assumed(form, question)
    assert (dict(found.held), wrong) == ({"south": 1000}, [])
    found, wrong = read_assumed({**form, "h0": "0", "h1": "-3"}, question)
    assert dict(found.held) == {"north": 0}
    assert texts(wrong) == ["south, doses held: “-3” is not a whole number from 0 to 100,000,000."]


def test_a_table_within_the_supply_is_taken() -> None:
    form = {"s0.0": "20", "s0.1": "10", "f1.1": "70"}
    given, wrong = read_allocation(form, QUESTION.problem(), MONDAYS)
    assert wrong == []
    assert (given.second, given.first) == (((2, 1), (0, 0)), ((0, 0), (0, 7)))


def test_more_than_the_supply_is_named_in_its_week() -> None:
    _, wrong = read_allocation({"s0.0": "30", "f1.0": "30"}, QUESTION.problem(), MONDAYS)
    assert texts(wrong) == ["By the end of week 49 60 doses leave and 50 have come: 10 too many."]


def test_a_cell_is_named_by_place_and_week() -> None:
    _, wrong = read_allocation({"f1.1": "15"}, QUESTION.problem(), MONDAYS)
    assert texts(wrong) == ["south, week 50: 15 doses are no whole vials of 10."]


def test_a_form_of_other_places_or_weeks_is_not_taken() -> None:
    assert same_places(SHOWN, QUESTION)
    for name, other in (("p1", "west"), ("weeks", "3"), ("monday", "2026-12-07")):
        assert not same_places({**SHOWN, name: other}, QUESTION)
    assert words_of(ENGLISH).say(week_words(MONDAYS[0])) == "week 49"
