"""Whether a team may give what it holds of a lot: not recalled, not put aside, not over."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from sqlalchemy import Connection

from fieldapp.hub.lots import recalls
from fieldapp.hub.lots.reading import last_days
from fieldapp.hub.lots.said import Lot, said_about


class Use(Enum):
    """What may be done with doses of a lot. BLOCKED: recalled, or put aside by their team; UNDATED:
    nobody wrote down until when they are good."""

    GOOD = auto()
    UNDATED = auto()
    OVER = auto()
    BLOCKED = auto()


@dataclass(frozen=True, slots=True)
class Lots:
    """What is known on a day of some lots; `last`: the last days of those that have one."""

    today: date
    last: Mapping[Lot, date]
    _recalled: frozenset[Lot]
    _aside: frozenset[tuple[Lot, int]]

    def use(self, lot: Lot, device: int) -> Use:
        """Of the doses that the team with this laptop holds."""
        if lot in self._recalled or (lot, device) in self._aside:
            return Use.BLOCKED
        last = self.last.get(lot)
        if last is None:
            return Use.UNDATED
        return Use.OVER if last < self.today else Use.GOOD


def read_lots(connection: Connection, lots: Collection[Lot], today: date) -> Lots:
    """All that decides about these."""
    listed = sorted(set(lots))
    recalled = frozenset((one.vaccine, one.lot_key) for one in recalls.standing(connection))
    aside = frozenset(
        (lot, one.device)
        for lot, words in said_about(connection, listed).items()
        for one in words
        if one.stands
    )
    return Lots(today, last_days(connection, listed), recalled, aside)
