"""What a programme's rules say of themselves: whom they exempt, what calls them up."""

from __future__ import annotations

import pytest

from fieldapp.domain.schedule.calendar import Period, parse_period
from fieldapp.domain.schedule.programme import (
    ConditionRule,
    DoseRule,
    Effect,
    OtherVaccineGap,
    Series,
)

from .asking import BIBP, CN, SAGE, WHO, catalogue, programme

GAP = OtherVaccineGap(parse_period("15d"), frozenset({"rabies", "td", "flu-inactivated"}))


def a_series(*, min_age: Period | None = None, max_age: Period | None = None) -> Series:
    """A made-up series of one dose."""
    return Series("s", {"en": "s"}, (BIBP,), (DoseRule(1, min_age=min_age),), max_age=max_age)


@pytest.mark.parametrize(
    ("vaccine", "exempt"),
    [
        ("rabies-ccv", True),
        ("rabies", True),
        ("td", True),
        ("flu-inactivated", True),
        ("flu-live", False),
        ("tdap", False),
        ("rabiesx", False),
        ("", False),
    ],
)
def test_an_exemption_is_a_whole_id_or_a_whole_word_of_one(vaccine: str, exempt: bool) -> None:
    assert GAP.exempts(vaccine) is exempt


def test_age_matters_where_a_dose_or_the_series_has_an_age() -> None:
    assert not a_series().has_age_rule
    assert a_series(min_age=parse_period("18y")).has_age_rule
    assert a_series(max_age=parse_period("21y")).has_age_rule


def test_only_the_rules_of_true_conditions_are_called_up() -> None:
    fever, pregnant = ConditionRule("fever", Effect.DEFER), ConditionRule("pregnant", Effect.NOTE)
    series = Series("s", {"en": "s"}, (BIBP,), (DoseRule(1),), conditions=(fever, pregnant))
    assert series.rules_on(frozenset({"pregnant", "tired"})) == (pregnant,)
    assert series.rules_on(frozenset()) == ()


def test_a_product_leads_to_its_usual_series_and_a_series_to_itself() -> None:
    rules = programme(CN)
    usual = rules.series_for(BIBP)
    assert usual is not None
    assert rules.series_named(usual.id) is usual
    assert rules.series_for("not-in-the-catalogue") is None
    assert rules.series_named("nonsense") is None


def test_every_programme_speaks_only_of_products_that_the_catalogue_has() -> None:
    known = {vaccine.id for vaccine in catalogue()}
    for name in (CN, SAGE, WHO):
        for series in programme(name).series:
            assert set(series.vaccines) <= known
