"""Somebody typed into a blank row is judged with all that is known of them here and in the roster,
and is never made one with somebody who is only similar."""

from __future__ import annotations

from datetime import date

import pytest

from fieldapp.actions.known_history import known_history
from fieldapp.actions.workbook.strangers import ALIKE, DOUBLE
from fieldapp.actions.workbook.walk_ins import Met, met
from fieldapp.domain.client import ClientDetails, Document
from fieldapp.journal import clients
from fieldapp.journal.roster.own import own_registration
from fieldapp.journal.verify import verify
from tests.actions.workbook.made_up import RESIDENT, TODAY, Field, fill
from tests.actions.workbook.test_take_back import GIVEN, planned, records, takes
from tests.journal.laptop import register
from tests.journal.roster.filled import WANG_ID, dose, somebody
from tests.journal.roster.filled import fill as fill_roster

PASSPORT = Document("passport", "E12345678")
BORN = date(1949, 12, 31)
DAY = (TODAY - date(1970, 1, 1)).days
WANG = {**GIVEN, "name": "王小明", "kind": "Resident ID card", "document": WANG_ID.number}


def told(field: Field, name: str, *documents: Document, **more: object) -> Met:
    details = {"birth_date": BORN, **more}
    return met(
        field.operation.journal,
        ClientDetails(name, documents, **details),  # type: ignore[arg-type]  # fields of a person
    )


def test_nobody_known_is_nobody(field: Field) -> None:
    assert told(field, "王小明", WANG_ID) == Met()


def test_the_same_document_under_the_same_name_is_the_same_person(field: Field) -> None:
    ref = b"w" * 16
    fill_roster(field.operation.journal, somebody())
    assert told(field, "王小明", WANG_ID) == Met(ref)
    assert told(field, "Wang Xiaoming", WANG_ID) == Met(ref)
    own = register(field.operation.journal, "刘洋", RESIDENT)
    assert told(field, "Liu Yang", RESIDENT) == Met(own)


def test_name_day_of_birth_and_end_of_the_phone_are_somebody_of_the_roster(field: Field) -> None:
    fill_roster(field.operation.journal, somebody())
    assert told(field, "王小明", PASSPORT, phone="+8613900005678") == Met(b"w" * 16)
    assert told(field, "王小明", PASSPORT, phone="+8613900005679") == Met(like="王小明")
    assert told(field, "王小明", PASSPORT, birth_date=date(1950, 1, 1)) == Met()


@pytest.mark.parametrize("known_here", [True, False])
def test_the_same_document_under_another_name_is_a_question(field: Field, known_here: bool) -> None:
    if known_here:
        register(field.operation.journal, "王小明", WANG_ID, birth_date=BORN)
    else:
        fill_roster(field.operation.journal, somebody())
    assert told(field, "陈静", WANG_ID) == Met(like="王小明")


def test_a_dose_that_the_roster_tells_of_is_not_doubled_by_a_walk_in(field: Field) -> None:
    field.begins()
    fill_roster(field.operation.journal, somebody("王小明", dose(DAY)))
    made = planned(field, fill(field.exports(), {1: WANG}))
    assert [(one.number, one.asks) for one in made.seen.held] == [(1, DOUBLE)]


def test_a_walk_in_of_the_roster_is_judged_by_its_doses_and_recorded_as_that_person_once(
    field: Field,
) -> None:
    field.begins()
    journal = field.operation.journal
    path = field.exports()
    fill_roster(journal, somebody("王小明", dose(DAY - 10)))
    fill(path, {1: WANG})
    made = planned(field, path)
    assert (made.doses, made.seen.early) == (1, (1,))
    takes(field, path)
    own = own_registration(journal, [b"w" * 16])
    assert own is not None
    assert len(known_history(journal, own).events) == 2
    client = clients.get(journal, own)
    assert client is not None
    assert client.details.documents == (WANG_ID,)
    again = planned(field, path)
    assert (again.seen.already_here, again.asked) == (1, frozenset())
    assert not verify(journal).problems


def test_somebody_similar_waits_and_is_somebody_of_their_own_on_a_yes(field: Field) -> None:
    field.knows("王晓明", 40, born=BORN)
    field.begins()
    path = fill(field.exports(), {2: WANG})
    made = planned(field, path)
    assert [(one.number, one.asks, one.like) for one in made.seen.held] == [(2, ALIKE, "王晓明")]
    assert (takes(field, path).waiting, records(field)) == (1, [])
    assert takes(field, path, 2).doses == 1
    assert records(field)[0].client.details.name == "王小明"
