"""Sent, not sent and not known are three different answers, and none is taken for another."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from fieldapp.actions.calls.call_list import Entry
from fieldapp.domain.call import Wishes
from fieldapp.domain.message import Fate, Kind, MessagesKnown, SentMessage
from fieldapp.ui.calls.present_message import message_column, message_sentence
from tools.screens.calls import _entry
from tools.screens.people import NOW

TOLD = NOW - timedelta(hours=3)


def entry(*fates: Fate, opted_out: bool = False) -> Entry:
    """Somebody due of whom the hub told so."""
    made = _entry(5)
    course = made.course.series_id
    sent = (SentMessage(course, 2, Kind.DUE, NOW.date(), fate) for fate in fates)
    return replace(made, messages=MessagesKnown(TOLD, tuple(sent), opted_out))


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        (entry(), "none"),
        (entry(Fate.SENT), "sent 22 Nov"),
        (entry(Fate.DELIVERED), "delivered 22 Nov"),
        (entry(Fate.FAILED), "failed 22 Nov"),
        (entry(Fate.UNSURE), "perhaps sent"),
        (entry(opted_out=True), "opted out"),
        (entry(Fate.DELIVERED, opted_out=True), "delivered 22 Nov"),
        (entry(Fate.FAILED, opted_out=True), "opted out"),
    ],
)
def test_what_became_of_it_in_a_word_and_a_day(shown: Entry, words: str) -> None:
    assert message_column(shown) == words


def test_without_a_roster_it_is_unknown_and_never_not_sent() -> None:
    unknown = replace(entry(), messages=None)
    assert message_column(unknown) == "—"
    assert message_sentence(unknown, NOW).startswith("Unknown here whether the hub wrote")


def test_a_wish_said_here_shows_before_the_hub_knows_of_it() -> None:
    wished = replace(entry(), messages=None, wishes=Wishes(messages=False))
    assert message_column(wished) == "opted out"
    assert message_sentence(wished, NOW).startswith("Wants no messages · Unknown here")


def test_who_has_no_phone_cannot_be_written_to() -> None:
    assert message_column(_entry(3)) == "no phone"


def test_the_whole_sentence_says_which_message_and_until_when_the_hub_told() -> None:
    said = message_sentence(entry(Fate.FAILED), NOW)
    assert said == (
        "Reminder that the dose is due, 22 Nov 2026: it did not arrive · "
        "As the hub told today 11:32"
    )
    assert message_sentence(entry(), NOW).startswith("No message about this dose")
