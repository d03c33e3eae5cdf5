"""The person that is asked about: what was given, what was observed, and the ages in between."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from fieldapp.domain.cdsi.length import Length
from fieldapp.domain.cdsi.supporting_data import Schedule


@dataclass(frozen=True, slots=True)
class Given:
    """A dose of the history; `place` is where it stands there, so that no two are the same."""

    day: date
    cvx: str
    mvx: str | None = None
    place: int = 0


@dataclass(frozen=True, slots=True)
class Observation:
    """A condition by CDSi's own code, and since when."""

    code: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """All that the logic asks of a person."""

    born: date
    gender: str
    doses: tuple[Given, ...] = ()
    observations: tuple[Observation, ...] = ()

    def within(self, day: date, begin: Length | None, end: Length | None) -> bool:
        """Whether the person is of this age on a day: from `begin` to before `end`."""
        if begin is not None and day < begin.after(self.born):
            return False
        return end is None or day < end.after(self.born)

    def until(self, day: date) -> Person:
        """The same person as known on a day: a dose of the future was not given yet."""
        return replace(self, doses=tuple(dose for dose in self.doses if dose.day <= day))

    def observed(self, code: str) -> Observation | None:
        """The observation of this code."""
        return next((one for one in self.observations if one.code == code), None)


def doses_against(schedule: Schedule, person: Person, antigen: str) -> list[Given]:
    """The doses that were given against an antigen, oldest first."""
    found = (dose for dose in person.doses if _is(schedule, person, antigen, dose))
    return sorted(found, key=lambda dose: (dose.day, dose.place))


def _is(schedule: Schedule, person: Person, antigen: str, dose: Given) -> bool:
    return any(
        one.antigen == antigen and person.within(dose.day, one.begin_age, one.end_age)
        for one in schedule.associations.get(dose.cvx, ())
    )
