"""The words of the call list: outcomes, states, reasons, messages of the hub."""

from __future__ import annotations

from datetime import date, datetime

from fieldapp.domain.call import Outcome
from fieldapp.domain.message import Fate, Kind, MessagesKnown, SentMessage
from fieldapp.ui.language import day, moment
from fieldapp.ui.words import tr


def outcome_words(outcome: str) -> str:
    """What came of a call."""
    return tr(OUTCOMES.get(outcome, outcome))


def outcome_column(outcome: str) -> str:
    """The same as short as a column of the list needs it."""
    return tr(_COLUMN[outcome]) if outcome in _COLUMN else outcome_words(outcome)


def outcome_button(outcome: str) -> str:
    """The same on a button."""
    return tr(BUTTONS.get(outcome, outcome))


def outcome_title(outcome: str) -> str:
    """The same at the head of a form."""
    return tr(TITLES.get(outcome, outcome))


def refusal_words(reason: str | None) -> str:
    """Why somebody refuses."""
    return "" if reason is None else tr(REFUSALS.get(reason, reason))


def withdrawal_words(reason: str) -> str:
    """Why a call was struck through."""
    return tr(WITHDRAWALS.get(reason, reason))


def off_words(why: str | None) -> str:
    """Why somebody is not called any more."""
    return tr(_OFF.get(why or "", "Is not called any more."))


NOT_KNOWN = "—"


def fate_words(sent: SentMessage) -> str:
    """What became of a message, for a column."""
    return tr(_SHORT[sent.fate]).format(day=day_without_year(sent.day))


def message_words(sent: SentMessage) -> str:
    """One message in whole, without the dose that it was about."""
    what = tr(_KINDS[sent.kind]).format(day=day(sent.day))
    return tr("{what}: {fate}").format(what=what, fate=tr(_FATES[sent.fate]))


def as_told(known: MessagesKnown, now: datetime) -> str:
    """Up to when the hub told."""
    return tr("As the hub told {when}").format(when=moment(known.as_of, now))


def day_without_year(value: date) -> str:
    """24 Nov, or 11-24: what a narrow column holds."""
    return day(value).removesuffix(f" {value.year}").removeprefix(f"{value.year}-")


BUTTONS = {
    Outcome.WILL_COME.value: "Will come",
    Outcome.ELSEWHERE.value: "Elsewhere",
    Outcome.REFUSED.value: "Refuses",
    Outcome.MOVED.value: "Moved",
    Outcome.NO_ANSWER.value: "No answer",
    Outcome.WRONG_NUMBER.value: "Wrong number",
    Outcome.THIRD_PERSON.value: "Someone else",
    Outcome.OPTED_OUT.value: "No calls",
    Outcome.NO_COMMON_LANGUAGE.value: "Other language",
    Outcome.DECEASED.value: "Died",
}
"""In the order of the keys Alt 1 to Alt 9, Alt 0."""
TITLES = {
    "will-come": "Will come",
    "elsewhere": "Had it elsewhere",
    "refused": "Refuses",
    "moved": "Moved away",
    "no-answer": "No answer",
    "wrong-number": "Wrong number",
    "third-person": "Somebody else answered",
    "opted-out": "Wants no calls",
    "no-common-language": "No common language",
    "deceased": "Has died",
}
OUTCOMES = {
    "will-come": "will come {day}",
    "elsewhere": "had it elsewhere",
    "refused": "refuses",
    "moved": "moved away",
    "no-answer": "no answer",
    "wrong-number": "wrong number",
    "third-person": "message left",
    "no-common-language": "no common language",
    "opted-out": "wants no calls",
    "deceased": "has died",
}
_COLUMN = {"will-come": "comes {day}", "no-common-language": "other language"}
REFUSALS = {
    "fears-reaction": "Fears a reaction",
    "had-reaction": "Had a reaction after the first",
    "ill-now": "Is ill now",
    "no-time": "Has no time",
    "too-far": "It is too far",
    "family-against": "The family is against it",
    "sees-no-need": "Sees no need",
    "no-reason": "Gives no reason",
    "other": "Another reason",
}
WITHDRAWALS = {
    "wrong-person": "Of the wrong person",
    "wrong-outcome": "Something else came of it",
    "twice": "Written down twice",
    "other": "Another reason",
}
SHOWS = {
    "open": "All to call",
    "today": "To see to today",
    "past-latest": "Past the latest day",
    "overdue": "Overdue",
    "due": "Due",
    "due-soon": "Due soon",
    "ask": "For a doctor first",
    "off": "Not called any more",
}
PHONES = {"": "Phone", "yes": "With a phone", "no": "Without a phone"}
_OFF = {
    "refused": "Refused this dose: is not called about it any more.",
    "elsewhere": "Says they had it elsewhere: is not called any more.",
    "moved": "Moved away: is not called any more.",
    "deceased": "Has died: is never called.",
    "opted-out": "Wants no calls: do not call.",
}
_SHORT = {
    Fate.SENT: "sent {day}",
    Fate.DELIVERED: "delivered {day}",
    Fate.FAILED: "failed {day}",
    Fate.UNSURE: "perhaps sent",
}
_KINDS = {
    Kind.DUE: "Reminder that the dose is due, {day}",
    Kind.LAST: "Reminder before the latest day, {day}",
}
_FATES = {
    Fate.SENT: "no report yet that it arrived",
    Fate.DELIVERED: "it arrived",
    Fate.FAILED: "it did not arrive",
    Fate.UNSURE: "nobody knows whether it went out",
}
