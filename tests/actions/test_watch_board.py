"""The board: who is watched, who may leave first, and that no restart or clock loses anybody."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from fieldapp.actions.consult import Practice
from fieldapp.actions.end_watch import WELL, end_watch
from fieldapp.actions.open_session import open_session
from fieldapp.actions.programme import load_catalogue, load_programme, load_questions
from fieldapp.actions.report_reaction import report_reaction
from fieldapp.actions.watch_board import Board, watch_board
from fieldapp.domain.adverse_event import ReactionDetails
from fieldapp.journal.journal import Journal
from fieldapp.wire.facts import SessionClosed
from tests.journal.laptop import NURSE, Laptop, dose_of, register

NOON = datetime(2021, 8, 1, 12, 0)  # the fake clock's, at the site


def practice_on(journal: Journal, programme: str = "cn-nhc-2021-03-29") -> Practice:
    rules = load_programme(programme)
    return Practice(journal, load_catalogue(), rules, load_questions(), journal.clock)


@pytest.fixture
def practice(journal: Journal) -> Practice:
    return practice_on(journal)


def give(journal: Journal, client: bytes, **details: object) -> bytes:
    occurred = (journal.clock.now() + timedelta(hours=8)).replace(tzinfo=None)
    fact = replace(dose_of(journal, client, occurred=occurred), **details)  # type: ignore[arg-type]  # fields of DoseRecorded
    (recorded,) = journal.append([fact], user=NURSE.login)
    return recorded.event_id


def minutes_left(board: Board) -> list[int]:
    return [person.standing.left_s // 60 for person in board.people]


def test_who_may_leave_comes_first_and_the_longest_watched_of_them(
    practice: Practice, laptop: Laptop
) -> None:
    journal = practice.journal
    for name in ("first", "second", "third"):
        give(journal, register(journal, name))
        laptop.clock.pass_s(20 * 60)
    board = watch_board(practice)
    assert [person.client.details.name for person in board.people] == ["first", "second", "third"]
    assert minutes_left(board) == [0, 0, 10]
    assert board.may_leave == 2 and not board.clock_doubtful


def test_it_is_said_until_when_somebody_is_watched(practice: Practice, laptop: Laptop) -> None:
    dose = give(practice.journal, register(practice.journal))
    laptop.clock.pass_s(60)
    (until,) = watch_board(practice).watched_until.values()
    assert until.replace(tzinfo=None) == NOON + timedelta(minutes=30)
    laptop.clock.pass_s(30 * 60)
    board = watch_board(practice)
    assert board.watched_until == {} and board.people[0].dose_ids == (dose,)
    assert board.people[0].leaves_at == until


def test_two_doses_of_one_visit_are_one_card_and_the_later_one_counts(
    practice: Practice, laptop: Laptop
) -> None:
    client = register(practice.journal)
    one = give(practice.journal, client)
    laptop.clock.pass_s(5 * 60)
    other = give(practice.journal, client)
    (person,) = watch_board(practice).people
    assert person.dose_ids == (one, other) and person.standing.left_s == 30 * 60


def test_a_restart_of_the_laptop_keeps_everybody_and_counts_the_time_it_was_off(
    laptop: Laptop,
) -> None:
    journal = laptop.open()
    give(journal, register(journal))
    laptop.clock.pass_s(10 * 60)
    laptop.close()
    laptop.clock.restart(b"boot-two--------")
    laptop.clock.wall += timedelta(minutes=12)
    board = watch_board(practice_on(laptop.open()))
    assert minutes_left(board) == [8] and not board.clock_doubtful


@pytest.mark.parametrize("jump", [timedelta(days=-3650), timedelta(days=3650)])
def test_a_clock_that_jumped_while_the_laptop_was_off_is_doubted_and_nobody_is_held_for_years(
    laptop: Laptop, jump: timedelta
) -> None:
    journal = laptop.open()
    give(journal, register(journal))
    laptop.close()
    laptop.clock.restart(b"boot-two--------")
    laptop.clock.wall += jump
    journal = laptop.open()
    board = watch_board(practice_on(journal))
    assert minutes_left(board) == [30] and board.clock_doubtful
    assert board.people[0].leaves_at is None and board.watched_until == {}
    laptop.clock.pass_s(30 * 60)
    assert watch_board(practice_on(journal)).may_leave == 1


def test_of_a_closed_session_only_those_whose_time_is_over_are_forgotten(
    practice: Practice, laptop: Laptop
) -> None:
    journal = practice.journal
    open_session(journal, label="s-1", place="Pier", operation=1, programme="p", user="n")
    give(journal, register(journal), session="s-1")
    journal.append([SessionClosed("s-1")], user=NURSE.login)
    assert len(watch_board(practice).people) == 1
    laptop.clock.pass_s(31 * 60)
    board = watch_board(practice)
    assert (board.people, len(board.forgotten)) == ((), 1)
    end_watch(journal, board.forgotten[0].dose_ids, WELL, user=NURSE.login)
    assert watch_board(practice) == Board()


def test_who_had_a_reaction_before_is_watched_longer_where_the_programme_says_so(
    journal: Journal, laptop: Laptop
) -> None:
    practice = practice_on(journal, "who")
    told, known, other = (register(journal) for _ in range(3))
    give(journal, told, screening=["severe-reaction"])
    before = give(journal, known)
    grave = ReactionDetails(("anaphylaxis",), serious=True)
    report_reaction(journal, before, grave, clock=journal.clock, user=NURSE.login)
    end_watch(journal, [before], WELL, user=NURSE.login)
    laptop.clock.pass_s(3600)
    for client in (known, other):
        give(journal, client)
    lengths = {p.client.client_id: (p.minutes, p.longer) for p in watch_board(practice).people}
    assert lengths == {told: (30, True), known: (30, True), other: (15, False)}


def test_a_reaction_is_shown_and_changes_no_minute(practice: Practice) -> None:
    journal = practice.journal
    dose = give(journal, register(journal))
    grave = ReactionDetails(("anaphylaxis",), serious=True)
    report_reaction(journal, dose, grave, clock=journal.clock, user=NURSE.login)
    (person,) = watch_board(practice).people
    assert [event.details for event in person.reactions] == [grave]
    assert person.minutes == 30 and not person.longer
