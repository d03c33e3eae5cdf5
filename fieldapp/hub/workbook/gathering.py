"""All that a workbook for a team, a place and a day tells of, read in one moment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from fieldapp.domain.immunization import VaccineLot
from fieldapp.domain.schedule.case import PriorDose
from fieldapp.hub.keys import HubKeys
from fieldapp.hub.messages.due import Ground
from fieldapp.hub.messages.people import read_people
from fieldapp.hub.workbook.booked import Booked, booked_on
from fieldapp.hub.workbook.lots import held_by
from fieldapp.hub.workbook.people import DuePerson, due_people
from fieldapp.hub.workbook.team import Team, staff_of, team_of
from fieldapp.reports.workbook.content import MOST_BLANK_ROWS

MOST_PLACE = 60


@dataclass(frozen=True, slots=True)
class Order:
    """For whom, where and when; `device` is any laptop of the team."""

    device: int
    place: str
    day: date


@dataclass(frozen=True, slots=True)
class Gathered:
    """`due` are people and their courses, those who have a seat first; `seats` are the times of
    these by person, `booked` everybody else who has one, `before` what those of them who are known
    had before; `left_out` did not fit. `borrowed`: no lot
    is known of the team itself, so those of its region can be chosen."""

    team: Team
    place: str
    day: date
    due: tuple[DuePerson, ...]
    seats: Mapping[bytes, str]
    booked: tuple[Booked, ...]
    before: Mapping[bytes, tuple[PriorDose, ...]]
    lots: tuple[VaccineLot, ...]
    borrowed: bool
    staff: tuple[tuple[str, str], ...]
    left_out: int

    @property
    def title(self) -> str:
        """What the session is called where its place is said beside it."""
        return f"{self.team.name} · {self.day.isoformat()}"

    @property
    def session(self) -> str:
        """What it is called in records: no laptop opened it, so it is the team, place and day."""
        return f"{self.team.name} · {self.place} · {self.day.isoformat()}"


def gather(connection: Connection, keys: HubKeys, ground: Ground, order: Order) -> Gathered:
    """Read it. Raises NoSuchDevice."""
    team = team_of(connection, order.device)
    place = " ".join(order.place.split())[:MOST_PLACE] or team.region
    due, left_out = due_people(connection, ground, team.neighbours, order.day)
    seats = booked_on(connection, keys, order.day, place, team.region)
    times = {one.person: one.time for one in reversed(seats) if one.person is not None}
    listed = {one.person for one in due}
    own = held_by(connection, team.laptops, order.day)
    others = [one for one in seats if one.person not in listed]
    return Gathered(
        team=team,
        place=place,
        day=order.day,
        due=tuple(sorted(due, key=lambda one: times.get(one.person, "~"))),
        seats=times,
        booked=tuple(others[:MOST_BLANK_ROWS]),
        before=_before(connection, others),
        lots=own or held_by(connection, team.neighbours, order.day),
        borrowed=not own,
        staff=staff_of(connection, team),
        left_out=left_out + len(others[MOST_BLANK_ROWS:]),
    )


def _before(connection: Connection, booked: Iterable[Booked]) -> dict[bytes, tuple[PriorDose, ...]]:
    """Somebody who is not due in this region may have had their doses in another."""
    known = {one.person for one in booked if one.person is not None}
    return {one.person: one.prior_doses for one in read_people(connection, known)}
