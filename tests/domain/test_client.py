"""What was written down about a person says as much as is known, and no more."""

from __future__ import annotations

from datetime import date

from fieldapp.domain.birth_date import Precision
from fieldapp.domain.client import ClientDetails


def test_a_birth_year_alone_is_no_birthday() -> None:
    person = ClientDetails("测试甲", birth_date=date(1980, 1, 1), birth_known_to=Precision.YEAR)
    assert person.born == "1980"
    assert person.latest_birth_date == date(1980, 12, 31)


def test_a_day_that_is_known_is_the_first_and_the_last() -> None:
    person = ClientDetails("测试甲", birth_date=date(1980, 5, 17))
    assert (person.born, person.latest_birth_date) == ("1980-05-17", date(1980, 5, 17))
    assert (ClientDetails("测试乙").born, ClientDetails("测试乙").latest_birth_date) == ("", None)
