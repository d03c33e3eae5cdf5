"""The watch after a dose: how it ended, and the reactions (AEFI) that were seen or told later.

A dose given here begins its watch by itself: no fact says so twice.
"""

from __future__ import annotations

from dataclasses import dataclass

from fieldapp.wire.facts.fact import Fact, Ref, Types, Value


@dataclass(frozen=True, slots=True)
class WatchEnded(Fact):
    """Somebody who was watched after a dose is watched no longer."""

    dose: Ref
    outcome: str  # "well" | "early" | "hospital" | "unseen"
    reason: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class WatchResumed(Fact):
    """That was said of the wrong person: the watch goes on, and its clock was never stopped."""

    dose: Ref


@dataclass(frozen=True, slots=True)
class ReactionReported(Fact):
    """An adverse event following immunization (AEFI): what was seen after a dose.

    Person, vaccine, lot, vial, place and time of vaccination follow from `dose`. `reactions` and
    `criteria` are codes of resources/aefi; `serious` None: not asked yet. Minutes are of the
    site's own clock. `reporter` None: the header's user. `notified_day`: when it was told to the
    team, None for the day of the event itself.
    """

    dose: Ref
    reactions: list[Value]
    utc_offset_min: int
    onset_min: int | None = None
    serious: bool | None = None
    criteria: list[Value] | None = None
    outcome: str | None = None
    description: str | None = None
    treatment: str | None = None
    history: str | None = None
    died_day: int | None = None
    diluent_lot: str | None = None
    reconstituted_min: int | None = None
    reporter: str | None = None
    reporter_post: str | None = None
    reporter_contact: str | None = None
    notified_day: int | None = None
    comment: str | None = None


@dataclass(frozen=True, slots=True)
class ReactionAmended(Fact):
    """What became known later, or was corrected; `changes` holds [field, old, new] lists, fields
    and values as in ReactionReported."""

    reaction: Ref
    changes: list[Value]


@dataclass(frozen=True, slots=True)
class ReactionWithdrawn(Fact):
    """The report was an error: it stays, struck through."""

    reaction: Ref
    reason: str


TYPES: Types = {
    WatchEnded: (80, 1),
    WatchResumed: (81, 1),
    ReactionReported: (82, 1),
    ReactionAmended: (83, 1),
    ReactionWithdrawn: (84, 1),
}
