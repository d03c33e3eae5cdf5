"""What becomes of an open vial at the end of a session follows the multi-dose vial policy."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from fieldapp.actions.programme import load_catalogue
from fieldapp.actions.stock_rules import load_stock_rules
from fieldapp.domain.open_vial import Fate, at_session_end

OPENED = datetime(2026, 11, 28, 1, 0, tzinfo=UTC)
TODAY = date(2026, 11, 28)


def fate(vaccine: str, hours: float, expiry: date | None = None) -> tuple[Fate, str | None]:
    product, now = load_catalogue().get(vaccine), OPENED + timedelta(hours=hours)
    end = at_session_end(product, OPENED, expiry, now, TODAY, load_stock_rules())
    return end.fate, end.reason


@pytest.mark.parametrize(
    ("vaccine", "hours", "answer"),
    [
        ("covid-inact-sinovac", 3, (Fate.THROW_AWAY, "session-end")),
        ("covid-inact-sinovac", 6, (Fate.THROW_AWAY, "hours-over")),
        ("mr-live", 1, (Fate.THROW_AWAY, "session-end")),
        ("sipv", 100, (Fate.KEEP_IF, None)),
        ("sipv", 672, (Fate.THROW_AWAY, "hours-over")),
        ("covid-inact-bibp", 1, (Fate.THROW_AWAY, "session-end")),
        ("not in the catalogue", 1, (Fate.THROW_AWAY, "session-end")),
    ],
)
def test_short_hours_end_with_the_session_and_long_ones_may_outlive_it(
    vaccine: str, hours: float, answer: tuple[Fate, str | None]
) -> None:
    assert fate(vaccine, hours) == answer


def test_an_expired_vial_is_never_kept() -> None:
    assert fate("sipv", 1, date(2026, 11, 27)) == (Fate.THROW_AWAY, "expired")
    assert fate("sipv", 1, TODAY) == (Fate.KEEP_IF, None)
