"""Promises of *fully covered*: it is what the programme says of the person, with what supervisors
decided, on the day and in the group of the dose that did it; whatever happens to a record."""

from __future__ import annotations

from datetime import date

import pytest

from fieldapp.domain.client import ClientDetails
from fieldapp.hub.cases.kinds import Way
from fieldapp.hub.daily.known import known, sums
from fieldapp.hub.daily.publishing import publish
from fieldapp.hub.daily.report import read_report
from fieldapp.hub.daily.shares import GROUP, TOTAL, VACCINE
from fieldapp.hub.due.keeping import bring_up
from fieldapp.hub.fold.projector import rebuild
from fieldapp.hub.regions.judging import judge_by
from fieldapp.hub.regions.publish import publish as publish_rosters
from fieldapp.wire.client_codec import to_fact
from fieldapp.wire.dates import to_day
from fieldapp.wire.facts import ClientAmended, ClientLinked, DoseVoided
from tests.hub.by_law import erased
from tests.hub.cases.made import judge, the_case
from tests.hub.messages.clinic import BIBP, BORN, NOON_DAY_21, Clinic

FIRST, EARLY, SECOND = 8, 15, 29
"""Days in May: the second dose counts after three weeks, a week is too early."""


def somebody(clinic: Clinic, name: str = "王一", group: str = "grp-health") -> int:
    details = ClientDetails(name, birth_date=BORN, key_group=group)
    return clinic.laptop.add(to_fact(details))


def completed(clinic: Clinic, kind: str = TOTAL) -> dict[tuple[str, date], int]:
    """Who is fully covered, by part and day, once everybody was looked at."""
    clinic.world.push_all(clinic.laptop)
    bring_up(clinic.world.store, clinic.ground, NOON_DAY_21)
    wanted = sums(known.code, known.day).where(known.kind == kind)
    with clinic.world.store.reading() as connection:
        rows = [row for row in connection.execute(wanted) if row.completed]
    return {(row.code, date.fromordinal(row.day + _EPOCH)): int(row.completed) for row in rows}


_EPOCH = date(1970, 1, 1).toordinal()


def may(day: int) -> date:
    return date(2021, 5, day)


def test_a_whole_course_counts_on_the_day_and_in_the_parts_of_its_last_dose(
    clinic: Clinic,
) -> None:
    who = somebody(clinic)
    clinic.laptop.give(who, FIRST, vaccine=BIBP)
    assert completed(clinic) == {}
    clinic.laptop.give(who, SECOND, vaccine=BIBP)
    assert completed(clinic) == {("", may(SECOND)): 1}
    assert completed(clinic, GROUP) == {("grp-health", may(SECOND)): 1}
    assert completed(clinic, VACCINE) == {(BIBP, may(SECOND)): 1}


def test_two_doses_on_two_days_are_no_course_where_the_second_came_too_early(
    clinic: Clinic,
) -> None:
    who = somebody(clinic)
    clinic.laptop.give(who, FIRST, vaccine=BIBP)
    clinic.laptop.give(who, EARLY, vaccine=BIBP)
    assert completed(clinic) == {}


def test_what_a_supervisor_decides_of_an_early_dose_counts(clinic: Clinic) -> None:
    who = somebody(clinic)
    clinic.laptop.give(who, FIRST, vaccine=BIBP)
    clinic.laptop.give(who, EARLY, vaccine=BIBP)
    assert completed(clinic) == {}
    ground = clinic.ground
    publish_rosters(
        clinic.world.store, judge_by(ground.programme, ground.catalogue), now_s=NOON_DAY_21
    )
    case = judge(clinic.world, the_case(clinic.world), Way.ACCEPTED)
    assert completed(clinic) == {("", may(EARLY)): 1}
    judge(clinic.world, case, Way.UNDONE)
    assert completed(clinic) == {}


def test_what_is_struck_through_erased_or_corrected_moves_it(clinic: Clinic) -> None:
    who = somebody(clinic)
    clinic.laptop.give(who, FIRST, vaccine=BIBP)
    second = clinic.laptop.give(who, SECOND, vaccine=BIBP)
    clinic.laptop.add(ClientAmended(who, "key_group", "grp-health", "grp-retail"))
    assert completed(clinic, GROUP) == {("grp-retail", may(SECOND)): 1}
    clinic.laptop.add(DoseVoided(second, "typed wrong"))
    assert completed(clinic) == {}
    clinic.laptop.give(who, SECOND, vaccine=BIBP)
    assert completed(clinic) == {("", may(SECOND)): 1}
    erased(clinic.world.store, clinic.laptop, who)
    assert completed(clinic) == {}


def test_two_registrations_of_one_person_are_one(clinic: Clinic) -> None:
    one, two = somebody(clinic), somebody(clinic, "王二")
    clinic.laptop.give(one, FIRST, vaccine=BIBP)
    clinic.laptop.give(two, SECOND, vaccine=BIBP)
    assert completed(clinic) == {}
    clinic.laptop.add(ClientLinked(one, two, "same"))
    assert completed(clinic) == {("", may(SECOND)): 1}


def test_a_rebuild_and_looking_again_change_nothing(clinic: Clinic) -> None:
    who = somebody(clinic)
    clinic.laptop.give(who, FIRST, vaccine=BIBP)
    clinic.laptop.give(who, SECOND, vaccine=BIBP)
    before = completed(clinic)
    rebuild(clinic.world.store)
    assert completed(clinic) == before == {("", may(SECOND)): 1}


def test_a_day_that_was_reported_is_restated_when_a_course_is_whole_after_all(
    clinic: Clinic,
) -> None:
    who = somebody(clinic)
    clinic.laptop.give(who, FIRST, vaccine=BIBP)
    second = clinic.laptop.give(who, SECOND, vaccine=BIBP)
    completed(clinic)
    with clinic.world.store.writing() as connection:
        publish(connection, to_day(may(SECOND)) or 0, NOON_DAY_21)
    clinic.laptop.add(DoseVoided(second, "typed wrong"))
    completed(clinic)
    with clinic.world.store.reading() as connection:
        figures = read_report(connection, may(SECOND)).day.figures
    assert figures.said is not None
    assert (figures.said.completed, figures.known.completed) == (1, 0)


@pytest.mark.parametrize("vaccine", ["covid-ad5-cansino"])
def test_a_course_of_one_dose_is_whole_at_once(clinic: Clinic, vaccine: str) -> None:
    clinic.laptop.give(somebody(clinic), FIRST, vaccine=vaccine)
    assert completed(clinic) == {("", may(FIRST)): 1}
