"""Whom the board shows: those given a dose here and now whom nobody has released."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from fieldapp.journal import watches
from fieldapp.journal.journal import Journal
from fieldapp.wire.facts import (
    DoseAmended,
    DoseVoided,
    SessionClosed,
    SessionOpened,
    WatchEnded,
)
from tests.journal.laptop import NURSE, Laptop, dose_of, give, register

NOW = datetime(2021, 5, 8, 9, 0)  # the fake clock's, at the site


def on_the_board(journal: Journal) -> list[bytes]:
    return [watch.dose.event_id for watch in watches.going_on(journal)]


def test_a_dose_is_on_the_board_until_its_watch_ends(journal: Journal) -> None:
    dose, other = give(journal, register(journal)), give(journal, register(journal))
    assert on_the_board(journal) == [dose, other]
    journal.append([WatchEnded(journal.ref(dose), "well")], user=NURSE.login)
    assert on_the_board(journal) == [other]
    assert watches.is_going_on(journal, other) and not watches.is_going_on(journal, dose)
    assert watches.has_ended(journal, dose) and not watches.has_ended(journal, other)


def test_a_voided_dose_leaves_the_board(journal: Journal) -> None:
    dose = give(journal, register(journal))
    journal.append([DoseVoided(journal.ref(dose), "other")], user=NURSE.login)
    assert on_the_board(journal) == []


def test_a_dose_that_was_given_elsewhere_after_all_leaves_the_board(journal: Journal) -> None:
    dose = give(journal, register(journal))
    journal.append([DoseAmended(journal.ref(dose), "source", 0, 2)], user=NURSE.login)
    assert on_the_board(journal) == []


def test_a_restart_changes_nothing(laptop: Laptop) -> None:
    journal = laptop.open()
    dose = give(journal, register(journal))
    laptop.close()
    laptop.clock.restart(b"boot-two--------")
    laptop.clock.pass_s(600)
    (watch,) = watches.going_on(laptop.open())
    assert watch.dose.event_id == dose
    assert not watch.elapsed.same_boot
    assert (watch.elapsed.ran_s, watch.elapsed.wall_s) == (600, 600)


def test_the_minutes_are_counted_whatever_the_clock_is_set_to(
    journal: Journal, laptop: Laptop
) -> None:
    give(journal, register(journal))
    laptop.clock.pass_s(300)
    laptop.clock.wall += timedelta(days=3650)
    (watch,) = watches.going_on(journal)
    assert watch.elapsed.ran_s == 300 and watch.elapsed.same_boot


def test_a_dose_recorded_some_minutes_late_was_watched_since(journal: Journal) -> None:
    give(journal, register(journal), occurred=NOW - timedelta(minutes=10))
    (watch,) = watches.going_on(journal)
    assert watch.elapsed.before_s == 600 - 59


def test_a_dose_of_another_day_is_not_for_the_board(journal: Journal) -> None:
    give(journal, register(journal), occurred=NOW - timedelta(days=1))
    assert on_the_board(journal) == []


def test_nobody_stays_on_the_board_for_ever(journal: Journal, laptop: Laptop) -> None:
    give(journal, register(journal))
    laptop.clock.pass_s(watches.REACH_S + 1)
    assert on_the_board(journal) == []


def test_a_session_knows_whom_nobody_released_however_long_ago(
    journal: Journal, laptop: Laptop
) -> None:
    journal.append([SessionOpened("s-1", "Pier", 1, "p")], user=NURSE.login)
    client = register(journal)
    fact = replace(dose_of(journal, client), session="s-1")
    released, kept = (journal.append([fact], user=NURSE.login)[0].event_id for _ in range(2))
    give(journal, register(journal))  # of another session
    journal.append([WatchEnded(journal.ref(released), "well")], user=NURSE.login)
    laptop.clock.pass_s(watches.REACH_S + 1)
    journal.append([SessionClosed("s-1")], user=NURSE.login)
    (left,) = watches.not_released(journal, "s-1")
    assert left.dose.event_id == kept and left.session_closed


def test_two_doses_of_one_visit_are_one_person(journal: Journal) -> None:
    client = register(journal)
    give(journal, client)
    give(journal, client)
    give(journal, register(journal))
    assert watches.people(watches.going_on(journal)) == 2
