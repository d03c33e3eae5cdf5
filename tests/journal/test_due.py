from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from fieldapp.domain.due import CourseStanding
from fieldapp.journal import due
from fieldapp.journal.due import Contact, Stale
from fieldapp.journal.journal import Journal
from fieldapp.journal.verify import verify
from tests.journal.laptop import VACCINE, give, register

TODAY = date(2021, 6, 1)
OPEN = CourseStanding(
    "s", VACCINE, date(2021, 5, 8), None, date(2021, 7, 3), date(2021, 5, 8), 2, TODAY, None
)


def waiting(journal: Journal, most: int = 9, today: date = TODAY) -> list[Stale]:
    due.open_book(journal, b"key")
    return due.stale(journal, today, most)


def count(journal: Journal, *courses: CourseStanding) -> None:
    """Count everybody who waits, with these courses."""
    for who in waiting(journal):
        contact = Contact(who.client_id, "Test", phone="+86138")
        due.put(journal, who, contact, [(course, None) for course in courses])


def test_whoever_got_a_dose_waits_to_be_counted_once(journal: Journal) -> None:
    register(journal)
    one = register(journal)
    give(journal, one)
    assert [who.client_id for who in waiting(journal)] == [one]
    count(journal, OPEN)
    assert waiting(journal) == []
    give(journal, one)
    assert [who.client_id for who in waiting(journal)] == [one]


def test_a_bite_is_no_larger_than_asked(journal: Journal) -> None:
    for _ in range(3):
        give(journal, register(journal))
    assert len(waiting(journal, most=2)) == 2


def test_another_key_begins_from_nothing(journal: Journal) -> None:
    give(journal, register(journal))
    count(journal, OPEN)
    due.open_book(journal, b"another")
    assert due.all_courses(journal) == []
    assert len(due.stale(journal, TODAY, 9)) == 1


def test_an_answer_that_has_run_out_is_counted_anew(journal: Journal) -> None:
    give(journal, register(journal))
    count(journal, replace(OPEN, holds_until=TODAY))
    assert waiting(journal) == []
    assert len(waiting(journal, today=TODAY + timedelta(days=1))) == 1


def test_the_list_holds_who_is_due_by_a_day_and_who_has_none(journal: Journal) -> None:
    for course in (OPEN, replace(OPEN, due=None), replace(OPEN, complete=True)):
        give(journal, register(journal))
        count(journal, course)
    assert [one.course.due for one in due.open_until(journal, TODAY)] == [TODAY, None]
    yesterday = TODAY - timedelta(days=1)
    assert [one.course.due for one in due.open_until(journal, yesterday)] == [None]


def test_one_person_is_found_by_any_registration_and_comes_back_as_put(journal: Journal) -> None:
    one = register(journal)
    give(journal, one)
    count(journal, OPEN)
    (found,) = due.of_client(journal, one)
    assert found.course == OPEN
    assert found.contact.phone == "+86138"
    (who,) = [Stale(found.person, one, 0)]
    due.forget(journal, who)
    assert due.of_client(journal, one) == []


def test_the_book_is_no_projection_and_disturbs_no_proof(journal: Journal) -> None:
    give(journal, register(journal))
    count(journal, OPEN)
    assert verify(journal).problems == ()
    journal.db.run("UPDATE due SET person = 77")
    due.drop_who_is_nobody(journal)
    assert due.all_courses(journal) == []


def test_a_book_begun_anew_counts_everybody_again(journal: Journal) -> None:
    due.begin_anew(journal)  # there was none yet
    give(journal, register(journal))
    count(journal, OPEN)
    assert waiting(journal) == []
    due.begin_anew(journal)
    assert due.all_courses(journal) == []
    assert len(waiting(journal)) == 1
