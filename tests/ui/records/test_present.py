"""What is on record, in words: every state, correction and doubt is said."""

from __future__ import annotations

from dataclasses import replace

from fieldapp.actions.put_aside import PutAside
from fieldapp.domain.immunization import ImmunizationStatus
from fieldapp.domain.message import Fate, MessagesKnown, SentMessage
from fieldapp.domain.message import Kind as MessageKind
from fieldapp.ui.records import present
from fieldapp.ui.records.state import Kind
from tools.screens.people import NOW, dose, practice, wang
from tools.screens.records import _found, twin

CATALOGUE = practice().catalogue


def test_a_person_has_registration_doubts_links_and_records_newest_first() -> None:
    state = present.person_list(CATALOGUE, _found(), NOW)
    assert state.title == "Records of 王海波 Wang Haibo"
    kinds = [line.kind for line in state.lines]
    assert kinds == [Kind.PERSON, Kind.PAIR, Kind.PAIR, Kind.DOSE, Kind.STRUCK, Kind.DOSE]
    assert state.lines[1].words.startswith("Perhaps the same")
    assert state.lines[2].words.startswith("The same person")
    assert state.lines[3].detail == "confirmed by hub · li-na"
    assert "Paper card · 济宁市任城区" in state.lines[5].words


def test_a_dose_not_given_can_be_struck_and_not_corrected() -> None:
    found = _found()
    refused = replace(dose(1), status=ImmunizationStatus.NOT_DONE, reason="refused")
    record = replace(found.records[2], event=refused, number=None)
    line = present.person_list(CATALOGUE, replace(found, records=(record,)), NOW).lines[-1]
    assert line.kind is Kind.NOT_GIVEN
    assert (line.may_strike, line.may_amend) == (True, False)
    assert "not given: The person refused" in line.words


def test_what_is_put_aside_says_why() -> None:
    nameless = replace(twin(), details=replace(twin().details, name=""))
    held = [PutAside(nameless, None, "missing-name"), PutAside(wang(), dose(0), "no-such-code")]
    first, second = present.aside_list(CATALOGUE, held, NOW).lines
    assert first.words == "Registration: no name"
    assert first.notes == ("The person has no name. Correct the registration.",)
    assert second.notes == ("The hub put it aside. Ask the supervisor.",)


def test_what_is_decided_is_news_and_asks_for_nothing() -> None:
    held = [
        PutAside(wang(), dose(0), "set-aside"),
        PutAside(wang(), None, "decided-one-dose", found=True),
    ]
    state = present.aside_list(CATALOGUE, held, NOW)
    assert state.lead == "The supervisor decided about these records. Nothing is to do."
    assert [line.tone for line in state.lines] == ["info", "info"]
    assert state.lines[1].notes == (
        "The supervisor decided: one dose, written twice. It counts once.",
    )
    mixed = present.aside_list(CATALOGUE, [*held, PutAside(wang(), None, "future-date")], NOW)
    assert mixed.lead != state.lead and mixed.lines[2].tone == "wait"


def test_people_who_may_be_meant_are_offered() -> None:
    (line,) = present.people_list([twin()], NOW.date()).lines
    assert (line.kind, line.words, line.notes) == (Kind.PERSON, "王海博", ())


def test_what_the_hub_wrote_comes_last_and_cannot_be_corrected() -> None:
    sent = SentMessage("cn-inactivated", 2, MessageKind.DUE, NOW.date(), Fate.SENT)
    found = replace(_found(), messages=MessagesKnown(NOW, (sent,), opted_out=True))
    message, wish = present.person_list(CATALOGUE, found, NOW).lines[-2:]
    assert {message.kind, wish.kind} == {Kind.MESSAGE}
    assert message.words.endswith("no report yet that it arrived · Dose 2")
    assert wish.words == "Wants no messages"
    assert not (message.may_amend or message.may_strike)
