"""How a lot stands: decisions of people and expiry before what the book says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from fieldapp.domain.lot import (
    LotFacts,
    LotStanding,
    LotState,
    lot_key,
    needs_somebody,
    standing,
)

TODAY = date(2026, 11, 28)
LOT = LotFacts(TODAY + timedelta(days=400), 20, was_received=True, state=None, in_use=False)


@pytest.mark.parametrize(
    ("changes", "stands"),
    [
        ({}, LotStanding.GOOD),
        ({"expiry": None}, LotStanding.GOOD),
        ({"in_use": True}, LotStanding.IN_USE),
        ({"expiry": TODAY + timedelta(days=30)}, LotStanding.SOON),
        ({"expiry": TODAY}, LotStanding.SOON),
        ({"expiry": TODAY - timedelta(days=1)}, LotStanding.EXPIRED),
        ({"on_hand": -1}, LotStanding.BELOW_ZERO),
        ({"on_hand": -1, "was_received": False}, LotStanding.GOOD),
        ({"state": LotState.HELD, "expiry": TODAY}, LotStanding.HELD),
        ({"state": LotState.RECALLED, "expiry": TODAY - timedelta(days=1)}, LotStanding.RECALLED),
    ],
)
def test_the_gravest_comes_first(changes: dict[str, object], stands: LotStanding) -> None:
    assert standing(replace(LOT, **changes), TODAY, 30) is stands  # type: ignore[arg-type]  # fields of LotFacts


@pytest.mark.parametrize(
    ("stands", "on_hand", "needs"),
    [
        (LotStanding.HELD, 5, True),
        (LotStanding.EXPIRED, 0, False),
        (LotStanding.BELOW_ZERO, -1, True),
        (LotStanding.SOON, 5, False),
        (LotStanding.GOOD, 5, False),
    ],
)
def test_only_what_somebody_must_do_something_about_asks_for_somebody(
    stands: LotStanding, on_hand: int, needs: bool
) -> None:
    assert needs_somebody(stands, on_hand) is needs


@pytest.mark.parametrize("typed", ["L-1A", "l-1a", " L -1 a", "L-1\u3000A"])
def test_a_lot_is_the_same_in_any_case_and_with_any_spaces(typed: str) -> None:
    assert lot_key(typed) == "l-1a"
