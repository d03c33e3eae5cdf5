"""An expired, recalled, held or long open vial is not for use, to the minute."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from fieldapp.actions.programme import load_catalogue
from fieldapp.domain.immunization import VaccineLot
from fieldapp.domain.vial_advice import VialDoubt, doubts_about, use_before

OPENED = datetime(2021, 8, 1, 1, 0, tzinfo=UTC)
TODAY = date(2021, 8, 1)
MEASLES, SINGLE = "mr-live", "covid-inact-bibp"


def doubts(
    vaccine: str = MEASLES,
    expiry: date | None = None,
    after: timedelta = timedelta(),
    state: VialDoubt | None = None,
) -> tuple[VialDoubt, ...]:
    lot = VaccineLot(vaccine, "TEST", expiry)
    product = load_catalogue().get(vaccine)
    return doubts_about(lot, product, OPENED, OPENED + after, TODAY, state)


def test_a_vial_within_its_hours_and_dates_raises_no_doubt() -> None:
    assert doubts(expiry=TODAY) == (), "the last usable day is usable to its end"
    assert doubts(after=timedelta(hours=5, minutes=59)) == ()


def test_the_hours_of_an_open_vial_end_to_the_minute() -> None:
    product = load_catalogue().get(MEASLES)
    assert use_before(product, OPENED) == OPENED + timedelta(hours=6)
    assert doubts(after=timedelta(hours=6)) == (VialDoubt.HOURS_OVER,)


def test_a_single_dose_has_no_hours() -> None:
    assert use_before(load_catalogue().get(SINGLE), OPENED) is None
    assert use_before(None, OPENED) is None
    assert doubts(SINGLE, after=timedelta(days=9)) == ()


@pytest.mark.parametrize("state", [VialDoubt.HELD, VialDoubt.RECALLED])
def test_what_somebody_said_of_the_lot_counts(state: VialDoubt) -> None:
    assert doubts(state=state) == (state,)


def test_the_gravest_doubt_comes_first() -> None:
    found = doubts(expiry=date(2021, 7, 31), after=timedelta(hours=7), state=VialDoubt.RECALLED)
    assert found == (VialDoubt.RECALLED, VialDoubt.EXPIRED, VialDoubt.HOURS_OVER)
