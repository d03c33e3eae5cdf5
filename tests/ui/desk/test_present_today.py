"""The day in words and marks: how many doses, and how safe each record is."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from fieldapp.actions.today import TodayRecord
from fieldapp.domain.immunization import DoseSource, ImmunizationStatus
from fieldapp.journal.erased_doses import ErasedDose
from fieldapp.ui.desk import present_today
from fieldapp.ui.desk.state import Mark
from tools.screens.people import BIBP, NOW, dose, practice


def test_today_counts_doses_and_marks_how_safe_each_record_is() -> None:
    not_given = replace(dose(0, number=1), status=ImmunizationStatus.NOT_DONE, reason="fever")
    void = replace(dose(0, number=2), status=ImmunizationStatus.ENTERED_IN_ERROR, reason="other")
    records = [
        TodayRecord(dose(0), "甲", confirmed=False, dose_number=2),
        TodayRecord(not_given, "乙", confirmed=True, dose_number=None),
        TodayRecord(void, "丙", confirmed=True, dose_number=None),
    ]
    state = present_today.today_state(practice().catalogue, records, records[0].event.event_id)
    assert state.doses == 1
    assert [item.mark for item in state.items] == [Mark.HERE, Mark.CONFIRMED, Mark.VOIDED]
    assert [item.can_undo for item in state.items] == [True, False, False]
    assert state.items[0].detail == "BIBP · dose 2"
    assert state.items[1].detail == "not given: Fever or acute illness"
    assert state.by_hour == ((14, 1),)


def test_a_dose_of_somebody_erased_by_law_stays_a_dose_of_nobody() -> None:
    erased = ErasedDose(
        b"e" * 32, BIBP, NOW - timedelta(minutes=5), NOW - timedelta(minutes=5), NOW,
        "of-a-newer-hub", is_confirmed=True,
    )  # fmt: skip
    records = [TodayRecord(dose(0), "甲", confirmed=False, dose_number=2)]
    older = replace(erased, vaccine="", recorded_at=NOW - timedelta(hours=9), is_confirmed=False)
    state = present_today.today_state(practice().catalogue, records, None, {}, [erased, older])
    assert state.doses == 2
    assert [item.name for item in state.items] == [
        "甲", "BIBP · erased by law", "a dose · erased by law"
    ]  # fmt: skip
    assert state.items[1].detail == "22 Nov 2026 · of-a-newer-hub"
    assert [item.mark for item in state.items] == [Mark.HERE, Mark.CONFIRMED, Mark.HERE]


def test_hours_without_a_dose_are_shown_as_empty() -> None:
    records = [
        TodayRecord(dose(0, NOW - timedelta(hours=hours), hours), "甲", False, 1)
        for hours in (0, 3)
    ]
    state = present_today.today_state(practice().catalogue, records, None)
    assert state.by_hour == ((11, 1), (12, 0), (13, 0), (14, 1))


def test_a_dose_given_elsewhere_is_no_dose_of_today() -> None:
    other = replace(dose(0), source=DoseSource.ELSEWHERE)
    records = [TodayRecord(other, "甲", confirmed=False, dose_number=1)]
    state = present_today.today_state(practice().catalogue, records, None)
    assert (state.doses, state.by_hour) == (0, ())
    assert state.items[0].detail == "BIBP · dose 1 · elsewhere"


def test_today_says_until_when_somebody_is_watched() -> None:
    event = dose(0)
    records = [TodayRecord(event, "Test One", False, 1)]
    watched = {event.event_id: NOW + timedelta(minutes=30)}
    state = present_today.today_state(practice().catalogue, records, None, watched)
    assert state.items[0].detail == "BIBP · dose 1 · watch to 15:02"
