"""The verb: who is being watched now, and who may leave? Also: until when is somebody watched?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from fieldapp.actions.practice import Practice
from fieldapp.domain.adverse_event import AdverseEvent, is_grave
from fieldapp.domain.client import Client
from fieldapp.domain.immunization import ImmunizationEvent
from fieldapp.domain.watch import Standing, standing, watch_minutes
from fieldapp.journal import reactions, watches
from fieldapp.journal.watches import Watch

HAD_REACTION = "severe_vaccine_allergy"
"""The condition of somebody who told of, or had, a severe reaction to a vaccine before."""


@dataclass(frozen=True, slots=True)
class WatchedPerson:
    """Somebody on the board with the doses of this visit, oldest first.

    `minutes`: how long they are watched. `leaves_at`: when they may leave by the site's clock; None
    when the clock is doubtful. `forgotten`: the time is over, the session closed, and nobody said
    how they left. `reactions`: what was reported after these doses. `longer`: they are watched
    longer than others, for they had a reaction before.
    """

    client: Client
    doses: tuple[ImmunizationEvent, ...]
    minutes: int
    standing: Standing
    leaves_at: datetime | None
    reactions: tuple[AdverseEvent, ...] = ()
    longer: bool = False
    forgotten: bool = False

    @property
    def dose_ids(self) -> tuple[bytes, ...]:
        """What is ended when they leave."""
        return tuple(dose.event_id for dose in self.doses)


@dataclass(frozen=True, slots=True)
class Board:
    """Who is watched, who may leave first; and of closed sessions those whom nobody released."""

    people: tuple[WatchedPerson, ...] = ()
    forgotten: tuple[WatchedPerson, ...] = ()

    @property
    def may_leave(self) -> int:
        """How many may leave now."""
        return sum(person.standing.may_leave for person in self.people)

    @property
    def clock_doubtful(self) -> bool:
        """Whether anybody's minutes are counted without the wall clock."""
        return any(person.standing.clock_doubtful for person in self.people)

    @property
    def watched_until(self) -> dict[bytes, datetime]:
        """When each may leave, by the ids of their doses; those who may leave are left out."""
        return {
            dose: person.leaves_at
            for person in self.people
            for dose in person.dose_ids
            if person.leaves_at is not None and not person.standing.may_leave
        }


def watch_board(practice: Practice) -> Board:
    """Read it all; a few milliseconds."""
    journal = practice.journal
    going_on = watches.going_on(journal)
    told = reactions.of_people(journal, [watch.person for watch in going_on])
    now = practice.clock.now()
    everybody = [
        _person(practice, visit, told[visit[0].person], now) for visit in _visits(going_on)
    ]
    everybody.sort(key=lambda one: (one.standing.left_s, -one.standing.passed_s))
    return Board(
        tuple(one for one in everybody if not one.forgotten),
        tuple(one for one in everybody if one.forgotten),
    )


def watched_until(practice: Practice, client_id: bytes) -> datetime | None:
    """Until when this person is watched; None when they are not, or may leave."""
    journal = practice.journal
    person = watches.person_of(journal, client_id)
    visit = [watch for watch in watches.going_on(journal) if watch.person == person]
    if not visit:
        return None
    told = reactions.of_people(journal, [visit[0].person])[visit[0].person]
    one = _person(practice, visit, told, practice.clock.now())
    return None if one.standing.may_leave else one.leaves_at


def _visits(going_on: Iterable[Watch]) -> Iterable[Sequence[Watch]]:
    """The doses of each person together."""
    of_person: dict[int, list[Watch]] = {}
    for watch in going_on:
        of_person.setdefault(watch.person, []).append(watch)
    return of_person.values()


def _person(
    practice: Practice, visit: Sequence[Watch], told: Sequence[AdverseEvent], now: datetime
) -> WatchedPerson:
    here = {watch.dose.event_id for watch in visit}
    had_reaction = _said_so(practice, visit) or any(
        is_grave(event.details, practice.aefi) for event in told if event.dose_id not in here
    )
    stands = [_stands(practice, watch, had_reaction) for watch in visit]
    last, minutes = max(stands, key=lambda one: one[0].left_s)
    usual = max(_minutes(practice, watch, had_reaction=False) for watch in visit)
    closed = all(watch.session_closed for watch in visit)
    return WatchedPerson(
        client=visit[0].client,
        doses=tuple(watch.dose for watch in visit),
        minutes=minutes,
        standing=last,
        leaves_at=_leaves_at(last, minutes, now, visit[0].dose),
        reactions=tuple(event for event in told if event.dose_id in here),
        longer=minutes > usual,
        forgotten=closed and (last.may_leave or last.clock_doubtful),
    )


def _said_so(practice: Practice, visit: Sequence[Watch]) -> bool:
    """Whether a question about a reaction before was answered yes, and the dose given all the
    same."""
    yes = {answer for watch in visit for answer in watch.answered_yes}
    return any(q.id in yes and q.condition == HAD_REACTION for q in practice.questions)


def _stands(practice: Practice, watch: Watch, had_reaction: bool) -> tuple[Standing, int]:
    minutes = _minutes(practice, watch, had_reaction=had_reaction)
    return standing(watch.elapsed, minutes * 60), minutes


def _minutes(practice: Practice, watch: Watch, *, had_reaction: bool) -> int:
    vaccine = watch.dose.lot.vaccine_id
    return watch_minutes(practice.programme, vaccine, had_reaction=had_reaction)


def _leaves_at(
    last: Standing, minutes: int, now: datetime, dose: ImmunizationEvent
) -> datetime | None:
    if last.clock_doubtful:
        return None
    over = timedelta(seconds=last.left_s or minutes * 60 - last.passed_s)
    return (now + over).astimezone(dose.occurred_at.tzinfo)
