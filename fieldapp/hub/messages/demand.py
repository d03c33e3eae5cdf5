"""How many next doses are needed where, by product and week: all teams together.

A place is the region in which people had their dose before. What counts is what `domain.demand`
says; nothing is added for waste.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from fieldapp.domain.call import Outcome, Step, Wishes, plan
from fieldapp.domain.demand import Demand, Expected, demand
from fieldapp.domain.due import CourseStanding
from fieldapp.hub.devices import devices
from fieldapp.hub.messages.due import Ground, courses_for, offset_of
from fieldapp.hub.messages.people import Somebody, batches, read_people
from fieldapp.hub.messages.settings import local_time
from fieldapp.hub.store import Store


def hub_demand(store: Store, ground: Ground, now_s: int) -> list[Demand]:
    """By product and region, the largest first. Everybody is read anew, a batch at a
    time; the weeks begin with today as it is in the place of each."""
    with store.reading() as connection:
        regions = {no: device.region for no, device in devices(connection).items()}
        persons = list(batches(connection, with_phone=False))
    by_day: dict[date, list[Expected]] = {}
    for batch in persons:
        with store.reading() as connection:
            people = read_people(connection, batch)
        for one in people:
            today = local_time(now_s, offset_of(one, ground.settings, regions)).date()
            by_day.setdefault(today, []).extend(_expected(one, ground, regions, today))
    return _added(demand(expected, today) for today, expected in by_day.items())


def _expected(
    somebody: Somebody, ground: Ground, regions: Mapping[int, str], today: date
) -> Iterator[Expected]:
    for course in courses_for(somebody, ground, today):
        if course.due is None or course.complete:
            continue
        found = plan(
            somebody.calls, Wishes(), somebody.phone, dose=course.dose, today=today,
            rules=ground.rules,
        )  # fmt: skip
        place = regions.get(somebody.doses[-1].device, "")
        promised = _promised(somebody, course) if found.step is not Step.OFF else None
        yield Expected(course.vaccine, place, course.due, found, promised)


def _promised(somebody: Somebody, course: CourseStanding) -> date | None:
    """The day on which they said that they will come, if that was the last word."""
    about = [call for call in somebody.calls if call.dose == course.dose]
    last = about[-1] if about else None
    return last.day if last is not None and last.outcome == Outcome.WILL_COME else None


def _added(parts: Iterator[list[Demand]]) -> list[Demand]:
    """Places whose calendars differ by a day, together."""
    sums: dict[tuple[str, str], list[int]] = {}
    for part in parts:
        for one in part:
            row = sums.setdefault((one.vaccine, one.place), [0, 0, 0])
            row[:] = (row[0] + one.now, row[1] + one.week_1, row[2] + one.week_2)
    found = [Demand(vaccine, place, *counts) for (vaccine, place), counts in sums.items()]
    return sorted(found, key=lambda one: (-one.total, one.vaccine, one.place))
