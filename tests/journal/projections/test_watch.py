"""A watch begins with every dose given here and now, and keeps the running time it began at."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain.immunization import DoseSource
from fieldapp.journal.journal import Journal
from fieldapp.journal.projections.watch import step_s
from fieldapp.wire.events import FLAG_IMPORTED
from fieldapp.wire.facts import WatchEnded, WatchResumed
from tests.journal.laptop import NURSE, Laptop, dose_of, give, register


def watched(journal: Journal) -> int:
    return journal.db.number("SELECT count(*) FROM watch")


def running(journal: Journal) -> tuple[int, int]:
    boot, ran_s = journal.db.rows("SELECT boot, ran_s FROM running")[0]
    return boot, ran_s


@given(before=st.integers(0, 10**6), after=st.integers(0, 10**6))
def test_the_running_time_only_grows_and_never_by_more_than_passed(before: int, after: int) -> None:
    assert 0 <= step_s(before, after) <= after


def test_a_dose_given_here_begins_a_watch(journal: Journal) -> None:
    give(journal, register(journal))
    assert watched(journal) == 1


@pytest.mark.parametrize("source", [DoseSource.LATE_ENTRY, DoseSource.ELSEWHERE])
def test_a_late_entry_and_a_dose_given_elsewhere_begin_none(
    journal: Journal, source: DoseSource
) -> None:
    fact = replace(dose_of(journal, register(journal)), source=source)
    journal.append([fact], user=NURSE.login)
    assert watched(journal) == 0


def test_an_import_begins_none(journal: Journal) -> None:
    give(journal, register(journal), row=bytes(16))
    journal.append([dose_of(journal, register(journal))], user="nurse.test", flags=FLAG_IMPORTED)
    assert watched(journal) == 0


def test_a_watch_ends_with_who_said_so_and_can_go_on(journal: Journal) -> None:
    dose = journal.ref(give(journal, register(journal)))
    journal.append([WatchEnded(dose, "early", "must-go")], user=NURSE.login)
    ended = journal.db.rows("SELECT outcome, reason, ended_by FROM watch")
    assert ended == [("early", "must-go", NURSE.login)]
    journal.append([WatchResumed(dose)], user=NURSE.login)
    assert journal.db.rows("SELECT outcome, reason, ended_by FROM watch") == [(None, None, None)]


def test_the_running_time_goes_on_through_starts_of_program_and_machine(laptop: Laptop) -> None:
    boot, ran_s = running(laptop.open())
    laptop.close()
    laptop.clock.uptime += 100
    assert running(laptop.open()) == (boot, ran_s + 100)
    laptop.close()
    laptop.clock.restart(b"boot-two--------")
    laptop.clock.uptime = 40
    assert running(laptop.open()) == (boot + 1, ran_s + 140)


def test_a_machine_without_a_name_for_its_boots_is_known_to_have_started_by_its_uptime(
    laptop: Laptop,
) -> None:
    boot, ran_s = running(laptop.open())
    laptop.close()
    laptop.clock.uptime = 7
    assert running(laptop.open()) == (boot + 1, ran_s + 7)
