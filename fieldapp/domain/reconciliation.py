"""Whether a session adds up: loaded = given + wasted + returned of every lot, and the cash.

Counts are doses; money is in the smallest unit of the currency. Knows no journal: it is told what
was loaded, given, wasted and taken, and what somebody counted at the end.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LotCount:
    """One lot of one vaccine in one session. `returned` None: the box was not counted yet.

    `in_use` are doses left in opened vials: at the end of a session they are thrown away, so they
    count as wasted; below zero, a vial gave more than its label says. `kept` are those left in
    opened vials that outlive the session: they count as returned. `extra` came beside what was
    loaded (such doses, and what a count found), `back` went to the store before the end. `vial` is
    how many doses one vial holds.
    """

    vaccine: str
    lot: str
    loaded: int
    given: int
    wasted: int
    returned: int | None
    in_use: int = 0
    extra: int = 0
    back: int = 0
    vial: int = 1
    kept: int = 0

    @property
    def left(self) -> int:
        """What must still be in the box, in closed vials, whatever was counted."""
        gone = self.given + self.wasted + self.in_use + self.kept + self.back
        return self.loaded + self.extra - gone

    @property
    def missing(self) -> int | None:
        """Doses that nobody can explain; below zero: more came out than was loaded.

        None while the box was not counted.
        """
        return None if self.returned is None else self.left - self.returned

    @property
    def adds_up(self) -> bool:
        """loaded = given + wasted + returned, what came and went besides included."""
        return self.missing == 0


@dataclass(frozen=True, slots=True)
class CashCount:
    """The cash box. `counted` None: not counted yet. `receipts` are the payments of the session.

    `reason`: why the cash differs, as somebody said by name; a difference that is explained closes.
    """

    start: int = 0
    taken: int = 0
    refunded: int = 0
    counted: int | None = None
    receipts: int = 0
    reason: str = ""

    @property
    def expected(self) -> int:
        """float + taken - refunded."""
        return self.start + self.taken - self.refunded

    @property
    def handled(self) -> bool:
        """Whether there was any cash to count."""
        return bool(self.start or self.taken or self.refunded)

    @property
    def missing(self) -> int | None:
        """What is short; below zero: there is too much. None while nobody counted."""
        if self.counted is None:
            return None if self.handled else 0
        return self.expected - self.counted

    @property
    def adds_up(self) -> bool:
        """float + taken - refunded = counted, or it was counted and the difference is explained."""
        return self.missing == 0 or (self.missing is not None and bool(self.reason))


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """A whole session, and the cash that goes with it."""

    lots: tuple[LotCount, ...]
    cash: CashCount

    @property
    def wrong_lots(self) -> tuple[LotCount, ...]:
        """Lots that do not add up or were not counted."""
        return tuple(lot for lot in self.lots if not lot.adds_up)

    @property
    def adds_up(self) -> bool:
        """Whether the session may be closed, as far as counting goes."""
        return not self.wrong_lots and self.cash.adds_up

    @property
    def to_explain(self) -> int:
        """Doses of all lots that somebody must explain, short and over together."""
        return sum(abs(lot.missing or 0) for lot in self.lots)


def total(lots: Iterable[LotCount]) -> LotCount:
    """All lots in one line; `returned` is None while one of them was not counted."""
    lots = tuple(lots)
    counted = [lot.returned for lot in lots if lot.returned is not None]
    return LotCount(
        vaccine="",
        lot="",
        loaded=sum(lot.loaded for lot in lots),
        given=sum(lot.given for lot in lots),
        wasted=sum(lot.wasted for lot in lots),
        returned=sum(counted) if len(counted) == len(lots) else None,
        in_use=sum(lot.in_use for lot in lots),
        extra=sum(lot.extra for lot in lots),
        back=sum(lot.back for lot in lots),
        kept=sum(lot.kept for lot in lots),
    )
