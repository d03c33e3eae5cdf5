"""Vials in use: opened, closed, and kept open beyond a session."""

from __future__ import annotations

from dataclasses import dataclass

from fieldapp.wire.facts.fact import Fact, Ref, Types


@dataclass(frozen=True, slots=True)
class VialOpened(Fact):
    """A vial came into use on this laptop, by scan or by hand."""

    vaccine: str
    lot: str
    expiry_day: int | None
    doses: int
    code: str | None = None


@dataclass(frozen=True, slots=True)
class VialClosed(Fact):
    """A vial went out of use with `doses_left` thrown away."""

    vial: Ref
    doses_left: int
    reason: str  # "used-up" | "session-end" | "hours-over" | "broken" | "replaced"


@dataclass(frozen=True, slots=True)
class VialKept(Fact):
    """An open vial outlives the session that is being closed: `doses_left` go back to the store in
    it, and into the box of the next session."""

    vial: Ref
    doses_left: int


TYPES: Types = {
    VialOpened: (48, 1),
    VialClosed: (49, 1),
    VialKept: (57, 1),
}
