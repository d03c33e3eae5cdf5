"""Stock and cold chain: what moved, which lots may not be used, how warm the box was.

Doses given and vials opened are told by their own facts (`doses`, `vials`), not here again.
"""

from __future__ import annotations

from dataclasses import dataclass

from fieldapp.wire.facts.fact import Fact, Ref, Types, Value


@dataclass(frozen=True, slots=True)
class StockMoved(Fact):
    """Doses of a lot moved; `kind` and `reason` are words of domain/stock.py.

    `session` names the box; None is the team's store. `counted`: what a count found, `doses` its
    difference from the book. `reverses`: the movement that this one takes back, doses negated.
    `vvm`: the stage of the vial monitor (1-4), where somebody looked at it.
    """

    kind: str  # "received" | "loaded" | "returned" | "wasted" | "sent-back" | "counted"
    vaccine: str
    lot: str
    expiry_day: int | None
    vial_doses: int
    doses: int
    session: str | None = None
    reason: str | None = None
    note: str | None = None
    code: str | None = None
    counted: int | None = None
    reverses: Ref | None = None
    vvm: int | None = None


@dataclass(frozen=True, slots=True)
class LotHeld(Fact):
    """A lot must not be used until somebody releases it.

    `container`, `began_s` (UTC), `minutes`: the excursion of temperature behind it.
    """

    vaccine: str
    lot: str
    reason: str  # "too-warm" | "too-cold" | "frozen" | "vvm" | "other"
    note: str | None = None
    container: str | None = None
    began_s: int | None = None
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class LotReleased(Fact):
    """A named user let a held lot be used again; `second_person`: who had the right, if another."""

    vaccine: str
    lot: str
    reason: str
    note: str | None = None
    second_person: str | None = None


@dataclass(frozen=True, slots=True)
class LotRecalled(Fact):
    """The maker or an authority recalled the lot; `notice` names the letter."""

    vaccine: str
    lot: str
    notice: str | None = None
    second_person: str | None = None


@dataclass(frozen=True, slots=True)
class RecallWithdrawn(Fact):
    """The recall was withdrawn, or had been typed for the wrong lot."""

    vaccine: str
    lot: str
    reason: str
    second_person: str | None = None


@dataclass(frozen=True, slots=True)
class TemperaturesRead(Fact):
    """Temperatures of one refrigerator or box, in tenths of a degree Celsius.

    The first was read at `first_s` (UTC), each next one `steps` seconds after the one before.
    `logger` is the serial number of the device that measured; None: read and typed by the user.
    `utc_offset_min`: by which the logger's own times were understood.
    """

    container: str
    utc_offset_min: int
    first_s: int
    tenths: list[Value]
    steps: list[Value]
    logger: str | None = None


@dataclass(frozen=True, slots=True)
class TemperaturesCounted(Fact):
    """How long a logger itself counted that it was outside a limit, between two moments (UTC).

    Fridge-tags tell for each day its extremes and these seconds, not every reading.
    """

    container: str
    utc_offset_min: int
    first_s: int
    last_s: int
    side: str  # "above" | "below"
    seconds: int
    logger: str


TYPES: Types = {
    StockMoved: (50, 1),
    LotHeld: (51, 1),
    LotReleased: (52, 1),
    LotRecalled: (53, 1),
    RecallWithdrawn: (54, 1),
    TemperaturesRead: (55, 1),
    TemperaturesCounted: (56, 1),
}
