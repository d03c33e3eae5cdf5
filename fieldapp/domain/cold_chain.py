"""When a refrigerator or box was too warm or too cold, and for how long: from readings alone.

Between two readings of one logger that are no further apart than the rules say, the temperature is
taken to change evenly (linear interpolation). What lies further apart was not measured: it makes
the longest possible time longer and the certain time not. Moments are seconds of UTC, temperatures
tenths of a degree Celsius.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from fieldapp.domain.stock_rules import StockRules
from fieldapp.domain.storage import Storage


class Side(StrEnum):
    """Which limit was passed."""

    ABOVE = "above"
    BELOW = "below"


@dataclass(frozen=True, slots=True, order=True)
class Reading:
    """What somebody or a logger read."""

    at_s: int
    tenths: int


@dataclass(frozen=True, slots=True)
class Counted:
    """What a logger counted by itself between two moments: so long outside its own limit."""

    side: Side
    first_s: int
    last_s: int
    seconds: int


@dataclass(frozen=True, slots=True)
class Excursion:
    """One time outside a limit. `least_s` is certain, `most_s` is possible; None: nobody knows, for
    nothing was read before or after. `going_on`: the newest reading is outside."""

    side: Side
    began_s: int
    ended_s: int
    least_s: int
    most_s: int | None
    peak: Reading
    going_on: bool = False

    @property
    def minutes(self) -> int:
        """Certain minutes outside, a begun minute counted whole."""
        return -(-self.least_s // 60)


def excursions(
    readings: Sequence[Reading], storage: Storage, longest_gap_s: int
) -> list[Excursion]:
    """All excursions of one logger's readings, which are sorted by time; oldest first."""
    found = _outside(readings, Side.ABOVE, storage.high_tenths, longest_gap_s)
    if storage.low_tenths is not None:
        found += _outside(readings, Side.BELOW, storage.low_tenths, longest_gap_s)
    return sorted(found, key=lambda one: one.began_s)


def _outside(
    readings: Sequence[Reading], side: Side, limit: int, longest_gap_s: int
) -> list[Excursion]:
    over = _Run(side, limit, longest_gap_s)
    for reading in readings:
        over.take(reading)
    return over.end()


class _Run:
    """Walks along the readings of one logger and one limit."""

    def __init__(self, side: Side, limit: int, longest_gap_s: int) -> None:
        self._side, self._limit, self._gap_s = side, limit, longest_gap_s
        self._before: Reading | None = None
        self._now: Excursion | None = None
        self._found: list[Excursion] = []

    def take(self, reading: Reading) -> None:
        """The next reading."""
        if self._excess(reading) > 0:
            self._now = self._begun(reading) if self._now is None else self._grown(reading)
        elif self._now is not None:
            self._found.append(self._ended(self._now, reading))
            self._now = None
        self._before = reading

    def end(self) -> list[Excursion]:
        """All that was found; the one that is still going on, too."""
        if self._now is not None:
            self._found.append(replace(self._now, most_s=None, going_on=True))
        return self._found

    def _excess(self, reading: Reading) -> int:
        over = reading.tenths - self._limit
        return over if self._side is Side.ABOVE else -over

    def _begun(self, reading: Reading) -> Excursion:
        before, at_s = self._before, reading.at_s
        if before is None:
            return Excursion(self._side, at_s, at_s, 0, None, reading)
        if at_s - before.at_s > self._gap_s:
            return Excursion(self._side, at_s, at_s, 0, at_s - before.at_s, reading)
        crossed_s = self._crossing_s(before, reading)
        certain_s = at_s - crossed_s
        return Excursion(self._side, crossed_s, at_s, certain_s, certain_s, reading)

    def _grown(self, reading: Reading) -> Excursion:
        now, before = self._now, self._before
        assert now is not None and before is not None  # noqa: S101  only `take` calls, in a run
        step_s = reading.at_s - before.at_s
        certain_s = step_s if step_s <= self._gap_s else 0
        peak = reading if self._excess(reading) > self._excess(now.peak) else now.peak
        return replace(
            now,
            ended_s=reading.at_s,
            least_s=now.least_s + certain_s,
            most_s=_plus(now.most_s, step_s),
            peak=peak,
        )

    def _ended(self, now: Excursion, reading: Reading) -> Excursion:
        before = self._before
        assert before is not None  # noqa: S101  a run has begun before it ends
        step_s = reading.at_s - before.at_s
        if step_s > self._gap_s:
            return replace(now, most_s=_plus(now.most_s, step_s))
        certain_s = self._crossing_s(before, reading) - before.at_s
        return replace(
            now,
            ended_s=before.at_s + certain_s,
            least_s=now.least_s + certain_s,
            most_s=_plus(now.most_s, certain_s),
        )

    def _crossing_s(self, one: Reading, other: Reading) -> int:
        """When the even change from one reading to the other passed the limit."""
        passed, whole = abs(self._excess(one)), abs(one.tenths - other.tenths)
        return one.at_s + round((other.at_s - one.at_s) * passed / whole)


def _plus(most_s: int | None, seconds: int) -> int | None:
    return None if most_s is None else most_s + seconds


def as_counted(found: Iterable[Excursion], counts: Sequence[Counted]) -> list[Excursion]:
    """The same excursions, but for as long as the logger itself counted where it did so.

    Fridge-tags tell a day's extremes and the minutes outside, not every reading.
    """
    return [_as_counted(one, counts) for one in found]


def _as_counted(one: Excursion, counts: Sequence[Counted]) -> Excursion:
    here = [
        count
        for count in counts
        if count.side is one.side and count.first_s <= one.ended_s and one.began_s <= count.last_s
    ]
    if not here:
        return one
    seconds = sum(count.seconds for count in here)
    return replace(one, least_s=max(one.least_s, seconds), most_s=max(one.least_s, seconds))


def freezes(one: Excursion, rules: StockRules) -> bool:
    """Whether it was cold enough to freeze vaccine."""
    return one.side is Side.BELOW and one.peak.tenths <= rules.freeze_tenths


def hold_reason(one: Excursion, storage: Storage, rules: StockRules) -> str | None:
    """Why a lot that was there must be held; None when it was too short to matter.

    A short excursion is let pass only when it certainly was short. Freezing never is.
    """
    if freezes(one, rules):
        return "frozen" if storage.freeze_sensitive else None
    if one.most_s is not None and one.most_s <= rules.ignore_up_to_s:
        return None
    return "too-warm" if one.side is Side.ABOVE else "too-cold"
