"""The board at work: one key releases, nobody is forgotten, no clock or restart loses anybody."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication

from fieldapp.actions.end_watch import WELL, end_watch
from fieldapp.actions.open_session import open_session
from fieldapp.actions.void_dose import void_dose
from fieldapp.domain.client import Document
from fieldapp.journal import drafts, watched_note, watches
from fieldapp.journal.journal import Journal
from fieldapp.ui.watch import flow as watch_flow
from fieldapp.wire.facts import SessionClosed
from tests.journal.laptop import NURSE, Laptop, register
from tests.ui.hands import click
from tests.ui.watch.conftest import Key, Watch

WANG = Document("cn-resident-id", "370826198001010014")


def ended(watch: Watch) -> list[tuple[object, ...]]:
    rows = watch.practice.journal.db.rows("SELECT outcome, reason, ended_by FROM watch ORDER BY no")
    return [row for row in rows if row[0] is not None]


def test_one_key_releases_and_the_next_who_may_leave_has_the_focus(watch: Watch) -> None:
    for name in ("Test One", "Test Two", "Test Three"):
        watch.give(name)
    watch.wait(31)
    assert watch.focused() == "Test One"
    watch.key(Key.Key_F9)
    assert watch.keys == 1
    assert ended(watch) == [("well", None, NURSE.login)]
    assert (watch.names(), watch.focused()) == (["Test Two", "Test Three"], "Test Two")
    print("release from watch: 1 key")


def test_a_key_held_down_or_pressed_twice_releases_one(watch: Watch) -> None:
    watch.give("Test One")
    watch.give("Test Two")
    watch.wait(31)
    watch.key(Key.Key_F9)
    watch.key(Key.Key_F9)  # at once: the eyes have not seen the next name yet
    assert watch.names() == ["Test Two"]
    watch.look()
    watch.key(Key.Key_F9)
    assert watch.names() == []


def test_a_scanner_never_releases_anybody(watch: Watch) -> None:
    watch.give("Test One")
    watch.wait(31)
    watch.scan("370826198001010014")
    watch.scan("  a name with blanks  ")
    assert ended(watch) == []


def test_before_the_time_is_over_a_reason_is_asked(watch: Watch) -> None:
    watch.give("Test One")
    watch.wait(10)
    watch.key(Key.Key_F9)
    assert watch.screen.reason.title.text() == "Test One leaves early (20 min left). Why?"
    watch.key(Key.Key_2)
    watch.key(Key.Key_F9)
    assert ended(watch) == [("early", "boat-leaves", NURSE.login)]
    assert watch.screen.on_board and watch.names() == []


def test_escape_leaves_the_question_and_the_person_where_they_were(watch: Watch) -> None:
    watch.give("Test One")
    watch.key(Key.Key_F9)
    watch.key(Key.Key_Escape)
    assert watch.screen.on_board and watch.names() == ["Test One"]
    assert ended(watch) == []


def test_the_last_to_leave_comes_back_by_undo(watch: Watch) -> None:
    watch.give("Test One")
    watch.wait(31)
    watch.key(Key.Key_F9)
    assert "Test One left well" in watch.screen.board.said.text()
    watch.key(Key.Key_Z, ctrl=True)
    assert (watch.names(), ended(watch)) == (["Test One"], [])
    assert not watch.screen.board.undo.isVisible()


def test_the_focus_stays_with_whom_it_was_taken_to_by_hand(watch: Watch) -> None:
    for name in ("Test One", "Test Two", "Test Three"):
        watch.give(name)
    watch.key(Key.Key_Right)
    assert watch.focused() == "Test Two"
    watch.wait(31)
    assert watch.focused() == "Test Two"
    watch.key(Key.Key_F9)
    assert watch.focused() == "Test One"


def test_the_clock_of_a_person_survives_a_restart_of_the_laptop(
    opened: Callable[[], Watch], laptop: Laptop
) -> None:
    before = opened()
    before.give("Test One")
    before.wait(10)
    before.flow.stop()
    before.screen.hide()
    laptop.close()
    laptop.clock.restart(b"boot-two--------")
    laptop.clock.wall += timedelta(minutes=5)
    after = opened()
    (card,) = after.screen.board.cards
    assert card.left.text() == "15 min left"
    assert "was off meanwhile" in card.note.text()


def test_a_clock_that_jumps_releases_nobody_early_and_is_said(watch: Watch) -> None:
    watch.give("Test One")
    watch.laptop.clock.wall += timedelta(days=365)
    watch.wait(10)
    (card,) = watch.screen.board.cards
    assert card.left.text() == "20 min left"
    assert (
        "Clock doubtful" in card.note.text() and "Clock doubtful" in watch.screen.board.rule.text()
    )


def test_a_voided_dose_leaves_the_board(watch: Watch) -> None:
    dose = watch.give("Test One")
    void_dose(watch.practice.journal, dose, "wrong-person", user=NURSE.login)
    watch.look()
    assert watch.names() == []
    assert watch.screen.board.title.text() == "Nobody is being watched"


def test_somebody_is_found_on_the_board_by_document_or_name(watch: Watch) -> None:
    watch.give("Test One")
    watch.give("Test Two", WANG)
    watch.give("Test Three")
    watch.scan(WANG.number)
    assert watch.focused() == "Test Two"
    watch.scan("test three")
    assert watch.focused() == "Test Three"
    watch.scan("nobody known")
    assert "Nobody of this laptop" in watch.screen.board.said.text()


def test_what_cannot_be_a_document_is_said(watch: Watch) -> None:
    watch.scan("370826198001010015")
    assert "check digit" in watch.screen.board.said.text()


def test_somebody_not_on_the_board_is_offered_with_their_doses(watch: Watch) -> None:
    client = register(watch.practice.journal, "Test One", WANG)
    watch.give_again(client, source=1)
    watch.scan(WANG.number)
    assert watch.screen.choice.title.text() == "Test One: a reaction to which dose?"
    watch.key(Key.Key_1, alt=True)
    assert watch.screen.reaction.title.text() == "Reaction: Test One"


def test_several_who_may_be_meant_are_not_guessed(watch: Watch) -> None:
    for name in ("Zhang Test", "Zhang Testa"):
        register(watch.practice.journal, name)
    watch.scan("zhang")
    assert "Several people" in watch.screen.board.said.text()


def test_those_of_a_closed_session_are_let_go_together(watch: Watch) -> None:
    journal = watch.practice.journal
    open_session(journal, label="s-1", place="Pier", operation=1, programme="p", user="n")
    for name in ("Test One", "Test Two"):
        watch.give(name, session="s-1")
    journal.append([SessionClosed("s-1")], user=NURSE.login)
    watch.wait(31)
    board = watch.screen.board
    assert board.forgotten_words.text() == "2 people of a closed session were not released"
    click(board.forgotten)
    watch.settle()
    assert [row[0] for row in ended(watch)] == ["unseen", "unseen"]
    watch.look()
    assert not board.forgotten.isVisible()


def test_it_is_said_once_when_somebody_may_leave(
    watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(watch_flow, "announce", lambda _widget, words: said.append(words))
    watch.give("Test One")
    watch.wait(31)
    watch.look()
    assert said == ["May leave: Test One"]


def test_a_sound_is_made_only_where_somebody_wants_it(
    watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    beeps: list[bool] = []
    monkeypatch.setattr(QApplication, "beep", lambda: beeps.append(True))
    watch.give("Test One")
    watch.wait(31)
    assert not beeps
    click(watch.screen.board.sound)
    watch.settle()
    assert watch.screen.board.sound.text() == "Sound: on"
    watch.give("Test Two")
    watch.wait(31)
    assert beeps == [True]


def test_the_lock_knows_how_many_are_watched_and_no_name(watch: Watch) -> None:
    home, clock = watch.practice.journal.home, watch.laptop.clock
    watch.give("Test One")
    watch.give("Test Two")
    assert watched_note.read(home, clock.now()) == 2
    assert b"Test" not in (home / watched_note.NOTE_FILE).read_bytes()
    watch.wait(31)
    watch.key(Key.Key_F9)
    assert watched_note.read(home, clock.now()) == 1


def test_the_timer_waits_for_the_next_who_may_leave_and_stands_still_when_nobody_waits(
    watch: Watch,
) -> None:
    timer = watch.flow._timer
    assert not timer.isActive()
    watch.give("Test One")
    assert timer.isActive() and timer.interval() == watch_flow.LOOK_MS
    watch.laptop.clock.pass_s(30 * 60 - 5)
    watch.look()
    assert timer.interval() == 5000
    watch.wait(1)
    assert timer.interval() == watch_flow.LOOK_MS
    watch.flow.stop()
    assert not timer.isActive()


def test_forty_people_are_all_reached_by_keys(watch: Watch) -> None:
    for number in range(40):
        watch.give(f"Test {number:02}")
    assert len(watch.names()) == 40
    for _ in range(20):
        watch.key(Key.Key_PageDown)
    assert watch.focused() == "Test 39"
    last = watch.screen.board.cards[-1]
    assert not last.visibleRegion().isEmpty()
    watch.key(Key.Key_Up)
    watch.key(Key.Key_Left)
    assert watch.focused() == "Test 35"


def test_a_dose_that_was_released_elsewhere_is_said_and_nothing_breaks(watch: Watch) -> None:
    dose = watch.give("Test One")
    watch.wait(31)
    journal: Journal = watch.practice.journal
    end_watch(journal, [dose], WELL, user="lead.test")
    watch.key(Key.Key_F9)
    assert "not being watched any more" in watch.screen.board.said.text()
    assert not watches.is_going_on(journal, dose)


def test_nothing_is_kept_of_a_form_that_was_only_looked_at(watch: Watch) -> None:
    watch.give("Test One")
    watch.key(Key.Key_F6)
    watch.key(Key.Key_Escape)
    assert drafts.names(watch.practice.journal, "reaction") == []
