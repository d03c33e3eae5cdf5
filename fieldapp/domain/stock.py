"""What moves vaccine, and what is left: a balance is the sum of its movements and nothing else.

Doses are counted, never vials. They are in the team's store (place None) or in the box of a
session (its label); loading and returning carry them between the two.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

Place: TypeAlias = "str | None"
"""None: the team's store (refrigerator); otherwise the label of the session whose box it is."""


class Kind(StrEnum):
    """What a movement is; the words are those of the journal and of exports."""

    RECEIVED = "received"  # from the depot into the store
    LOADED = "loaded"  # from the store into a session's box
    OPENED = "opened"  # a vial came into use: its doses stay where they are
    GIVEN = "given"
    WASTED = "wasted"  # thrown away, broken or lost, with a reason
    RETURNED = "returned"  # from a session's box back into the store
    SENT_BACK = "sent-back"  # from the store to the depot
    COUNTED = "counted"  # the difference that a count found; may be below zero
    EXTRA = "extra"  # a vial gave more doses than its label says


_WHERE_IT_IS = {Kind.GIVEN: -1, Kind.WASTED: -1, Kind.COUNTED: 1, Kind.EXTRA: 1}

WASTE_REASONS = (
    "hours-over",
    "session-end",
    "expired",
    "vvm",
    "heat",
    "frozen",
    "broken",
    "contaminated",
    "recalled",
    "lost",
    "other",
)
"""Why doses were thrown away; `broken` and `lost` are wastage too (WHO counts both so)."""

COUNT_REASONS = ("not-written-down", "counted-wrong-before", "lost", "found", "other")
SENT_BACK_REASONS = ("not-needed", "expired", "recalled", "held", "other")
LOAD_SHORTFALL = "at-loading"
"""The reason of a receipt that was written down only when the box was loaded."""


@dataclass(frozen=True, slots=True)
class Movement:
    """Doses of one lot that moved. A counter-movement has them below zero."""

    kind: Kind
    doses: int
    session: Place = None


@dataclass(frozen=True, slots=True)
class Balance:
    """The movements of one lot, added up: by kind and place, in any order they came in."""

    moved: Mapping[tuple[Kind, Place], int] = field(default_factory=dict)

    def of(self, kind: Kind) -> int:
        """How many doses moved in this way, everywhere."""
        return sum(doses for (one, _), doses in self.moved.items() if one is kind)

    def of_session(self, kind: Kind, session: Place) -> int:
        """How many doses moved in this way at one place."""
        return self.moved.get((kind, session), 0)

    @property
    def on_hand(self) -> int:
        """Doses the team has, wherever they are."""
        return sum(self.places.values())

    def at(self, place: Place) -> int:
        """Doses in the store or in one session's box. Below zero: something is not written down."""
        return self.places.get(place, 0)

    @property
    def places(self) -> dict[Place, int]:
        """Where the doses are; places with none are left out."""
        here: Counter[Place] = Counter()
        for (kind, session), doses in self.moved.items():
            for place, change in _changes(Movement(kind, doses, session)):
                here[place] += change
        return {place: doses for place, doses in here.items() if doses}


def _changes(movement: Movement) -> Iterator[tuple[Place, int]]:
    """What a movement does to each place."""
    match movement.kind:
        case Kind.RECEIVED:
            yield None, movement.doses
        case Kind.SENT_BACK:
            yield None, -movement.doses
        case Kind.LOADED:
            yield from ((None, -movement.doses), (movement.session, movement.doses))
        case Kind.RETURNED:
            yield from ((movement.session, -movement.doses), (None, movement.doses))
        case kind:
            yield movement.session, _WHERE_IT_IS.get(kind, 0) * movement.doses


def balance(movements: Iterable[Movement]) -> Balance:
    """Add movements up. The order and the splitting of them do not matter."""
    moved: Counter[tuple[Kind, Place]] = Counter()
    for movement in movements:
        moved[movement.kind, movement.session] += movement.doses
    return Balance({key: doses for key, doses in moved.items() if doses})


def vials_and_doses(doses: int, vial_doses: int) -> tuple[int, int]:
    """Whole vials, and the doses beside them. Raises ValueError for a vial without doses."""
    if vial_doses < 1:
        raise ValueError("a vial holds at least one dose")
    whole, rest = divmod(abs(doses), vial_doses)
    return (whole, rest) if doses >= 0 else (-whole, -rest)
