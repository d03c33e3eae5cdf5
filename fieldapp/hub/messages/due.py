"""Who is due a message now, and what about it is said: one `Due` a person, course and kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from fieldapp.domain.adverse_event import AefiCodes
from fieldapp.domain.call import CallRules, Step, Wishes, plan
from fieldapp.domain.documents import phone as phones
from fieldapp.domain.due import CourseStanding, courses_of
from fieldapp.domain.message import Kind
from fieldapp.domain.schedule.advice import Person
from fieldapp.domain.schedule.programme import Programme
from fieldapp.domain.vaccine import Catalogue
from fieldapp.hub.devices import devices
from fieldapp.hub.messages.people import Somebody, Told, batches, read_people
from fieldapp.hub.messages.settings import Settings, local_time
from fieldapp.hub.store import Store


@dataclass(frozen=True, slots=True)
class Ground:
    """What is decided by: all of it handed in, none of it the hub's own."""

    programme: Programme
    catalogue: Catalogue
    aefi: AefiCodes
    rules: CallRules
    settings: Settings


@dataclass(frozen=True, slots=True)
class Due:
    """A message that somebody should have now. `offset_min`: of the place they are taken to be."""

    somebody: Somebody
    course: CourseStanding
    kind: Kind
    phone: str
    offset_min: int

    @property
    def dose(self) -> int:
        """The number of the dose that is due."""
        return self.course.dose or 0


@dataclass
class Left:
    """Why people with a course that is due get no message, counted by a stable word."""

    out: Counter[str] = field(default_factory=Counter)


def due_people(store: Store, ground: Ground, now_s: int, left: Left) -> Iterator[list[Due]]:
    """Everybody who is due a message, a batch at a time; no transaction stays open between them."""
    with store.reading() as connection:
        regions = {no: device.region for no, device in devices(connection).items()}
        persons = list(batches(connection))
    for batch in persons:
        with store.reading() as connection:
            people = read_people(connection, batch)
        yield [due for one in people for due in _due(one, ground, regions, now_s, left)]


def _due(
    somebody: Somebody, ground: Ground, regions: Mapping[int, str], now_s: int, left: Left
) -> Iterator[Due]:
    offset = offset_of(somebody, ground.settings, regions)
    today = local_time(now_s, offset).date()
    for course in courses_for(somebody, ground, today):
        if course.due is None and not course.complete:
            left.out["no-day-known"] += 1
        kind = ground.settings.kind_for(course, today)
        if kind is None:
            continue
        why = _why_not(somebody, course, ground, today)
        if why:
            left.out[why] += 1
        else:
            yield Due(somebody, course, kind, somebody.phone or "", offset)


def offset_of(somebody: Somebody, settings: Settings, regions: Mapping[int, str]) -> int:
    """The clock of the place where somebody had their newest dose."""
    newest = somebody.doses[-1]
    return settings.offsets_min.get(regions.get(newest.device, ""), newest.offset_min)


def courses_for(somebody: Somebody, ground: Ground, today: date) -> tuple[CourseStanding, ...]:
    """The courses that somebody began, as the desk would see them."""
    person = person_of(somebody, ground.aefi)
    return courses_of(ground.programme, ground.catalogue, person, today, ground.rules)


def person_of(somebody: Somebody, codes: AefiCodes) -> Person:
    """What the programme must know of somebody."""
    details = somebody.details
    return Person(
        details.birth_date,
        somebody.prior_doses,
        details.sex,
        after_doses=_after_doses(somebody, codes),
        latest_birth_date=details.latest_birth_date,
    )


def _after_doses(somebody: Somebody, codes: AefiCodes) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for told in somebody.reactions:
        found[told.vaccine] = found.get(told.vaccine, frozenset()) | _sets(told, codes)
    return found


def _sets(told: Told, codes: AefiCodes) -> frozenset[str]:
    named = (codes.reaction(code) for code in told.codes)
    sets = {code.sets for code in named if code is not None and code.sets}
    return frozenset(sets | ({codes.serious_sets} if told.serious else set()))


def _why_not(somebody: Somebody, course: CourseStanding, ground: Ground, today: date) -> str | None:
    """Why this person is not written to; None when they are."""
    if not somebody.wants_messages:
        return "opted-out"
    if somebody.doubtful:
        return "identity-contested"
    reading = phones.read(somebody.phone or "", today)
    if reading.error is not None or reading.fields.get("sms") is False:
        return "no-mobile"
    calls, wishes = somebody.calls, Wishes()
    found = plan(calls, wishes, somebody.phone, dose=course.dose, today=today, rules=ground.rules)
    if found.step in (Step.OFF, Step.NO_PHONE):
        return found.why or found.step.value
    return None
