"""What the journal answers, in the words and marks that the desk shows; nothing is left unsaid."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from fieldapp.actions.find_duplicates import Duplicate, Likeness
from fieldapp.actions.known_history import History
from fieldapp.actions.system_clock import SystemClock
from fieldapp.domain.adverse_event import AdverseEvent, ReactionDetails
from fieldapp.domain.immunization import DoseSource, ImmunizationStatus, VaccineLot
from fieldapp.domain.lot import LotState
from fieldapp.domain.message import Fate, Kind, MessagesKnown, SentMessage
from fieldapp.domain.vial_advice import VialDoubt
from fieldapp.journal.lots import LotDecision
from fieldapp.ui.desk import present
from fieldapp.ui.desk.state import PersonPageState
from tools.screens.people import BIBP, NOW, chen, consultation, dose, practice, wang

ALL_NO = dict.fromkeys(("fever", "severe-reaction", "other-vaccine", "neurological"), False)


class SiteClock(SystemClock):
    """A clock that stands in China, wherever the tests run."""

    def utc_offset_min(self) -> int:
        return 480


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


def test_the_dose_that_is_due_says_whether_a_message_went_out() -> None:
    at = consultation(23, ALL_NO, BIBP, wang())
    sent = SentMessage("cn-inactivated", 2, Kind.DUE, NOW.date(), Fate.DELIVERED)
    at = replace(at, history=replace(at.history, messages=MessagesKnown(NOW, (sent,))))
    shown = present.person_page(practice(), at, ALL_NO, "left-deltoid", NOW).person.history
    assert shown[-1].words == "Dose 2 due · message delivered 22 Nov"


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


def test_a_vial_with_hours_says_until_when_it_may_be_used() -> None:
    at = consultation(None, {}, "mr-live", wang())
    assert at.vial is not None
    at = replace(at, vial=replace(at.vial, doses=10, doses_left=1, opened_at=NOW))
    rules = replace(practice(), clock=SiteClock())
    shown = present.person_page(rules, at, {}, "left-deltoid", NOW).vial
    assert shown.note == "Last dose of this vial · use before 20:32"


def test_a_vial_in_doubt_is_said_instead_of_give_and_only_a_fact_may_be_recorded() -> None:
    at = consultation(23, ALL_NO, BIBP, wang())
    at = replace(at, doubts=(VialDoubt.RECALLED, VialDoubt.EXPIRED))
    shown = present.person_page(practice(), at, ALL_NO, "left-deltoid", NOW)
    assert (shown.verdict.tone, shown.verdict.title) == ("stop", "Do not use this vial")
    assert "recalled" in shown.verdict.reason and "expired" in shown.verdict.reason
    assert not shown.may_record
    assert shown.may_override and shown.may_write_late


def test_too_early_outranks_the_vial() -> None:
    at = replace(consultation(3, ALL_NO, BIBP, wang()), doubts=(VialDoubt.EXPIRED,))
    shown = present.person_page(practice(), at, ALL_NO, "left-deltoid", NOW)
    assert shown.verdict.title.startswith("Not yet")


def test_an_unsettled_look_alike_turns_the_verdict_amber_and_blocks_nothing() -> None:
    doubt = Duplicate(chen(), Likeness.LOOKS_ALIKE)
    at = replace(consultation(23, ALL_NO, BIBP, wang()), unsettled=(doubt,))
    shown = present.person_page(practice(), at, ALL_NO, "left-deltoid", NOW)
    assert (shown.verdict.tone, shown.verdict.title) == ("wait", "Give dose 2")
    assert "陈晓燕" in shown.verdict.reason
    assert shown.may_record


def test_without_a_vial_nothing_is_overridden() -> None:
    shown = page(23, vial="")
    assert not (shown.may_record or shown.may_override or shown.may_write_late)
    early = page(3, vial="")
    assert early.may_write_late and not early.may_override


def test_doses_of_others_and_corrected_ones_say_so() -> None:
    at = consultation(23, ALL_NO, BIBP, wang())
    other = replace(dose(60, number=5), source=DoseSource.ELSEWHERE, evidence="card")
    mine = at.history.events[0]
    at = replace(at, history=History((other, mine), NOW), amended=frozenset({mine.event_id}))
    first, second, *_ = present.person_page(practice(), at, ALL_NO, "l", NOW).person.history
    assert first.words.startswith("Dose 1 elsewhere")
    assert second.words.startswith("Dose 2, corrected")


def test_doses_of_another_course_are_numbered_by_themselves() -> None:
    at = consultation(23, ALL_NO, BIBP, wang())
    flu = replace(dose(60, number=5), lot=VaccineLot("flu-inactivated", "F1", None))
    at = replace(at, history=History((flu, *at.history.events), NOW))
    shown = present.person_page(practice(), at, ALL_NO, "l", NOW).person.history
    assert [item.words.split(" · ")[0] for item in shown[:2]] == ["Dose 1", "Dose 1"]


def test_an_answer_that_defers_names_the_day() -> None:
    shown = page(23, {**ALL_NO, "other-vaccine": True}).verdict
    assert shown.title == "Not yet: from 7 Dec 2026"
    assert "F4" in shown.reason


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


def test_a_vial_that_the_hub_recalled_is_refused_with_when_and_why() -> None:
    at = consultation(23, ALL_NO, BIBP, wang())
    recall = LotDecision(
        BIBP, "L-1", LotState.RECALLED, "quality", "Notice 4", NOW.astimezone(), "", from_hub=True
    )
    at = replace(at, doubts=(VialDoubt.RECALLED,), recall=recall)
    shown = present.person_page(practice(), at, ALL_NO, "left-deltoid", NOW)
    assert shown.verdict.title == "Do not use this vial"
    assert "Lot L-1 was recalled by the hub on" in shown.verdict.reason
    assert "Its quality is in doubt (Notice 4)." in shown.verdict.reason
