"""The desk's line about a history: as of when, from where; unknown is said, never *no doses*."""

from __future__ import annotations

from datetime import timedelta

from fieldapp.actions.known_history import History, Origin, Source
from fieldapp.ui.desk.present_history import known_words, notice_words
from tools.screens.people import NOW, dose

OWN = Origin(Source.OWN, NOW - timedelta(days=2))
ROSTER = Origin(Source.ROSTER, NOW - timedelta(hours=3))


def test_no_source_is_unknown_and_says_what_to_ask() -> None:
    words = known_words(History((), NOW), NOW)
    assert "unknown here" in words
    assert "Ask" in words


def test_own_records_say_when_the_hub_was_last_reached() -> None:
    alone = History((dose(2),), None, known=(OWN,))
    assert "never reached the hub" in known_words(alone, NOW)
    joined = History((dose(2),), NOW - timedelta(hours=5), known=(OWN,))
    assert "hub last reached" in known_words(joined, NOW)


def test_other_sources_are_named_with_the_age_of_the_newest() -> None:
    words = known_words(History((dose(2),), NOW, known=(ROSTER, OWN)), NOW)
    assert words.startswith("Known as of today")
    assert words.endswith("from the roster, own records")


def test_a_roster_that_knows_the_person_and_no_dose_is_not_unknown() -> None:
    assert "the roster" in known_words(History((), None, known=(ROSTER,)), NOW)


def test_what_the_hub_found_is_said_in_words() -> None:
    assert notice_words(History((), None)) == ""
    found = History((), None, findings=("possible-double",))
    assert notice_words(found) == "Possible double: Ctrl H"
    assert "look" in notice_words(History((), None, findings=("of-a-newer-hub",)))


def test_a_locked_roster_is_said_where_nothing_is_known() -> None:
    words = known_words(History((), NOW, locked_since=NOW), NOW)
    assert "unknown here" in words
    assert "roster is locked since" in words
