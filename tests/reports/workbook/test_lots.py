"""A lot is chosen by what is printed on the vial."""

from __future__ import annotations

from datetime import date

import pytest

from fieldapp.domain.immunization import VaccineLot
from fieldapp.reports.workbook.lots import choice, lot_words
from fieldapp.reports.workbook.words import Words
from tests.reports.workbook.made_up import RULES

LOT = VaccineLot("covid-inact-bibp", "2021060417", date(2022, 5, 1))


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "BIBP 2021060417 exp 2022-05-01"), ("zh_CN", "BIBP 2021060417 有效期至 2022-05-01")],
)
def test_a_lot_is_product_number_and_last_day(language: str, said: str) -> None:
    assert lot_words(LOT, RULES.catalogue, Words(language)) == said


def test_a_product_that_nobody_knows_is_called_as_it_was_written() -> None:
    assert lot_words(VaccineLot("other", "X", None), RULES.catalogue, Words("en")) == "other X"


def test_a_choice_says_how_old_somebody_must_be() -> None:
    assert str(choice(RULES, LOT, Words("en")).min_age) == "18y"
