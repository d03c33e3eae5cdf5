"""A case is read exactly as it is written, and answered in the words of its own file."""

from __future__ import annotations

from datetime import date

import pytest

from fieldapp.actions.programme_case import CaseMalformed, as_expected, read_case
from fieldapp.domain.schedule.case import Evaluation, Forecast, PriorDose, Validity

ITEM: dict[str, object] = {
    "visit_date": "2021-04-22",
    "birth_date": "1980-05-17",
    "product": "covid-inact-bibp",
    "visit_product": "covid-inact-wibp",
    "prior_doses": [{"n": 1, "date": "2021-04-01", "product": "covid-inact-bibp"}],
    "other_vaccines": [{"date": "2021-03-01", "product": "td"}],
    "conditions": {"fever": True, "pregnant": False, "sex": "F", "infection_date": "2020-12-24"},
    "series": "cn-covid-inactivated",
}
DOSE = PriorDose(date(2021, 4, 1), "covid-inact-bibp")


def test_every_field_of_a_case_is_read() -> None:
    case = read_case(ITEM)
    assert (case.visit, case.birth_date) == (date(2021, 4, 22), date(1980, 5, 17))
    assert (case.product, case.visit_product) == ("covid-inact-bibp", "covid-inact-wibp")
    assert case.prior == (DOSE,)
    assert case.other == (PriorDose(date(2021, 3, 1), "td"),)
    assert case.conditions == {"fever"}, "what is false or no condition is none"
    assert (case.infection_date, case.series_id) == (date(2020, 12, 24), "cn-covid-inactivated")


def test_only_a_visit_and_a_product_are_needed() -> None:
    case = read_case({"visit_date": "2021-04-22", "product": "td"})
    assert (case.birth_date, case.visit_product, case.series_id) == (None, None, None)
    assert (case.prior, case.other, case.conditions) == ((), (), frozenset())


@pytest.mark.parametrize("field", ["visit_date", "product"])
def test_a_needed_field_that_is_missing_is_named(field: str) -> None:
    with pytest.raises(CaseMalformed, match=f"^{field}: "):
        read_case({name: value for name, value in ITEM.items() if name != field})


def test_an_answer_numbers_the_doses_as_the_case_does() -> None:
    item = {**ITEM, "prior_doses": [{"n": 7}, {}]}
    judged = (Evaluation(DOSE, Validity.VALID), Evaluation(DOSE, Validity.NOT_VALID, "TOO_SOON"))
    answer = as_expected(Forecast(True, "DUE", 2, evaluations=judged), item)
    assert answer["prior"] == [
        {"n": 7, "validity": "valid", "reason": None},
        {"n": 2, "validity": "not_valid", "reason": "TOO_SOON"},
    ]


def test_an_answer_writes_days_as_the_file_does_and_no_day_as_null() -> None:
    answer = as_expected(Forecast(None, "X", earliest=date(2021, 4, 22), complete=True), {})
    assert (answer["earliest"], answer["due"], answer["latest"]) == ("2021-04-22", None, None)
    assert (answer["eligible"], answer["series_status"]) == (None, "complete")
    assert as_expected(Forecast(True, "X"), {})["series_status"] == "not_complete"
