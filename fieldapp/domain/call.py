"""Calls about the next dose: what can come of one, when to try again, and who is called no more.

Knows no programme and no storage; the figures come from a file of rules (`CallRules`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from fieldapp.domain.errors import FieldAppError


class Outcome(StrEnum):
    """What came of one call."""

    WILL_COME = "will-come"
    ELSEWHERE = "elsewhere"  # had the dose from others
    REFUSED = "refused"
    MOVED = "moved"
    DECEASED = "deceased"
    NO_ANSWER = "no-answer"
    WRONG_NUMBER = "wrong-number"
    THIRD_PERSON = "third-person"  # somebody else took a message
    NO_COMMON_LANGUAGE = "no-common-language"
    OPTED_OUT = "opted-out"  # wants no more calls


REACHED = frozenset(
    {Outcome.WILL_COME, Outcome.ELSEWHERE, Outcome.REFUSED, Outcome.MOVED, Outcome.OPTED_OUT}
)
"""The outcomes of a talk with the person themself."""

_ENDS_THIS_DOSE = frozenset({Outcome.ELSEWHERE, Outcome.REFUSED})
_ENDS_ALL = frozenset({Outcome.MOVED, Outcome.DECEASED})
_TRY = frozenset({Outcome.NO_ANSWER, Outcome.THIRD_PERSON, Outcome.NO_COMMON_LANGUAGE})


@dataclass(frozen=True, slots=True)
class Call:
    """One call as it is on record. `withdrawn`: why it was struck through.

    `day`: when they will come, or when they had the dose. `again`: when to try next.
    """

    call_id: bytes
    client_id: bytes
    vaccine: str
    dose: int | None
    outcome: str
    made_at: datetime
    made_by: str
    day: date | None = None
    again: date | None = None
    reason: str | None = None
    note: str | None = None
    phone: str | None = None
    withdrawn: str | None = None


@dataclass(frozen=True, slots=True)
class Wishes:
    """Whether somebody wants calls, and messages; both until they say otherwise."""

    calls: bool = True
    messages: bool = True


class Step(StrEnum):
    """What is to be done about one person's dose by calling."""

    CALL = "call"  # today
    LATER = "later"  # a day for the next try is set, or they will come
    NO_PHONE = "no-phone"  # no number that works: somebody has to go there
    TRIED = "tried"  # called as often as the rules say
    OFF = "off"  # nothing more: refused, moved, died, had it, wants no calls


@dataclass(frozen=True, slots=True)
class Plan:
    """The next step and its day; `why` is the outcome that decides it, where one does."""

    step: Step
    day: date | None = None
    why: str | None = None
    tries: int = 0


@dataclass(frozen=True, slots=True)
class CallRules:
    """`soon_days`: how long before the due day somebody is due soon. `overdue_after_days`: how long
    after it they are overdue. `try_again_after_days`: after each try without a word, the last for
    all that follow. `come_grace_days`: how long after the promised day one calls again.
    """

    edition: str
    source: str
    soon_days: int
    overdue_after_days: int
    most_tries: int
    try_again_after_days: tuple[int, ...]
    message_again_after_days: int
    come_grace_days: int


class CallRulesInvalid(FieldAppError):
    """The file of the rules cannot be used."""

    happened = "The rules about calls cannot be used: {where} is missing or wrong."
    safe = "Nothing recorded is affected."
    next_step = "Restore the file resources/calls/rules.json of this release."


def parse_call_rules(document: Mapping[str, object]) -> CallRules:
    """Read a call-rules/1 document. Raises CallRulesInvalid naming the place."""
    steps = document.get("try_again_after_days")
    if not isinstance(steps, list) or not steps:
        raise CallRulesInvalid(where="try_again_after_days")
    return CallRules(
        edition=_text(document, "edition"),
        source=_text(document, "source"),
        soon_days=_days(document, "soon_days"),
        overdue_after_days=_days(document, "overdue_after_days"),
        most_tries=_days(document, "most_tries"),
        try_again_after_days=tuple(_whole(step, "try_again_after_days") for step in steps),
        message_again_after_days=_days(document, "message_again_after_days"),
        come_grace_days=_days(document, "come_grace_days"),
    )


def tries_of(calls: Sequence[Call], dose: int | None) -> int:
    """How often somebody was tried about this dose without a word with them."""
    return sum(
        call.dose == dose and call.withdrawn is None and call.outcome in _TRY for call in calls
    )


def next_try(outcome: Outcome, tries: int, today: date, rules: CallRules) -> date | None:
    """The day that is proposed for the next call after the try of this number, from 1; None for no
    more. A promise to come is looked after by `plan`."""
    if outcome is Outcome.THIRD_PERSON:
        return today + timedelta(days=rules.message_again_after_days)
    if outcome not in _TRY or tries >= rules.most_tries:
        return None
    steps = rules.try_again_after_days
    return today + timedelta(days=steps[min(tries, len(steps)) - 1])


def plan(
    calls: Sequence[Call],
    wishes: Wishes,
    phone: str | None,
    *,
    dose: int | None,
    today: date,
    rules: CallRules,
) -> Plan:
    """What is to be done about the dose of this number. `calls` are the person's, oldest first.

    Who died or moved is called about no dose; what was said of an earlier dose ends only that one.
    A number that was wrong is not called again; another one is.
    """
    stands = [call for call in calls if call.withdrawn is None]
    of_all = next((c for c in reversed(stands) if c.outcome in _ENDS_ALL), None)
    if of_all is not None:
        return Plan(Step.OFF, why=of_all.outcome)
    if not wishes.calls:
        return Plan(Step.OFF, why=Outcome.OPTED_OUT)
    here = [call for call in stands if call.dose == dose]
    last, tries = (here[-1] if here else None), tries_of(calls, dose)
    if last is not None and last.outcome in _ENDS_THIS_DOSE:
        return Plan(Step.OFF, why=last.outcome, tries=tries)
    wrong = {call.phone for call in stands if call.outcome == Outcome.WRONG_NUMBER}
    if not phone or phone in wrong:
        return Plan(Step.NO_PHONE, why=Outcome.WRONG_NUMBER if phone else None, tries=tries)
    return _by_day(last, tries, today, rules)


def _by_day(last: Call | None, tries: int, today: date, rules: CallRules) -> Plan:
    if last is None:
        return Plan(Step.CALL)
    day = last.again
    if last.outcome == Outcome.WILL_COME and last.day is not None:
        day = last.day + timedelta(days=rules.come_grace_days)
    if day is None and tries >= rules.most_tries:
        return Plan(Step.TRIED, why=last.outcome, tries=tries)
    if day is None or day <= today:
        return Plan(Step.CALL, why=last.outcome, tries=tries)
    return Plan(Step.LATER, day, last.outcome, tries)


def _text(document: Mapping[str, object], name: str) -> str:
    value = document.get(name)
    if not isinstance(value, str) or not value:
        raise CallRulesInvalid(where=name)
    return value


def _days(document: Mapping[str, object], name: str) -> int:
    return _whole(document.get(name), name)


def _whole(value: object, name: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise CallRulesInvalid(where=name)
    return value
