"""Promises of a booking at the desk: found by code or document, told in words, never a refusal."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from fieldapp.domain.client import Document
from fieldapp.journal import clients
from fieldapp.wire.bookings import code_text
from tests.journal.laptop import register
from tests.journal.roster.filled import PASSPORT, booking_day, fill_bookings, seat
from tests.ui.desk.conftest import Desk

CODE = code_text(b"code1")
RESIDENT = Document("cn-resident-id", "11010519491231002X")


def facts(desk: Desk) -> str:
    return desk.screen.person.person.accessibleName()


def test_somebody_new_who_booked_is_asked_for_with_what_they_declared(desk: Desk) -> None:
    fill_bookings(desk.practice.journal, booking_day(desk.practice.journal, [seat()]))
    desk.scan(CODE)
    desk.sees_page(desk.screen.register)
    form = desk.screen.register
    assert (form.nationality.chosen, form.language.chosen, form.group.chosen) == (
        "DEU", "en", "grp-foreigner",
    )  # fmt: skip
    assert form.security.answer is False and form.security.isVisible()
    assert "Booked for 12:00 today." in form.banner.reason.text()
    assert desk.said() == "Booked for 12:00 today."
    form.name.edit.setFocus()
    desk.type("Anna Test")
    desk.key(Qt.Key.Key_F9)
    desk.sees_person("Anna Test")
    assert "Booked 12:00" in facts(desk)
    (client,) = clients.by_document(desk.practice.journal, PASSPORT)
    assert client.details.social_security is False and client.details.nationality == "DEU"


def test_the_document_alone_finds_the_booking_of_somebody_known(desk: Desk) -> None:
    journal = desk.practice.journal
    register(journal, "王小明", RESIDENT)
    fill_bookings(journal, booking_day(journal, [], [seat(document=RESIDENT)]))
    desk.scan(RESIDENT.number)
    desk.sees_person("王小明")
    assert "Booked 12:20" in facts(desk)


def test_a_code_finds_somebody_known(desk: Desk) -> None:
    journal = desk.practice.journal
    register(journal, "王小明", RESIDENT)
    fill_bookings(journal, booking_day(journal, [], [seat(document=RESIDENT)]))
    desk.scan(CODE.lower())
    desk.sees_person("王小明")
    assert desk.said() == "Booked for 12:20 today: early. Go on if there is time."


def test_another_day_is_said_and_nobody_is_sent_away(desk: Desk) -> None:
    journal = desk.practice.journal
    register(journal, "王小明", RESIDENT)
    fill_bookings(journal, booking_day(journal, [seat(document=RESIDENT)], days=2))
    desk.scan(CODE)
    desk.sees_person("王小明")
    assert "not for today" in desk.said()
    assert "Booked 3 Aug 2021 12:00" in facts(desk)


def test_an_unknown_code_says_what_to_do(desk: Desk) -> None:
    desk.scan(CODE)
    desk.sees(lambda: "No booking with this code" in desk.said())
    desk.sees_page(desk.screen.empty)


def test_who_did_not_book_is_a_walk_in_on_a_day_of_bookings(desk: Desk) -> None:
    journal = desk.practice.journal
    register(journal, "王小明", RESIDENT)
    fill_bookings(journal, booking_day(journal, [seat()]))
    desk.scan(RESIDENT.number)
    desk.sees_person("王小明")
    assert "Booked no, walk-in" in facts(desk)


def test_an_answer_that_comes_late_is_dropped(
    desk: Desk, holding: Callable[[], Callable[[], None]]
) -> None:
    journal = desk.practice.journal
    register(journal, "王小明", RESIDENT)
    fill_bookings(journal, booking_day(journal, [seat()]))
    let_go = holding()
    desk.scan(CODE)
    desk.scan(RESIDENT.number)
    let_go()
    desk.sees_person("王小明")
    desk.settle()
    desk.sees_person("王小明")


def test_an_answer_that_comes_after_the_desk_was_cleared_is_dropped(
    desk: Desk, holding: Callable[[], Callable[[], None]]
) -> None:
    fill_bookings(desk.practice.journal, booking_day(desk.practice.journal, [seat()]))
    let_go = holding()
    desk.scan(CODE)
    desk.flow.clear()
    let_go()
    desk.settle()
    desk.sees_page(desk.screen.empty)


def test_an_answer_that_comes_after_somebody_was_chosen_is_dropped(
    desk: Desk, holding: Callable[[], Callable[[], None]]
) -> None:
    journal = desk.practice.journal
    client = register(journal, "王小明", RESIDENT)
    fill_bookings(journal, booking_day(journal, [seat()]))
    let_go = holding()
    desk.scan(CODE)
    desk.screen.client_chosen.emit(client)
    let_go()
    desk.sees_person("王小明")
    desk.settle()
    desk.sees_person("王小明")
