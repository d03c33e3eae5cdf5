"""Vaccination sessions (operations): when one began and ended."""

from __future__ import annotations

from dataclasses import dataclass

from fieldapp.wire.facts.fact import Fact, Types


@dataclass(frozen=True, slots=True)
class SessionOpened(Fact):
    """A vaccination session (an operation) began; doses name it by `label`."""

    label: str
    place: str
    operation: int | None
    programme: str
    key_area: str | None = None


@dataclass(frozen=True, slots=True)
class SessionClosed(Fact):
    """The session ended."""

    label: str
    note: str | None = None


TYPES: Types = {
    SessionOpened: (4, 1),
    SessionClosed: (5, 1),
}
