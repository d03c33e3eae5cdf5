"""What one person adds to the figures, and how much of it to which count. Pure.

A dose counts on the day on which it was given, at the place where it was. Whoever had a dose is
*covered* from the day of the first, *fully covered* from that of the dose which completed a course;
which one that is, the programme says (`daily.completing`). A dose that others gave and a team was
only told of covers its person, and is not counted as a dose again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from fieldapp.domain.immunization import DoseSource
from fieldapp.wire import cbor
from fieldapp.wire.events import MAX_BODY_BYTES

TOTAL, VACCINE, GROUP, HOME, TEAM, SESSION = (
    "total", "vaccine", "group", "home", "team", "session",
)  # fmt: skip
_MOST_CODE = 120
_MOST_FACTS = 64 * MAX_BODY_BYTES


class Given(NamedTuple):
    """A dose that stands."""

    day: int
    vaccine: str
    device: int
    session: str
    contested: bool
    source: int


@dataclass(frozen=True, slots=True)
class Share:
    """One person: their key group and home area ("" unknown), and their doses in order."""

    group: str
    home: str
    doses: tuple[Given, ...]

    def packed(self) -> bytes:
        """As it is kept."""
        return cbor.dumps([self.group, self.home, [list(dose) for dose in self.doses]])


def unpacked(facts: bytes) -> Share:
    """The inverse."""
    kept: Any = cbor.loads(facts, max_bytes=_MOST_FACTS)
    group, home, doses = kept
    return Share(group, home, tuple(Given(*dose) for dose in doses))


class Cell(NamedTuple):
    """Which count: split by what, which part, of which day."""

    kind: str
    code: str
    day: int


Counts = Counter[str]
"""doses, contested, told, covered, completed."""


def session_code(device: int, label: str) -> str:
    """A session of a laptop as the counts name it."""
    return f"{device}/{label}"[:_MOST_CODE]


def add(share: Share, sign: int, into: dict[Cell, Counts]) -> None:
    """Add a person to the counts, or take them out (`sign` -1)."""
    for dose, what in _told_of(share):
        _count(share, dose, what, sign, into)


def add_completed(share: Share, sign: int, into: dict[Cell, Counts]) -> None:
    """The same with somebody who is fully covered; `share` holds the completing dose alone."""
    for dose in share.doses:
        _count(share, dose, "completed", sign, into)


def _count(share: Share, dose: Given, what: str, sign: int, into: dict[Cell, Counts]) -> None:
    for kind, code in _parts(share, dose):
        into[Cell(kind, code[:_MOST_CODE], dose.day)][what] += sign


def _parts(share: Share, dose: Given) -> Iterator[tuple[str, str]]:
    yield TOTAL, ""
    yield VACCINE, dose.vaccine
    yield GROUP, share.group
    yield HOME, share.home
    yield TEAM, str(dose.device)
    if dose.session:
        yield SESSION, session_code(dose.device, dose.session)


def _told_of(share: Share) -> Iterator[tuple[Given, str]]:
    for dose in share.doses:
        told = dose.source == DoseSource.ELSEWHERE
        yield dose, "told" if told else "doses"
        if dose.contested and not told:
            yield dose, "contested"
    if share.doses:
        yield share.doses[0], "covered"
