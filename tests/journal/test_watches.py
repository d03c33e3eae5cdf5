"""Whom the board shows: those given a dose here and now whom nobody has released."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fieldapp.domain.watch import LONGEST_OFF_S, standing
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


HALF_HOUR_S = 30 * 60
HAPPENS = st.lists(
    st.tuples(st.sampled_from(["runs", "off", "program", "clock"]), st.integers(1, 3600)),
    max_size=5,
)


@settings(max_examples=30)
@given(HAPPENS, st.lists(st.integers(-(10**9), 10**9), min_size=5, max_size=5))
def test_through_starts_and_jumps_nobody_leaves_early_in_silence_or_is_held(
    tmp_path_factory: pytest.TempPathFactory, happens: list[tuple[str, int]], jumps: list[int]
) -> None:
    """What truly passed is known here, and to no clock of the laptop."""
    laptop = Laptop(tmp_path_factory.mktemp("watched") / "home")
    laptop.set_up()
    journal = laptop.open()
    give(journal, register(journal))
    passed, ran_since_start, was_set = 0, 0, False
    for (what, seconds), jump in zip(happens, jumps, strict=False):
        if what == "clock":
            laptop.clock.wall += timedelta(seconds=jump)
            was_set = was_set or jump != 0
            continue
        passed += seconds
        if what == "off":
            laptop.close()
            laptop.clock.restart(seconds.to_bytes(16, "big"))
            laptop.clock.wall += timedelta(seconds=seconds)
            journal, ran_since_start = laptop.open(), 0
            continue
        laptop.clock.pass_s(seconds)
        ran_since_start += seconds
        if what == "program":
            laptop.close()
            journal = laptop.open()
    (watch,) = watches.going_on(journal)
    stands = standing(watch.elapsed, HALF_HOUR_S)
    laptop.close()
    assert watch.elapsed.ran_s <= passed  # the running time never says more than passed
    assert stands.may_leave or ran_since_start < HALF_HOUR_S  # and holds nobody for long
    if not was_set and passed - watch.elapsed.ran_s <= LONGEST_OFF_S:
        assert stands.left_s == max(0, HALF_HOUR_S - passed)
    if stands.may_leave and passed < HALF_HOUR_S:
        assert was_set and stands.off_s > 0  # only a clock that was set, and it is said
