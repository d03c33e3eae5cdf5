"""An antigen's file is read whole: series, doses, rules."""

from __future__ import annotations

import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain.cdsi.antigen_file import parse_antigen
from fieldapp.domain.cdsi.series import ConditionKind, Context, SeriesKind
from fieldapp.domain.cdsi.supporting_data import SupportingDataInvalid

from .made_up import length, text_of

SUNPOX = "AntigenSupportingData- Sunpox.xml"


def test_the_series_are_read_with_what_selects_them() -> None:
    standard, risk = parse_antigen(SUNPOX, text_of(SUNPOX)).series
    assert (standard.kind, standard.group, standard.is_default) == (SeriesKind.STANDARD, "1", True)
    assert standard.equivalent_groups == {"2"}
    assert not standard.genders
    assert (risk.kind, risk.group, risk.is_product_path) == (SeriesKind.RISK, "2", True)
    assert risk.genders == {"Female", "Unknown"}
    assert (risk.min_age_to_start, risk.max_age_to_start) == (
        length("18 years"),
        length("60 years"),
    )
    assert risk.indications[0].observation == "055"
    assert risk.doses[0].intervals[0].from_observation == "055"
    assert risk.doses[0].preferable[0].mvx == "SUN"


def test_the_doses_are_read_with_every_rule() -> None:
    first, second, third = parse_antigen(SUNPOX, text_of(SUNPOX)).series[0].doses
    assert first.ages[0].maximum == length("18 years")
    assert first.intervals == ()
    assert first.inadvertent == {"902"}
    assert second.intervals[0].from_previous
    assert second.intervals[0].latest_recommended == length("13 weeks")
    assert third.intervals[1].from_target == 1
    assert third.allowable_intervals[0].absolute_minimum == length("4 months - 4 days")
    (skip,) = third.skips
    assert skip.contexts == {Context.EVALUATION, Context.FORECAST}
    assert skip.sets[0].conditions[0].kind is ConditionKind.AGE


def test_seasons_and_counts_are_read() -> None:
    rain = "AntigenSupportingData- Rain.xml"
    (dose,) = parse_antigen(rain, text_of(rain)).series[0].doses
    assert dose.recurring
    assert (dose.season.since, dose.season.until) == (date(2025, 7, 1), date(2026, 6, 30))
    condition = dose.skips[0].sets[0].conditions[0]
    assert condition.vaccines == {"905", "906"}
    assert (condition.count, condition.comparison, condition.only_valid) == (
        0,
        "greater than",
        True,
    )


def test_immunity_and_contraindications_are_read() -> None:
    moon = parse_antigen("m", text_of("AntigenSupportingData- Moon.xml"))
    assert moon.immune_when == {"020"}
    assert moon.immune_by_birth[0].born_before == date(1957, 1, 1)
    assert moon.immune_by_birth[0].exclusions == {"055"}
    sunpox = parse_antigen(SUNPOX, text_of(SUNPOX))
    assert [one.observation for one in sunpox.contraindications] == ["080"]


@pytest.mark.parametrize(
    ("right", "wrong", "why"),
    [
        ("<conditionType>Age<", "<conditionType>Mood<", "conditionType"),
        ("<context>Both<", "<context>Sometimes<", "context"),
        ("<seriesType>Standard<", "<seriesType>Fancy<", "seriesType"),
        ("<minAge>6 weeks<", "<minAge>6 moons<", "minAge"),
        ("<targetDisease>Sunpox<", "<targetDisease><", "targetDisease"),
    ],
)
def test_what_is_not_understood_is_refused_with_its_name(right: str, wrong: str, why: str) -> None:
    with pytest.raises(SupportingDataInvalid, match=why):
        parse_antigen(SUNPOX, text_of(SUNPOX).replace(right, wrong))


TEXT = text_of(SUNPOX)


@given(st.integers(0, len(TEXT)), st.integers(0, 200), st.text(max_size=8))
def test_a_damaged_file_is_read_or_refused_and_nothing_else(at: int, cut: int, put: str) -> None:
    with contextlib.suppress(SupportingDataInvalid):
        parse_antigen(SUNPOX, TEXT[:at] + put + TEXT[at + cut :])


def test_a_series_without_doses_is_refused() -> None:
    with pytest.raises(SupportingDataInvalid, match="no doses"):
        parse_antigen(SUNPOX, TEXT.replace("seriesDose>", "seriesDoze>"))


def test_a_file_without_series_is_refused() -> None:
    with pytest.raises(SupportingDataInvalid, match="no series"):
        parse_antigen("empty.xml", "<antigenSupportingData/>")
