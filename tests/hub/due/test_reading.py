"""Promises of readings: a state by many rows at once is that of the domain, sums are of everybody
once, drop-out is whose who began."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import insert, select

from fieldapp.actions.calls.rules import load_call_rules
from fieldapp.domain.due import CourseStanding, DueState
from fieldapp.hub.due import reading
from fieldapp.hub.due.keeping import bring_up
from fieldapp.hub.due.reading import GONE, STATES, DueFilter, awaited, cohorts, state_column
from fieldapp.hub.due.tables import due_course
from fieldapp.wire.dates import to_day
from fieldapp.wire.facts import CallMade
from tests.hub.conftest import World
from tests.hub.messages.clinic import BIBP, Clinic

TODAY = date(2021, 5, 29)
RULES = load_call_rules()


def row(
    person: int, due: date | None, latest: date | None = None, **more: object
) -> dict[str, object]:
    return {
        "person": bytes([person]), "course": "c", "vaccine": BIBP, "dose": 2, "device": 1,
        "first_device": 1, "offset_min": 480, "last_day": 0, "due_day": to_day(due),
        "latest_day": to_day(latest), "complete": False, "gone": False, **more,
    }  # fmt: skip


def test_states_are_those_of_the_domain(world: World) -> None:
    days = [TODAY + timedelta(days=days) for days in (-40, -15, -14, -1, 0, 1, 7, 8)]
    asked = [(due, late) for due in [None, *days] for late in (None, TODAY - timedelta(1), TODAY)]
    with world.store.writing() as connection:
        rows = [row(at, *one) for at, one in enumerate(asked)]
        connection.execute(insert(due_course), rows)
    with world.store.reading() as connection:
        columns = due_course.c.person, state_column(TODAY, RULES)
        found = list(connection.execute(select(*columns).order_by(due_course.c.person)))
    for (due, latest), (_, state) in zip(asked, found, strict=True):
        standing = CourseStanding("c", BIBP, None, None, None, TODAY, due=due, latest=latest)
        assert state == standing.state(TODAY, RULES).value, (due, latest)


def test_who_will_not_come_is_no_longer_awaited(clinic: Clinic) -> None:
    phone = "+8613912345678"
    seq = clinic.vaccinate("王一", phone)
    clinic.vaccinate("王二", None)
    clinic.laptop.add(CallMade(seq, BIBP, 2, "refused", phone=phone))
    clinic.world.push_all(clinic.laptop)
    bring_up(clinic.world.store, clinic.ground, clinic.now_s)
    with clinic.world.store.reading() as connection:
        (one,) = awaited(connection)
        counts = reading.counts_by_team(connection, TODAY, RULES)
    assert (one.vaccine, one.due, one.people) == (BIBP, TODAY, 1)
    assert counts[1].states == {DueState.DUE.value: 1, GONE: 1}


def test_drop_out_is_of_the_team_that_began(clinic: Clinic) -> None:
    north, south = clinic.laptop, clinic.world.laptop(b"epoch-02", region="south")
    came = clinic.vaccinate("王一", None, day=1, month=3)
    clinic.vaccinate("王二", None, day=1, month=3)
    clinic.world.push_all(north)
    south.give(north.ref(came), 29, month=3, vaccine=BIBP)
    clinic.world.push_all(south)
    bring_up(clinic.world.store, clinic.ground, clinic.now_s)
    with clinic.world.store.reading() as connection:
        counts = reading.counts_by_team(connection, TODAY, RULES)
        (cohort,) = cohorts(connection, TODAY)
    assert counts[north.device].drop_out == 0.5
    assert counts.get(south.device, reading.TeamCounts()).drop_out is None
    assert (cohort.first, cohort.second, cohort.month) == (2, 1, date(2021, 3, 1))


@pytest.mark.parametrize(
    ("which", "found"),
    [
        (DueFilter(), 3),
        (DueFilter(devices=(2,)), 0),
        (DueFilter(devices=()), 0),
        (DueFilter(vaccine="other"), 0),
        (DueFilter(state=DueState.DUE.value), 1),
        (DueFilter(state=DueState.ASK.value), 1),
        (DueFilter(due_from=TODAY, due_to=TODAY), 1),
        (DueFilter(state=GONE), 1),
    ],
)
def test_filters_do_what_they_say(world: World, which: DueFilter, found: int) -> None:
    old, soon = TODAY - timedelta(days=60), TODAY + timedelta(days=2)
    rows = [
        row(1, TODAY), row(2, old), row(3, soon), row(4, None), row(5, TODAY, gone=True),
        row(6, TODAY, complete=True), row(7, TODAY + timedelta(days=30)),
    ]  # fmt: skip
    with world.store.writing() as connection:
        connection.execute(insert(due_course), rows)
    with world.store.reading() as connection:
        lines = reading.page_of(connection, which, TODAY, RULES, most=10)
        assert reading.count(connection, which, TODAY, RULES) == len(lines) == found
        assert reading.products(connection) == [BIBP]
    assert [one.due for one in lines] == sorted((one.due for one in lines), key=lambda d: d or old)


def test_every_state_can_be_asked_for() -> None:
    assert DueState.COMPLETE.value not in STATES and len(STATES) == len(DueState)
