"""What cases, their states and the ways to decide them are called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fieldapp.hub.cases.case import Case, State
from fieldapp.hub.cases.kinds import Kind, Way, ways_of
from fieldapp.hub.fold.people import DECISIONS_DIFFER
from fieldapp.hub.web.record_words import contest_words, held_words
from fieldapp.hub.web.words import Said, said

KINDS: Mapping[Kind, Said] = {
    Kind.DOUBLE: said("Possible double"),
    Kind.IDENTITY: said("Who is who"),
    Kind.TOO_EARLY: said("Dose too early"),
    Kind.WRONG_PRODUCT: said("Another product"),
    Kind.AFTER_SERIES: said("Dose after the series"),
    Kind.QUARANTINE: said("Put aside"),
}
QUESTIONS: Mapping[Kind, Said] = {
    Kind.DOUBLE: said("Is it one dose, written twice, or were two doses given?"),
    Kind.IDENTITY: said("Are they one person, or two?"),
    Kind.TOO_EARLY: said("Does this dose count, or is it to be repeated?"),
    Kind.WRONG_PRODUCT: said("Does this dose count, or is it to be repeated?"),
    Kind.AFTER_SERIES: said("Is this dose right as it stands?"),
    Kind.QUARANTINE: said("What becomes of this record?"),
}
STATES: Mapping[State, tuple[str, str, Said]] = {
    State.OPEN: ("wait", "triangle-alert", said("to be decided")),
    State.WAITING: ("info", "clock", said("in somebody's hand")),
    State.REOPENED: ("wait", "triangle-alert", said("reopened: the records changed")),
    State.DECIDED: ("ok", "circle-check", said("decided")),
    State.GONE: ("plain", "check", said("settled by the records")),
}
WAY_WORDS: Mapping[Way, Said] = {
    Way.ONE_DOSE: said("One dose, written twice"),
    Way.TWO_DOSES: said("Two doses were given"),
    Way.ONE_PERSON: said("One person"),
    Way.TWO_PEOPLE: said("Two people"),
    Way.ACCEPTED: said("It stands"),
    Way.REPEAT: said("It is to be repeated"),
    Way.SET_ASIDE: said("It counts for nothing"),
    Way.LAPTOP: said("The team corrects it"),
    Way.COUNTS: said("It counts"),
    Way.REFERRED: said("Referred"),
    Way.UNDONE: said("Taken back"),
}
_HINTS: Mapping[Way, Said] = {
    Way.TWO_DOSES: said("Both count."),
    Way.ONE_PERSON: said("Their histories become one."),
    Way.TWO_PEOPLE: said("Each keeps their own history."),
    Way.ACCEPTED: said("The teams are told that nothing is to do."),
    Way.REPEAT: said("The teams are told that the dose is to be given again."),
    Way.SET_ASIDE: said("It stays in the records, is never counted, and asks nobody any more."),
    Way.LAPTOP: said("It waits for the team's correction and counts when that comes."),
    Way.COUNTS: said("It counts like any other, as far as it can be read."),
    Way.REFERRED: said("Somebody else finds out; say who. The case stays open."),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to decide, as the form offers it; `value` is what the form sends."""

    value: str
    word: Said
    hint: Said


def choices_of(case: Case) -> list[Choice]:
    """Every way, in the order in which they are likely."""
    found: list[Choice] = []
    for way in ways_of(case.kind, case.code):
        if way is Way.ONE_DOSE:
            word = said("One dose, written twice: record {which} counts", which="A")
            hint = said("Record {which} is struck through.", which="B")
            found.append(Choice("one-dose/one", word, hint))
            word = said("One dose, written twice: record {which} counts", which="B")
            hint = said("Record {which} is struck through.", which="A")
            found.append(Choice("one-dose/other", word, hint))
        else:
            found.append(Choice(way.value, WAY_WORDS[way], _HINTS[way]))
    return found


def why_words(kind: Kind, code: str) -> Said:
    """Why something is a case."""
    if kind is Kind.QUARANTINE:
        return held_words(code)
    if kind is Kind.IDENTITY and code == DECISIONS_DIFFER:
        return said("Teams decided differently who this is.")
    return _WHY.get(kind) or contest_words(code)


_WHY: Mapping[Kind, Said] = {
    Kind.DOUBLE: said("Two records of one vaccine, at most a day apart."),
    Kind.IDENTITY: said("The same document under two names."),
    Kind.TOO_EARLY: said("It was given before the least interval or age."),
    Kind.WRONG_PRODUCT: said("It is not the product of the dose before."),
    Kind.AFTER_SERIES: said("The series was complete before it."),
}
