"""Whether a lot may be used: what people decided about it, its expiry, and what the book says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class LotState(StrEnum):
    """Why nobody may use a lot, the gravest first."""

    RECALLED = "recalled"
    HELD = "held"  # in quarantine: its temperature, or something else, is in doubt


class LotStanding(StrEnum):
    """How a lot stands in the store, the gravest first."""

    RECALLED = "recalled"
    EXPIRED = "expired"
    HELD = "held"
    BELOW_ZERO = "below-zero"  # more went out than came in: something is not written down
    SOON = "soon"  # expires soon: use it first
    IN_USE = "in-use"  # a vial of it is open
    GOOD = "good"


HOLD_REASONS = ("too-warm", "too-cold", "frozen", "vvm", "other")
RELEASE_REASONS = (
    "supplier-says-good",
    "shake-test-passed",
    "kept-elsewhere",
    "logger-was-wrong",
    "other",
)
RECALL_WITHDRAWN_REASONS = ("wrong-lot", "withdrawn", "other")
RECALL_REASONS = ("quality", "too-warm", "frozen", "reactions", "label", "other")
"""Why a hub recalls a lot."""
RECALL_LIFTED_REASONS = ("found-good", *RECALL_WITHDRAWN_REASONS)


def lot_key(number: str) -> str:
    """What is the same for every way in which people type one lot: case and spaces say nothing."""
    return "".join(number.split()).casefold()


@dataclass(frozen=True, slots=True)
class LotFacts:
    """What is known of a lot. `state` is the gravest decision of people."""

    expiry: date | None
    on_hand: int
    was_received: bool
    state: LotState | None
    in_use: bool


def standing(lot: LotFacts, today: date, soon_days: int) -> LotStanding:
    """How a lot stands. A lot that was only ever used, never received, is no fault of the book."""
    if lot.state is LotState.RECALLED:
        return LotStanding.RECALLED
    if lot.expiry is not None and lot.expiry < today:
        return LotStanding.EXPIRED
    if lot.state is LotState.HELD:
        return LotStanding.HELD
    if lot.on_hand < 0 and lot.was_received:
        return LotStanding.BELOW_ZERO
    if lot.expiry is not None and lot.expiry <= today + timedelta(days=soon_days):
        return LotStanding.SOON
    return LotStanding.IN_USE if lot.in_use else LotStanding.GOOD


def needs_somebody(stands: LotStanding, on_hand: int) -> bool:
    """Whether a person must do something about it: doses that nobody may use lie on board, or the
    book cannot be right."""
    blocked = stands in (LotStanding.RECALLED, LotStanding.EXPIRED, LotStanding.HELD)
    return (blocked and on_hand > 0) or stands is LotStanding.BELOW_ZERO
