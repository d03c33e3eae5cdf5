from __future__ import annotations

from datetime import date

from fieldapp.domain.schedule.case import PriorDose
from fieldapp.journal.due_told import drop_told_of_nobody, open_told, remember, remembered
from fieldapp.journal.journal import Journal
from tests.journal.laptop import VACCINE, register

FIRST, SECOND = PriorDose(date(2021, 5, 8), VACCINE), PriorDose(date(2021, 6, 8), VACCINE)


def test_what_was_told_last_is_kept_for_any_registration_of_the_person(journal: Journal) -> None:
    one, other = register(journal), register(journal)
    open_told(journal)
    remember(journal, [other], [FIRST])
    remember(journal, [one], [SECOND])
    assert remembered(journal, [one, other]) == [FIRST, SECOND]
    remember(journal, [one, other], [SECOND])
    assert remembered(journal, [one, other]) == [SECOND]
    remember(journal, [other, one], [])
    assert remembered(journal, [one, other]) == []


def test_of_who_is_not_here_nothing_is_kept(journal: Journal) -> None:
    open_told(journal)
    remember(journal, [b"n" * 32], [FIRST])
    drop_told_of_nobody(journal)
    assert remembered(journal, [b"n" * 32]) == []
