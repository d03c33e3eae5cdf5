"""The verb: everything that the strips and the sync room count, in one look."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fieldapp.actions.consult import Practice
from fieldapp.actions.moments import site_today
from fieldapp.actions.put_aside import how_many
from fieldapp.domain.immunization import ImmunizationStatus
from fieldapp.journal import doses, erased_doses, hub_link, sessions
from fieldapp.journal.attempts import Attempt
from fieldapp.journal.hub_link import Enrolment
from fieldapp.journal.incidents import Incident, incidents
from fieldapp.journal.journal import Journal
from fieldapp.journal.sessions import VaccinationSession
from fieldapp.journal.tally import Tally, tally


@dataclass(frozen=True, slots=True)
class Overview:
    """Counts in doses; `attempts` and `incidents` newest first; `put_aside` counts records."""

    team: str
    session: VaccinationSession | None
    recorded_today: int
    tally: Tally
    enrolment: Enrolment | None
    attempts: tuple[Attempt, ...]
    clock_doubtful: bool
    incidents: tuple[Incident, ...] = ()
    put_aside: int = 0


def overview(practice: Practice, attempts: int = 50) -> Overview:
    """Read it all; a few milliseconds."""
    journal, clock = practice.journal, practice.clock
    today = site_today(clock)
    return Overview(
        team=journal.team.name,
        session=sessions.current(journal),
        recorded_today=_recorded_on(journal, today),
        tally=tally(journal, clock.now()),
        enrolment=hub_link.enrolment(journal),
        attempts=tuple(hub_link.attempts(journal, attempts)),
        clock_doubtful=journal.clock_doubtful,
        incidents=tuple(incidents(journal)),
        put_aside=how_many(journal),
    )


def _recorded_on(journal: Journal, day: date) -> int:
    known = [record.event.status for record in doses.on_day(journal, day)]
    given = sum(status is ImmunizationStatus.COMPLETED for status in known)
    return given + len(erased_doses.on_day(journal, day))
