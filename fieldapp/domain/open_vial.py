"""What becomes of an open vial when the session ends (WHO multi-dose vial policy)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from fieldapp.domain.stock_rules import StockRules
from fieldapp.domain.vaccine import Vaccine
from fieldapp.domain.vial_advice import use_before


class Fate(StrEnum):
    """What to do with an open vial."""

    THROW_AWAY = "throw-away"
    KEEP_IF = "keep-if"  # only if everything in `StockRules.keep_if` is so, asked and answered


@dataclass(frozen=True, slots=True)
class OpenVialEnd:
    """The answer and why: a reason of WASTE_REASONS for THROW_AWAY. `until`: the last moment at
    which a kept vial may be used."""

    fate: Fate
    reason: str | None = None
    until: datetime | None = None


def at_session_end(
    product: Vaccine | None,
    opened_at: datetime,
    expiry: date | None,
    now: datetime,
    today: date,
    rules: StockRules,
) -> OpenVialEnd:
    """What the policy says of a vial with doses left. Moments are aware."""
    if expiry is not None and expiry < today:
        return OpenVialEnd(Fate.THROW_AWAY, "expired")
    until = use_before(product, opened_at)
    if until is not None and now >= until:
        return OpenVialEnd(Fate.THROW_AWAY, "hours-over")
    hours = product.open_vial_hours if product else None
    if hours is None or hours <= rules.short_hours:
        return OpenVialEnd(Fate.THROW_AWAY, "session-end")
    return OpenVialEnd(Fate.KEEP_IF, None, until)
