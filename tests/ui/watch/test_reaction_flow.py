"""A reaction in three keys; the rest later, by anybody; nothing half written is lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtWidgets import QWidget

from fieldapp.actions.consult import consult
from fieldapp.actions.report_reaction import report_reaction
from fieldapp.domain.adverse_event import AdverseEvent, ReactionDetails
from fieldapp.domain.client import Document
from fieldapp.domain.schedule.advice import Verdict
from fieldapp.journal import drafts, reactions
from fieldapp.journal.verify import verify
from tests.journal.laptop import NURSE, Laptop, register
from tests.ui.hands import click, write
from tests.ui.watch.conftest import Key, Watch

WANG = Document("cn-resident-id", "370826198001010014")
FAINTED = ReactionDetails(("syncope",), serious=False)


def told(watch: Watch) -> list[AdverseEvent]:
    return reactions.all_reports(watch.practice.journal)


def form_is_open(watch: Watch) -> bool:
    return watch.screen.pages.currentWidget() is watch.screen.reaction


def type_into(field: QWidget, text: str) -> None:
    field.setFocus()
    write(field, text)


def test_a_reaction_takes_three_keys(watch: Watch) -> None:
    dose = watch.give("Test One")
    watch.wait(4)
    watch.key(Key.Key_F6)  # the form
    watch.keys = 0
    watch.key(Key.Key_1)  # what was seen
    watch.key(Key.Key_F7)  # serious? none of these
    watch.key(Key.Key_F9)  # save
    assert watch.keys == 3
    (event,) = told(watch)
    assert (event.dose_id, event.reported_by) == (dose, NURSE.login)
    onset = datetime(2021, 8, 1, 12, 4)
    assert event.details == ReactionDetails(("syncope",), onset=onset, serious=False)
    assert watch.screen.on_board and watch.names() == ["Test One"]
    (card,) = watch.screen.board.cards
    assert card.note.text() == "Reported: Fainting, dizziness"
    assert verify(watch.practice.journal).ok
    print("AEFI: 1 key opens the form, 3 keys report the reaction")


def test_serious_is_really_asked(watch: Watch) -> None:
    watch.give("Test One")
    watch.key(Key.Key_F6)
    watch.key(Key.Key_F9)
    assert "What was seen?" in watch.screen.reaction.message.text()
    watch.key(Key.Key_3)
    watch.key(Key.Key_F9)
    assert "Was it serious?" in watch.screen.reaction.message.text()
    assert form_is_open(watch) and told(watch) == []


def test_a_serious_one_says_why_goes_to_hospital_and_stops_the_next_dose(watch: Watch) -> None:
    journal = watch.practice.journal
    client = register(journal, "Test One", birth_date=date(1980, 5, 17))
    watch.give_again(client)
    watch.key(Key.Key_F6)
    watch.key(Key.Key_3)
    watch.key(Key.Key_2, alt=True)
    assert watch.screen.reaction.save.text() == "Save serious report"
    watch.key(Key.Key_F6)
    watch.key(Key.Key_F9)
    (event,) = told(watch)
    assert (event.details.serious, event.details.criteria) == (True, ("life-threatening",))
    assert journal.db.rows("SELECT outcome FROM watch") == [("hospital",)]
    assert watch.names() == []
    watch.laptop.clock.pass_s(40 * 86_400)
    all_no = {question.id: False for question in watch.practice.questions}
    assert consult(watch.practice, client, all_no).advice.verdict is Verdict.DO_NOT_GIVE


def test_a_grave_one_is_red_on_the_board_and_not_the_one_to_release(watch: Watch) -> None:
    first = watch.give("Test One")
    watch.give("Test Two")
    grave = ReactionDetails(("anaphylaxis",), serious=True, criteria=("life-threatening",))
    clock = watch.laptop.clock
    report_reaction(watch.practice.journal, first, grave, clock=clock, user=NURSE.login)
    watch.wait(31)
    card = watch.screen.board.cards[0]
    assert (card.left.text(), card.left.property("tone")) == ("Severe reaction", "stop")
    assert watch.focused() == "Test Two"


def test_the_rest_is_filled_in_later_by_somebody_else(watch: Watch) -> None:
    dose = watch.give("Test One")
    clock = watch.laptop.clock
    report_reaction(watch.practice.journal, dose, FAINTED, clock=clock, user="lead.test")
    watch.look()
    watch.key(Key.Key_F4)
    assert "still to ask: when it began, the outcome" in (
        watch.screen.choice.buttons[0].accessibleDescription()
    )
    watch.key(Key.Key_1, alt=True)
    assert watch.screen.reaction.note.text() == "Still to ask: when it began, the outcome"
    form = watch.screen.reaction
    form.outcome.choose("recovered")
    type_into(form.texts["onset"].edit, "12:00")
    watch.key(Key.Key_F4)
    type_into(form.texts["reporter"].edit, "her mother")
    watch.key(Key.Key_F9)
    (event,) = told(watch)
    assert (event.reported_by, event.follow_ups) == ("lead.test", 1)
    assert (event.details.outcome, event.details.reporter) == ("recovered", "her mother")


def test_the_card_of_somebody_reported_adds_to_that_report(watch: Watch) -> None:
    dose = watch.give("Test One")
    clock = watch.laptop.clock
    report_reaction(watch.practice.journal, dose, FAINTED, clock=clock, user="lead.test")
    watch.look()
    assert watch.screen.board.cards[0].reaction.text() == "Add to report…"
    watch.key(Key.Key_F6)
    watch.key(Key.Key_2)
    watch.key(Key.Key_F9)
    (event,) = told(watch)
    assert event.details.reactions == ("syncope", "urticaria")


def test_a_half_written_report_comes_back_after_a_crash(
    opened: Callable[[], Watch], laptop: Laptop
) -> None:
    before = opened()
    before.give("Test One")
    before.key(Key.Key_F6)
    before.key(Key.Key_2)
    type_into(before.screen.reaction.texts["treatment"].edit, "lying down")
    before.screen.reaction.setFocus()
    before.settle()
    before.screen.hide()
    laptop.close()  # no goodbye: the battery is empty
    after = opened()
    assert after.screen.board.cards[0].reaction.text() == "Go on writing…"
    after.key(Key.Key_F6)
    form = after.screen.reaction.typed()
    assert (form.reactions, form.treatment) == (("urticaria",), "lying down")
    assert "half written" in after.screen.reaction.note.text()
    after.key(Key.Key_F7)
    after.key(Key.Key_F9)
    assert [event.details.treatment for event in told(after)] == ["lying down"]
    assert drafts.names(after.practice.journal, "reaction") == []


def test_escape_keeps_what_is_in_a_field_that_was_not_left(watch: Watch) -> None:
    watch.give("Test One")
    watch.key(Key.Key_F6)
    type_into(watch.screen.reaction.texts["comment"].edit, "pale")
    watch.key(Key.Key_Escape)
    assert watch.screen.on_board
    watch.look()
    watch.key(Key.Key_F6)
    assert watch.screen.reaction.typed().comment == "pale"


def test_of_two_doses_in_one_visit_it_is_asked_which(watch: Watch) -> None:
    client = register(watch.practice.journal, "Test One")
    watch.give_again(client)
    other = watch.give_again(client, vaccine="flu-inactivated")
    watch.key(Key.Key_F6)
    assert watch.screen.choice.title.text() == "Test One: a reaction to which dose?"
    watch.key(Key.Key_2, alt=True)
    watch.key(Key.Key_1)
    watch.key(Key.Key_F7)
    watch.key(Key.Key_F9)
    assert [event.dose_id for event in told(watch)] == [other]


def test_a_report_can_be_struck_through_with_a_reason(watch: Watch) -> None:
    dose = watch.give("Test One")
    clock = watch.laptop.clock
    report_reaction(watch.practice.journal, dose, FAINTED, clock=clock, user=NURSE.login)
    watch.look()
    watch.key(Key.Key_F6)
    click(watch.screen.reaction.withdraw)
    watch.key(Key.Key_Escape)
    assert form_is_open(watch)
    click(watch.screen.reaction.withdraw)
    watch.key(Key.Key_1)
    watch.key(Key.Key_F9)
    assert told(watch)[0].withdrawn == "wrong-person"
    assert watch.screen.on_board
    watch.look()
    assert watch.screen.board.cards[0].reaction.text() == "Reaction…"
    watch.key(Key.Key_F4)
    watch.key(Key.Key_1, alt=True)
    assert not form_is_open(watch)  # to be seen, not to be written on
    assert "struck through" in watch.screen.choice.message.text()


def test_a_reaction_that_began_before_the_dose_or_tomorrow_is_refused_in_words(
    watch: Watch,
) -> None:
    watch.give("Test One")
    watch.key(Key.Key_F6)
    watch.key(Key.Key_1)
    watch.key(Key.Key_F7)
    onset = watch.screen.reaction.texts["onset"].edit
    for typed, said in (
        ("11:00", "before the dose"),
        ("2021-08-02 09:00", "lies in the future"),
        ("noon", "write HH:MM"),
    ):
        onset.setText(typed)
        watch.key(Key.Key_F9)
        assert said in watch.screen.reaction.message.text()
    assert told(watch) == []


def test_a_lock_keeps_the_draft_of_a_form_that_is_open(
    opened: Callable[[], Watch], laptop: Laptop
) -> None:
    before = opened()
    before.give("Test One")
    before.key(Key.Key_F6)
    type_into(before.screen.reaction.texts["comment"].edit, "pale")
    before.flow.stop()
    before.screen.hide()
    before.lane.wait()
    laptop.close()
    after = opened()
    after.key(Key.Key_F6)
    assert after.screen.reaction.typed().comment == "pale"
