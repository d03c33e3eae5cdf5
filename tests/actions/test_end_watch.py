"""Somebody leaves the watch once, by one word that can be taken back."""

from __future__ import annotations

import pytest

from fieldapp.actions.end_watch import EARLY, WELL, NotWatched, end_watch, resume_watch
from fieldapp.journal import watches
from fieldapp.journal.journal import Journal
from tests.journal.laptop import NURSE, give, register


def test_all_doses_of_a_visit_end_together(journal: Journal) -> None:
    client = register(journal)
    doses = [give(journal, client), give(journal, client)]
    end_watch(journal, doses, WELL, user=NURSE.login)
    assert not any(watches.is_going_on(journal, dose) for dose in doses)


def test_a_second_key_press_ends_nothing_twice(journal: Journal) -> None:
    doses = [give(journal, register(journal))]
    end_watch(journal, doses, EARLY, reason="must-go", user=NURSE.login)
    before = journal.head()
    with pytest.raises(NotWatched):
        end_watch(journal, doses, WELL, user=NURSE.login)
    assert journal.head() == before


def test_a_release_of_the_wrong_person_is_taken_back(journal: Journal) -> None:
    doses = [give(journal, register(journal))]
    end_watch(journal, doses, WELL, user=NURSE.login)
    resume_watch(journal, doses, user=NURSE.login)
    assert watches.is_going_on(journal, doses[0])
    with pytest.raises(NotWatched):
        resume_watch(journal, doses, user=NURSE.login)
