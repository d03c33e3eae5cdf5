"""Whether a lot may be used: what people decided about it. Expiry and hours are rules elsewhere."""

from __future__ import annotations

from enum import StrEnum


class LotState(StrEnum):
    """Why nobody may use a lot, the gravest first."""

    RECALLED = "recalled"
    HELD = "held"  # in quarantine: its temperature, or something else, is in doubt


HOLD_REASONS = ("too-warm", "too-cold", "frozen", "vvm", "other")
RELEASE_REASONS = (
    "supplier-says-good",
    "shake-test-passed",
    "kept-elsewhere",
    "logger-was-wrong",
    "other",
)
RECALL_WITHDRAWN_REASONS = ("wrong-lot", "withdrawn", "other")
