from __future__ import annotations

from dataclasses import replace
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


def test_what_was_decided_of_a_dose_is_kept_with_it(journal: Journal) -> None:
    person = register(journal)
    open_told(journal)
    doses = [replace(FIRST, counts=True), replace(SECOND, counts=False)]
    remember(journal, [person], doses)
    assert remembered(journal, [person]) == doses


def test_a_table_from_before_decisions_were_kept_keeps_what_it_has(journal: Journal) -> None:
    person = register(journal)
    with journal.db.transaction():
        journal.db.run("DROP TABLE IF EXISTS due_told")
        journal.db.run("CREATE TABLE due_told (client_id BLOB, day INTEGER, vaccine TEXT)")
        journal.db.run("INSERT INTO due_told VALUES (?, ?, ?)", person, 18_755, VACCINE)
    open_told(journal)
    open_told(journal)
    assert remembered(journal, [person]) == [FIRST]


def test_of_who_is_not_here_nothing_is_kept(journal: Journal) -> None:
    open_told(journal)
    remember(journal, [b"n" * 32], [FIRST])
    drop_told_of_nobody(journal)
    assert remembered(journal, [b"n" * 32]) == []
