"""Brings the kept courses up to date, and with them who is fully covered: of everybody whom a fold
concerned, and whose day has come.

Reads one moment, judges outside any transaction, writes in a short one; when another process was at
the same people meanwhile, nothing is written and the next round begins anew. Safe to stop anywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select

from fieldapp import __version__
from fieldapp.domain.call import Outcome, Plan, Step, Wishes, plan
from fieldapp.domain.demand import is_gone
from fieldapp.domain.due import CourseStanding
from fieldapp.domain.schedule.case import PriorDose
from fieldapp.domain.schedule.history import completing_dose
from fieldapp.hub import schema
from fieldapp.hub.daily import completing
from fieldapp.hub.devices import devices
from fieldapp.hub.due.tables import due_course, due_news
from fieldapp.hub.fold.rows import chunks
from fieldapp.hub.fold.stirred import around
from fieldapp.hub.messages.due import Ground, courses_for, offset_of
from fieldapp.hub.messages.people import BATCH, Somebody, read_people
from fieldapp.hub.messages.settings import local_time
from fieldapp.hub.rounds import rounds
from fieldapp.hub.running import Hub
from fieldapp.hub.settings import set_setting, setting
from fieldapp.hub.store import Store
from fieldapp.hub.upkeep.faults import Survived
from fieldapp.wire.dates import to_day

EVERY_S, MOST_A_ROUND = 5.0, 2000
"""About a fifth of a processor at the most: answers to laptops come first."""
_RULES = "due-rules"
_EDITION = 2
"""Of what is kept: another one looks at everybody anew."""
_DAY_S = 86_400
_client, _course, _news = schema.client.c, due_course.c, due_news.c
_NEXT = select(_news.no, _news.client).order_by(_news.no).limit(BATCH)
_TURNED = select(_course.person).where(_course.recheck_day <= bindparam("day")).distinct()
_STILL = (
    select(func.count()).select_from(due_news)
    .where(_news.no.in_(bindparam("noted", expanding=True)))
)  # fmt: skip
_DROP_NEWS = delete(due_news).where(_news.no.in_(bindparam("noted", expanding=True)))
_DROP = delete(due_course).where(_course.person.in_(bindparam("people", expanding=True)))


@dataclass(frozen=True, slots=True)
class _Round:
    """The notes that it is about, everybody whose rows go, the rows that come instead, and who is
    fully covered."""

    notes: list[int]
    people: set[bytes]
    rows: list[dict[str, object]]
    completed: dict[bytes, bytes]


def bring_up(store: Store, ground: Ground, now_s: int, most: int | None = None) -> int:
    """Bring everybody up to date, or about `most` people; how many notes are left."""
    _look_at_all_if_rules_changed(store, ground)
    _turn(store, now_s)
    done = 0
    while most is None or done < most:
        with store.reading() as connection:
            notes = connection.execute(_NEXT).all()
            found = _look(connection, notes, ground, now_s) if notes else None
        if found is None:
            return 0
        _write(store, found)
        done += len(notes)
    with store.reading() as connection:
        return waiting(connection)


def brought_up(hub: Hub, ground: Ground, most: int) -> int:
    """The same for a page, which waits for no more than a few; how many notes are left. Where
    another process has the right to it, that one does it."""
    if hub.folds:
        return bring_up(hub.store, ground, hub.now_s(), most)
    with hub.store.reading() as connection:
        return waiting(connection)


def waiting(connection: Connection) -> int:
    """How many notes wait."""
    return int(connection.execute(select(func.count()).select_from(due_news)).scalar_one())


def _look_at_all_if_rules_changed(store: Store, ground: Ground) -> None:
    """Other rules may see everybody otherwise."""
    programme = ground.programme
    rules = f"{__version__} {_EDITION} {programme.id} {programme.edition} {ground.rules.edition}"
    with store.reading() as connection:
        if setting(connection, _RULES) == rules:
            return
    with store.writing() as connection:
        everybody = select(_client.person).where(_client.counts).distinct()
        connection.execute(insert(due_news).from_select(["client"], everybody))
        set_setting(connection, _RULES, rules)


def _turn(store: Store, now_s: int) -> None:
    """Note those of whom the programme may say something else from today on."""
    with store.reading() as connection:
        turned = list(connection.execute(_TURNED, {"day": now_s // _DAY_S}).scalars())
    for people in chunks(turned):
        with store.writing() as connection:
            connection.execute(insert(due_news), [{"client": person} for person in people])
            same = _course.person.in_(people)
            connection.execute(due_course.update().where(same).values(recheck_day=None))


def _look(connection: Connection, notes: Iterable[Any], ground: Ground, now_s: int) -> _Round:
    regions = {no: device.region for no, device in devices(connection).items()}
    touched = {bytes(note.client) for note in notes}
    theirs, persons = around(connection, touched)
    people = read_people(connection, persons)
    rows = [row for one in people for row in _rows(one, ground, regions, now_s)]
    completed = completing.completed_by(connection, _completing(people, ground, regions, now_s))
    return _Round([note.no for note in notes], theirs | persons, rows, completed)


def _completing(
    people: Iterable[Somebody], ground: Ground, regions: Mapping[int, str], now_s: int
) -> dict[bytes, PriorDose]:
    """By person, the dose that completed a course."""
    found = {}
    for one in people:
        today = local_time(now_s, offset_of(one, ground.settings, regions)).date()
        dose = completing_dose(
            ground.programme, ground.catalogue, one.details.birth_date, one.prior_doses, today
        )
        if dose is not None:
            found[one.person] = dose
    return found


def _write(store: Store, found: _Round) -> None:
    """All of it, unless another process took any of the notes: what it read was newer."""
    with store.writing() as connection:
        if connection.execute(_STILL, {"noted": found.notes}).scalar_one() != len(found.notes):
            return
        connection.execute(_DROP_NEWS, {"noted": found.notes})
        for people in chunks(found.people):
            connection.execute(_DROP, {"people": people})
        if found.rows:
            connection.execute(insert(due_course), found.rows)
        completing.keep(connection, found.people, found.completed)


def _rows(
    somebody: Somebody, ground: Ground, regions: Mapping[int, str], now_s: int
) -> Iterator[dict[str, object]]:
    offset = offset_of(somebody, ground.settings, regions)
    today = local_time(now_s, offset).date()
    for course in courses_for(somebody, ground, today):
        found = plan(
            somebody.calls, Wishes(), somebody.phone, dose=course.dose, today=today,
            rules=ground.rules,
        )  # fmt: skip
        yield {
            "person": somebody.person,
            "device": somebody.doses[-1].device,
            "first_device": _first_device(somebody, course),
            "offset_min": offset,
            **_standing(course),
            **_called(somebody, course, found),
        }


def _first_device(somebody: Somebody, course: CourseStanding) -> int:
    """Whose team began the course; of one of which no dose counts, whose dose was the newest."""
    began = [dose.device for dose in somebody.doses if dose.day == course.first]
    return began[0] if began else somebody.doses[-1].device


def _standing(course: CourseStanding) -> dict[str, object]:
    turn = to_day(course.holds_until)
    return {
        "course": course.series_id,
        "vaccine": course.vaccine,
        "dose": course.dose,
        "first_day": to_day(course.first),
        "second_day": to_day(course.second),
        "second_by_day": to_day(course.second_by),
        "last_day": to_day(course.last),
        "due_day": to_day(course.due),
        "latest_day": to_day(course.latest),
        "complete": course.complete,
        "recheck_day": None if turn is None else turn + 1,
    }


def _called(somebody: Somebody, course: CourseStanding, found: Plan) -> dict[str, object]:
    return {
        "gone": is_gone(found),
        "outcome": found.why,
        "promised_day": to_day(promised(somebody, course)) if found.step is not Step.OFF else None,
    }


def promised(somebody: Somebody, course: CourseStanding) -> date | None:
    """The day on which they said that they will come, if that was the last word."""
    about = [call for call in somebody.calls if call.dose == course.dose]
    last = about[-1] if about else None
    return last.day if last is not None and last.outcome == Outcome.WILL_COME else None


@contextmanager
def kept_up(hub: Hub, every_s: float = EVERY_S) -> Iterator[None]:
    """Keep the courses of a hub up to date until the `with` ends."""
    with rounds("due", lambda: keep_up(hub), every_s):
        yield


def keep_up(hub: Hub) -> None:
    """One round, unless another process is at it. A fault is logged, without anybody's name."""
    if hub.ground is None:
        return
    with Survived(hub.tally, "due"), hub.store.alone("due") as free:
        if free:
            bring_up(hub.store, hub.ground(), hub.now_s(), MOST_A_ROUND)
