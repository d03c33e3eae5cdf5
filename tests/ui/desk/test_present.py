"""What the journal answers, in the words and marks that the desk shows; nothing is left unsaid."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from fieldapp.actions.find_client import History
from fieldapp.actions.today import TodayRecord
from fieldapp.domain.adverse_event import AdverseEvent, ReactionDetails
from fieldapp.domain.client import ClientDetails, Document
from fieldapp.domain.immunization import ImmunizationStatus
from fieldapp.ui.desk import present
from fieldapp.ui.desk.state import Mark, PersonPageState
from tools.screens.people import BIBP, NOW, chen, consultation, dose, practice, wang

ALL_NO = {"fever": False, "severe-reaction": False, "other-vaccine": False}


def page(
    days_ago: int | None, answers: Mapping[str, bool] = ALL_NO, vial: str = BIBP
) -> PersonPageState:
    at = consultation(days_ago, answers, vial, wang())
    return present.person_page(practice(), at, answers, "left-deltoid", NOW)


@pytest.mark.parametrize(
    ("days_ago", "answers", "tone", "icon", "may_record"),
    [
        (23, ALL_NO, "ok", "circle-check", True),
        (23, {}, "ok", "circle-check", False),
        (3, ALL_NO, "wait", "clock", False),
        (23, {**ALL_NO, "severe-reaction": True}, "stop", "octagon-x", False),
        (23, {**ALL_NO, "fever": True}, "wait", "clock", False),
    ],
    ids=["due", "unasked", "too early", "reaction", "fever"],
)
def test_each_verdict_has_its_tone_its_icon_and_its_key(
    days_ago: int, answers: dict[str, bool], tone: str, icon: str, may_record: bool
) -> None:
    shown = page(days_ago, answers)
    assert (shown.verdict.tone, shown.verdict.icon) == (tone, icon)
    assert shown.may_record is may_record
    assert shown.verdict.rule, "source and edition are always there"


def test_until_all_is_asked_the_reason_says_to_ask_and_nothing_can_be_overridden() -> None:
    shown = page(3, {})
    assert not shown.may_override
    assert "Ask the questions first" in page(23, {}).verdict.reason
    assert page(3).may_override


def test_without_a_vial_nothing_is_recorded_or_overridden() -> None:
    shown = page(23, vial="")
    assert not shown.may_record and not shown.may_override
    assert shown.vial.product == ""


def test_a_person_is_shown_by_masked_document_and_age() -> None:
    shown = page(23).person
    facts = dict(shown.facts)
    assert shown.tag == "✓ ID"
    assert wang().details.documents[0].number not in facts["ID"]
    assert facts["46"] == "years, male"


@pytest.mark.parametrize(
    ("known", "words"),
    [(None, "never reached the hub"), (NOW - timedelta(hours=5), "hub last reached")],
)
def test_a_history_says_how_well_it_is_known(known: datetime | None, words: str) -> None:
    at = consultation(23, ALL_NO, BIBP, wang())
    at = replace(at, history=replace(at.history, known_as_of=known))
    shown = present.person_page(practice(), at, ALL_NO, "left-deltoid", NOW)
    assert words in shown.person.known


def test_no_history_is_unknown_and_never_no_doses() -> None:
    known = page(None).person.known
    assert "unknown here" in known
    assert "Ask" in known


def test_the_timeline_shows_what_was_struck_and_what_comes_next() -> None:
    at = consultation(23, ALL_NO, BIBP, wang())
    struck = replace(dose(40), status=ImmunizationStatus.ENTERED_IN_ERROR, reason="other")
    refused = replace(dose(30), status=ImmunizationStatus.NOT_DONE, reason="fever")
    at = replace(at, history=History((struck, refused, *at.history.events), NOW))
    shown = present.person_page(practice(), at, ALL_NO, "left-deltoid", NOW).person.history
    assert [(item.struck, item.due) for item in shown] == [
        (True, False),
        (True, False),
        (False, False),
        (False, True),
    ]
    assert "struck through" in shown[0].words
    assert "not given" in shown[1].words
    assert shown[2].words.startswith("Dose 1"), "what was not given has no number"
    assert shown[3].words == "Dose 2 due"


def test_the_record_button_says_what_it_records() -> None:
    shown = page(23)
    assert "dose 2" in shown.record
    assert "left" in shown.record


def test_answers_stay_as_given_and_open_as_open() -> None:
    shown = page(23, {"fever": True})
    by_id = {question.id: question.answer for question in shown.questions}
    assert by_id.pop("fever") is True
    assert set(by_id.values()) == {None}


def test_a_vial_of_several_doses_says_how_many_are_left() -> None:
    at = consultation(23, ALL_NO, BIBP, wang())
    assert at.vial is not None
    at = replace(at, vial=replace(at.vial, doses=5, doses_left=2))
    shown = present.person_page(practice(), at, ALL_NO, "left-deltoid", NOW).vial
    assert shown.note == "2 of 5 doses left"
    assert "2026080417" in shown.lot


def test_people_who_may_be_meant_are_told_apart_without_their_numbers() -> None:
    (hit,) = present.hits([chen()], NOW.date())
    assert hit.name == "陈晓燕 Chen Xiaoyan"
    assert "31" in hit.detail and "boat 1234" in hit.detail
    assert chen().details.documents[0].number not in hit.detail


def test_today_counts_doses_and_marks_how_safe_each_record_is() -> None:
    not_given = replace(dose(0, number=1), status=ImmunizationStatus.NOT_DONE, reason="fever")
    void = replace(dose(0, number=2), status=ImmunizationStatus.ENTERED_IN_ERROR, reason="other")
    records = [
        TodayRecord(dose(0), "甲", confirmed=False, dose_number=2),
        TodayRecord(not_given, "乙", confirmed=True, dose_number=None),
        TodayRecord(void, "丙", confirmed=True, dose_number=None),
    ]
    state = present.today_state(practice().catalogue, records, records[0].event.event_id)
    assert state.doses == 1
    assert [item.mark for item in state.items] == [Mark.HERE, Mark.CONFIRMED, Mark.VOIDED]
    assert [item.can_undo for item in state.items] == [True, False, False]
    assert state.items[0].detail == "BIBP · dose 2"
    assert state.items[1].detail == "not given: Fever or acute illness"
    assert state.by_hour == ((14, 1),)


def test_hours_without_a_dose_are_shown_as_empty() -> None:
    records = [
        TodayRecord(dose(0, NOW - timedelta(hours=hours), hours), "甲", False, 1)
        for hours in (0, 3)
    ]
    state = present.today_state(practice().catalogue, records, None)
    assert state.by_hour == ((11, 1), (12, 0), (13, 0), (14, 1))


def test_somebody_new_is_asked_about_doses_elsewhere() -> None:
    banner = present.new_here("", None, NOW)
    assert "any dose before" in banner.reason
    assert "Last contact" not in banner.reason
    assert "Last contact" in present.new_here("", NOW, NOW).reason


def test_a_product_outside_the_catalogue_keeps_its_own_name() -> None:
    assert present.short_name(practice().catalogue, "made-up-9") == "made-up-9"
    details = ClientDetails("甲", (Document("passport", "X1234567"),))
    (hit,) = present.hits([replace(wang(), details=details)], NOW.date())
    assert "X1234567" not in hit.detail


def test_a_person_who_waits_is_shown_until_when() -> None:
    at = replace(consultation(0, ALL_NO, BIBP, wang()), watched_until=NOW)
    person = present.person_page(practice(), at, ALL_NO, "left-deltoid", NOW).person
    assert person.facts[-1] == ("Watched", "until 14:32")


@pytest.mark.parametrize(("serious", "grave"), [(False, False), (True, True)])
def test_a_reaction_stands_at_its_dose_and_a_serious_one_is_red(serious: bool, grave: bool) -> None:
    at = consultation(23, ALL_NO, BIBP, wang())
    told = AdverseEvent(
        reaction_id=b"r" * 32,
        dose_id=at.history.events[0].event_id,
        client_id=b"w" * 32,
        vaccine_id=BIBP,
        details=ReactionDetails(("syncope",), serious=serious),
        reported_at=NOW,
        reported_by="li-na",
    )
    shown = present.person_page(
        practice(), replace(at, reactions=(told,)), ALL_NO, "left-deltoid", NOW
    )
    first = shown.person.history[0]
    assert first.words.endswith("· BIBP · Fainting, dizziness")
    assert first.grave is grave


def test_today_says_until_when_somebody_is_watched() -> None:
    event = dose(0)
    records = [TodayRecord(event, "Test One", False, 1)]
    watched = {event.event_id: NOW + timedelta(minutes=30)}
    (item,) = present.today_state(practice().catalogue, records, None, watched).items
    assert item.detail == "BIBP · dose 1 · watch to 15:02"
