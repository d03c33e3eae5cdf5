"""Promises of the list for callers: the right number, what calls and messages came to."""

from __future__ import annotations

from datetime import date

from fieldapp.hub.due import reading
from fieldapp.hub.due.keeping import bring_up
from fieldapp.hub.due.people import due_lines
from fieldapp.reports.due import NONE_SENT, DueLine
from fieldapp.wire.facts import CallMade, ContactWished
from tests.hub.messages.clinic import BIBP, Clinic

PHONE = "+8613912345678"
TODAY = date(2021, 5, 29)


def told(clinic: Clinic) -> list[DueLine]:
    clinic.world.push_all(clinic.laptop)
    bring_up(clinic.world.store, clinic.ground, clinic.now_s)
    rules = clinic.ground.rules
    with clinic.world.store.reading() as connection:
        lines = reading.page_of(connection, reading.DueFilter(), TODAY, rules, most=10)
        return due_lines(connection, lines, rules, {1: "north"}, TODAY, clinic.now_s)


def test_who_they_are_and_how_to_reach_them(clinic: Clinic) -> None:
    clinic.vaccinate("王一", PHONE)
    (line,) = told(clinic)
    assert (line.name, line.phone, line.place, line.dose) == ("王一", PHONE, "north", 2)
    assert (line.call_state, line.tries, line.last_outcome) == ("call", 0, None)
    assert (line.message, line.message_day) == (NONE_SENT, None)


def test_what_calls_came_to(clinic: Clinic) -> None:
    seq = clinic.vaccinate("王一", PHONE)
    clinic.laptop.add(CallMade(seq, BIBP, 2, "no-answer", phone=PHONE))
    (line,) = told(clinic)
    assert (line.tries, line.last_outcome) == (1, "no-answer")
    assert line.last_caller


def test_who_wants_no_calls_is_not_called(clinic: Clinic) -> None:
    seq = clinic.vaccinate("王一", PHONE)
    clinic.laptop.add(ContactWished(seq, False, True))
    (line,) = told(clinic)
    assert (line.wants_calls, line.wants_messages, line.call_state) == (False, True, "off")


def test_what_became_of_the_newest_message(clinic: Clinic) -> None:
    clinic.vaccinate("王一", PHONE)
    clinic.run()
    (line,) = told(clinic)
    assert (line.message, line.message_kind, line.message_day) == ("sent", "due", TODAY)
