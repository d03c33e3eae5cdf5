"""Pictures of the records page: a person's records, what is put aside, two registrations."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta

from fieldapp.actions.amend_dose import details_of
from fieldapp.actions.find_duplicates import Duplicate, Likeness
from fieldapp.actions.person_records import PersonRecord, PersonRecords
from fieldapp.actions.put_aside import PutAside
from fieldapp.domain.client import Client
from fieldapp.domain.immunization import DoseSource, ImmunizationEvent, ImmunizationStatus
from fieldapp.domain.message import Fate, Kind, MessagesKnown, SentMessage
from fieldapp.journal.corrections import Correction
from fieldapp.journal.doses import DoseState
from fieldapp.journal.keyslots import StaffUser
from fieldapp.ui.language import day
from fieldapp.ui.main_window import MainWindow
from fieldapp.ui.records import forms, present, present_pair, questions
from tools.screens.frame import show_frame
from tools.screens.people import NOW, chen, dose, practice, wang


def _page(window: MainWindow) -> None:
    show_frame(window)
    window.show_room("desk")
    window.show_page("records")


def twin() -> Client:
    """Somebody who may be the person at the desk."""
    details = replace(wang().details, name="王海博", documents=(), phone="+8613900000000")
    return Client(b"t" * 32, details)


def _correction(field: str | None, old: str, new: str, reason: str, second: str = "") -> Correction:
    return Correction(field, old, new, reason, second or None, NOW - timedelta(hours=2), "li-na")


def _record(event: ImmunizationEvent, number: int | None, *made: Correction) -> PersonRecord:
    struck = event.status is ImmunizationStatus.ENTERED_IN_ERROR
    return PersonRecord(event, DoseState.VOIDED if struck else DoseState.CONFIRMED, number, made)


def _found() -> PersonRecords:
    struck = replace(dose(24, number=1), status=ImmunizationStatus.ENTERED_IN_ERROR)
    elsewhere = replace(
        dose(60, number=2), source=DoseSource.ELSEWHERE, evidence="card", place="济宁市任城区"
    )
    return PersonRecords(
        wang(),
        (
            _record(elsewhere, 1),
            _record(struck, None, _correction(None, "", "", "wrong-person", "gao-jun")),
            _record(dose(23), 2, _correction("lot", "202608014", "202608041", "read-again")),
        ),
        (_correction("phone", "+8613900000000", "+8613800000000", "changed"),),
        ((chen(), "same-document"),),
        (Duplicate(twin(), Likeness.LOOKS_ALIKE),),
    )


def _person(window: MainWindow) -> None:
    _page(window)
    window.records.show_records(present.person_list(practice().catalogue, _found(), NOW))
    window.records.list.choose(4)


def _messages(window: MainWindow) -> None:
    """Two messages went out, and then they wanted no more."""
    _page(window)
    days = (NOW.date() - timedelta(days=30), NOW.date() - timedelta(days=2))
    sent = (
        SentMessage("cn-inactivated", 2, Kind.DUE, days[0], Fate.FAILED),
        SentMessage("cn-inactivated", 2, Kind.LAST, days[1], Fate.DELIVERED),
    )
    known = MessagesKnown(NOW - timedelta(hours=3), sent, opted_out=True)
    found = PersonRecords(chen(), (_record(dose(53), 1),), (), (), (), messages=known)
    window.records.show_records(present.person_list(practice().catalogue, found, NOW))


def _decided(window: MainWindow) -> None:
    """What a supervisor decided at the hub about this laptop's people."""
    _page(window)
    held = [
        PutAside(twin(), None, "decided-two-people", found=True),
        PutAside(wang(), None, "decided-one-dose", found=True),
        PutAside(wang(), dose(-30), "set-aside"),
    ]
    window.records.show_records(present.aside_list(practice().catalogue, held, NOW))


def _aside(window: MainWindow) -> None:
    _page(window)
    held = [
        PutAside(replace(twin(), details=replace(twin().details, name="")), None, "missing-name"),
        PutAside(wang(), dose(-30), "future-date"),
    ]
    window.records.show_records(present.aside_list(practice().catalogue, held, NOW))


def _nothing(window: MainWindow) -> None:
    _page(window)
    window.records.show_records(present.aside_list(practice().catalogue, [], NOW))


def _pair(window: MainWindow) -> None:
    _page(window)
    other = PersonRecords(twin(), (), (), (), ())
    state = present_pair.pair(practice().catalogue, _found(), other, direct=False)
    window.records.show_pair(state)


def _amend(window: MainWindow) -> None:
    _page(window)
    staff = [StaffUser("li-na", "李娜 Li Na", "recorder")]
    state = forms.dose_form(practice().catalogue, wang().details.name, details_of(dose(23)), staff)
    window.records.show_form(state)


def _amend_person(window: MainWindow) -> None:
    _page(window)
    window.records.show_form(forms.client_form(chen().details))


def _strike(window: MainWindow) -> None:
    _page(window)
    given = day(NOW.date() - timedelta(days=23))
    window.records.show_reasons(questions.why_strike(f"BIBP · {given}"))


SCREENS: Mapping[str, Callable[[MainWindow], None]] = {
    "records": _person,
    "records-messages": _messages,
    "records-aside": _aside,
    "records-decided": _decided,
    "records-nothing": _nothing,
    "records-pair": _pair,
    "records-amend": _amend,
    "records-amend-person": _amend_person,
    "records-strike": _strike,
}
