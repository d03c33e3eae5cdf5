"""What was typed becomes whole numbers, days and lots, or it is known that it is none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from fieldapp.actions.stock.amount import Amount
from fieldapp.domain.immunization import VaccineLot
from fieldapp.ui.stock import moving
from fieldapp.ui.stock.state import MoveForm, MoveState
from tests.ui.stock.pages import MOVE

EMPTY = MoveForm("", "", "", "", "", "", "", "", "", "")


@pytest.mark.parametrize(
    ("text", "number"),
    [("12", 12), (" 7 ", 7), ("0", 0), ("", None), ("-1", None), ("1.5", None), ("x", None),
     ("٣", None), ("01095011015", None)],
)  # fmt: skip
def test_only_a_short_whole_number_is_one(text: str, number: int | None) -> None:
    assert moving.whole(text) == number


@pytest.mark.parametrize(
    ("text", "day"),
    [("2027-08-31", date(2027, 8, 31)), ("20270831", date(2027, 8, 31)),
     ("2027/8/31", date(2027, 8, 31)), ("2027.8.31", date(2027, 8, 31)),
     ("31.08.2027", None), ("2027-13-01", None), ("2027-02-30", None), ("2027-08", None),
     ("soon", None), ("1999-01-01", None), ("", None)],
)  # fmt: skip
def test_a_day_is_typed_with_the_year_first(text: str, day: date | None) -> None:
    assert moving.typed_day(text) == day


def test_vials_and_single_doses_add_up() -> None:
    assert moving.doses(MOVE, replace(EMPTY, vials="3", doses="1")) == 7
    assert moving.doses(MOVE, replace(EMPTY, doses="1")) == 1
    assert moving.doses(MOVE, replace(EMPTY, vials="x")) is None
    assert moving.doses(MOVE, EMPTY) is None


def test_an_open_vial_is_what_is_left_in_it() -> None:
    state = replace(MOVE, places=(("store", "Store"), ("vial", "The open vial")), there=(20, 1))
    assert moving.doses(state, replace(EMPTY, place="vial")) == 1
    assert moving.there(state, replace(EMPTY, place="vial")) == 1
    assert moving.there(state, EMPTY) == 20 and moving.there(MOVE, EMPTY) == 0


def test_an_amount_is_made_once_nothing_is_missing() -> None:
    receive = MoveState("receive", "", "")
    form = replace(EMPTY, product="v", lot="A", vial_doses="5", vials="2", expiry="2027-08-31")
    lot = VaccineLot("v", "A", date(2027, 8, 31))
    assert moving.amount(receive, form, None) == Amount(lot, 10, 5)
    for missing in ({"product": ""}, {"lot": ""}, {"vial_doses": "0"}, {"expiry": "soon"}):
        assert moving.amount(receive, replace(form, **missing), None) is None
    assert moving.amount(receive, replace(form, expiry=""), None) == Amount(
        VaccineLot("v", "A"), 10, 5
    )
    known = moving.amount(MOVE, replace(EMPTY, vials="1"), date(2028, 1, 1))
    assert known == Amount(VaccineLot("v", "A", date(2028, 1, 1)), 2, 2)
