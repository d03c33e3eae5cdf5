"""Asks the engine short questions about made-up people, with the programmes of this release."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache

from fieldapp.actions.programme import load_catalogue, load_programme
from fieldapp.domain.schedule.case import Case, Forecast, PriorDose
from fieldapp.domain.schedule.forecast import forecast
from fieldapp.domain.schedule.programme import Programme
from fieldapp.domain.vaccine import Catalogue

CN, SAGE, WHO = "cn-nhc-2021-03-29", "who-sage-2021", "who"
BIBP, WIBP, SINOVAC = "covid-inact-bibp", "covid-inact-wibp", "covid-inact-sinovac"
KCONVAC, CANSINO, CHO = "covid-inact-kconvac", "covid-ad5-cansino", "covid-cho-zhifei"
COMIRNATY, COVISHIELD = "covid-mrna-comirnaty", "covid-cavx-covishield"
FLU, MR, YF, HPV, TD, RABIES = (
    "flu-inactivated",
    "mr-live",
    "yf-live",
    "hpv-bivalent",
    "td",
    "rabies-ccv",
)
DAY_1 = date(2021, 4, 1)
ADULT = date(1980, 5, 17)

catalogue = cache(load_catalogue)
programme = cache(load_programme)


def day(number: int) -> date:
    """The day this many days after dose 1."""
    return DAY_1 + timedelta(days=number)


def doses(*given: tuple[str, date | int]) -> tuple[PriorDose, ...]:
    """(product, date or day after dose 1) as a history."""
    return tuple(
        PriorDose(day(when) if isinstance(when, int) else when, product) for product, when in given
    )


def ask(
    product: str,
    on: date | int,
    given: Sequence[tuple[str, date | int]] = (),
    *,
    under: str | Programme = CN,
    hand: str | None = None,
    others: Sequence[tuple[str, date | int]] = (),
    born: date | None = ADULT,
    having: Sequence[str] = (),
    infected: date | None = None,
    series: str | None = None,
    known: Catalogue | None = None,
) -> Forecast:
    """One question; the vaccine in hand is the product asked about unless said otherwise."""
    case = Case(
        visit=day(on) if isinstance(on, int) else on,
        birth_date=born,
        product=product,
        visit_product=hand or product,
        prior=doses(*given),
        other=doses(*others),
        conditions=frozenset(having),
        infection_date=infected,
        series_id=series,
    )
    rules = programme(under) if isinstance(under, str) else under
    return forecast(rules, known or catalogue(), case)


def judged(answer: Forecast) -> list[tuple[str, str | None]]:
    """Validity and reason of each prior dose."""
    return [(evaluation.validity.value, evaluation.reason) for evaluation in answer.evaluations]


def outcome(answer: Forecast) -> tuple[bool | None, str]:
    """Eligible and why."""
    return answer.eligible, answer.reason


def window(answer: Forecast) -> tuple[date | None, date | None, date | None]:
    """Earliest, due, latest."""
    return answer.earliest, answer.due, answer.latest


def a_programme(series: Mapping[str, object], /, **more: object) -> dict[str, object]:
    """A made-up programme's document with one series."""
    return {
        "schema": "vax-programme/1",
        "id": "made-up",
        "title": {"en": "Made-up programme"},
        "source": "Ministry of Examples",
        "edition": "2026",
        "valid_from": "2026-01-01",
        "status": "made up for a test",
        "observation_minutes": 15,
        "series": [series],
        **more,
    }
