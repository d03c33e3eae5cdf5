"""The next dose of a series: its status and its days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from fieldapp.domain.cdsi.evaluate import evaluate
from fieldapp.domain.cdsi.forecast import SeriesForecast, SeriesStatus, forecast
from fieldapp.domain.cdsi.person import Observation, Person, doses_against
from fieldapp.domain.cdsi.series import AgeRule, IntervalRule, Series

from .made_up import BORN, KILLED, data, length, person, series, target

ALL = data()


def looked_ahead(one: Series, who: Person, today: date, antigen: str = "Sunpox") -> SeriesForecast:
    history = doses_against(ALL.schedule, who, antigen)
    track = evaluate(ALL.schedule, one, who, history)
    return forecast(ALL.schedule, ALL.antigens[antigen], track, today, frozenset())


def test_the_recommended_age_goes_before_the_recommended_interval() -> None:
    months = IntervalRule(
        from_previous=True,
        minimum=length("4 weeks"),
        earliest_recommended=length("8 weeks"),
        latest_recommended=length("13 weeks"),
    )
    by_age = AgeRule(earliest_recommended=length("4 years"), latest_recommended=length("7 years"))
    who, today = person(("2021-01-10", KILLED)), date(2021, 1, 10)
    with_age = looked_ahead(
        series(target(1), target(2, age=by_age, intervals=[months])), who, today
    )
    assert (with_age.earliest, with_age.recommended) == (date(2021, 2, 7), date(2024, 1, 10))
    assert with_age.past_due == date(2027, 1, 9)
    without = looked_ahead(series(target(1), target(2, intervals=[months])), who, today)
    assert (without.recommended, without.past_due) == (date(2021, 3, 7), date(2021, 4, 10))


def test_nothing_is_recommended_before_it_may_be_given() -> None:
    late = AgeRule(
        minimum=length("1 year"),
        earliest_recommended=length("2 months"),
        latest_recommended=length("6 months"),
    )
    answer = looked_ahead(series(target(1, age=late)), person(), BORN)
    assert answer.earliest == answer.recommended == answer.past_due == date(2021, 1, 10)


def test_whoever_reaches_the_maximum_age_is_aged_out() -> None:
    until_18 = AgeRule(maximum=length("18 years"))
    one = series(target(1, age=until_18))
    assert looked_ahead(one, person(), date(2038, 1, 9)).status is SeriesStatus.NOT_COMPLETE
    assert looked_ahead(one, person(), date(2038, 1, 9)).latest == date(2038, 1, 9)
    assert looked_ahead(one, person(), date(2038, 1, 10)).status is SeriesStatus.AGED_OUT


def test_a_season_that_is_over_recommends_nothing() -> None:
    rain = ALL.antigens["Rain"].series[0]
    on_last = looked_ahead(rain, person(), date(2026, 6, 30), "Rain")
    assert (on_last.status, on_last.earliest) == (SeriesStatus.NOT_COMPLETE, date(2025, 7, 1))
    after = looked_ahead(rain, person(), date(2026, 7, 1), "Rain")
    assert after.status is SeriesStatus.NOT_RECOMMENDED


def test_the_doses_of_a_season_are_counted_by_themselves() -> None:
    rain = replace(ALL.antigens["Rain"].series[0])
    who = person(("2023-10-01", "905"), ("2024-10-01", "905"))
    assert looked_ahead(rain, who, date(2025, 8, 1), "Rain").dose_number == 1


def test_immunity_is_by_laboratory_or_by_birth_unless_excluded() -> None:
    moon = ALL.antigens["Moon"].series[0]
    today, old = date(2025, 1, 1), date(1956, 12, 31)
    statuses = [
        looked_ahead(moon, who, today, "Moon").status
        for who in (
            person(observed=[Observation("020")]),
            person(born=old),
            person(born=old, observed=[Observation("055")]),
        )
    ]
    assert statuses == [SeriesStatus.IMMUNE, SeriesStatus.IMMUNE, SeriesStatus.NOT_COMPLETE]


def test_a_contraindication_stops_the_forecast() -> None:
    who = person(observed=[Observation("080")])
    answer = looked_ahead(series(target()), who, date(2025, 1, 1))
    assert (answer.status, answer.earliest) == (SeriesStatus.CONTRAINDICATED, None)
