"""The verb: whose next dose is due, and what is to be done about it by calling."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from fieldapp.actions.calls.due_book import catch_up
from fieldapp.actions.calls.rules import load_call_rules
from fieldapp.actions.moments import site_now, site_today
from fieldapp.actions.practice import Practice
from fieldapp.domain.call import Call, CallRules, Outcome, Plan, Step, Wishes, plan
from fieldapp.domain.due import CourseStanding, DueState
from fieldapp.domain.message import MessagesKnown, SentMessage
from fieldapp.journal import calls, due, leases
from fieldapp.journal.due import Contact, Standing
from fieldapp.journal.name_terms import name_key, phone_key, search_terms

_PRESSING = (DueState.PAST, DueState.OVERDUE, DueState.DUE)
_ORDER = (Step.CALL, Step.NO_PHONE, Step.LATER, Step.TRIED, Step.OFF)
_LEAST_DIGITS = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody whose next dose is due. `last_call`: the newest that stands, of whatever dose.
    `messages`: what the hub told of those about this dose; None where nothing is known here."""

    contact: Contact
    course: CourseStanding
    state: DueState
    plan: Plan
    place: str
    last_call: Call | None = None
    wishes: Wishes = field(default_factory=Wishes)
    messages: MessagesKnown | None = None

    @property
    def message(self) -> SentMessage | None:
        """The newest message that was sent about this dose, as far as is known here."""
        return None if self.messages is None else self.messages.about(*self._about)

    @property
    def wants_no_messages(self) -> bool:
        """Whether they said so, here or anywhere else."""
        return not self.wishes.messages or (self.messages is not None and self.messages.opted_out)

    @property
    def _about(self) -> tuple[str, int | None]:
        return self.course.series_id, self.course.dose

    @property
    def client_id(self) -> bytes:
        """The newest of the person's registrations."""
        return self.contact.client_id

    @property
    def is_open(self) -> bool:
        """Whether calling is not over with them."""
        return self.plan.step is not Step.OFF

    @property
    def is_for_today(self) -> bool:
        """Whether somebody should see to it today: the dose is due, and no day for it was set."""
        return self.state in _PRESSING and self.plan.step in (Step.CALL, Step.NO_PHONE)

    @property
    def promised(self) -> date | None:
        """The day on which they said that they will come."""
        last = self.last_call
        said = last is not None and last.outcome == Outcome.WILL_COME
        return last.day if last is not None and said else None


@dataclass(frozen=True, slots=True)
class CallList:
    """Everybody who is due by `soon` days from today, those to call first, the longest due first.

    `as_of`: when it was read. Who is off the list stays in `entries`: they are still counted.
    `counting`: the book of due doses is not up to date yet, so look again. `locked_since`: when
    the roster's lease ended, if it has: what other teams gave since then is not known here.
    """

    entries: tuple[Entry, ...]
    as_of: datetime
    counting: bool = False
    locked_since: datetime | None = None

    @property
    def today(self) -> date:
        """The day that the list is for."""
        return self.as_of.date()

    @property
    def for_today(self) -> int:
        """How many people are to be seen to today."""
        return sum(entry.is_for_today for entry in self.entries)

    def count(self, *states: DueState) -> int:
        """How many stand so and are not off the list."""
        return sum(entry.is_open and entry.state in states for entry in self.entries)

    @property
    def places(self) -> tuple[str, ...]:
        """Where the doses before were given."""
        return tuple(sorted({entry.place for entry in self.entries}))

    @property
    def languages(self) -> tuple[str, ...]:
        """What the people speak."""
        return tuple(sorted({entry.contact.language or "" for entry in self.entries}))


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which of the list are looked at: `show` is today, open, off or a state; None means any.

    `text` is part of a name, pinyin or a phone number.
    """

    show: str = "open"
    place: str | None = None
    language: str | None = None
    has_phone: bool | None = None
    text: str = ""


def call_list(practice: Practice, *, days_ahead: int | None = None) -> CallList:
    """Read the list; counts one bite of whoever changed since (`due_book`). `days_ahead`: how far
    to look, where not as far as the rules say."""
    journal, rules, today = practice.journal, load_call_rules(), site_today(practice.clock)
    ahead = rules.soon_days if days_ahead is None else days_ahead
    counting = catch_up(practice)
    found = due.open_until(journal, today + timedelta(days=ahead))
    called, wished = calls.by_person(journal), calls.wishes_by_person(journal)
    entries = [
        entry_of(one, called.get(one.person, ()), wished.get(one.person, Wishes()), today, rules)
        for one in found
    ]
    entries.sort(key=lambda entry: _ORDER.index(entry.plan.step))
    lease = leases.state(journal)
    locked = lease.until if lease.ended else None
    return CallList(tuple(entries), site_now(practice.clock), counting, locked)


def entry_of(
    standing: Standing, called: Sequence[Call], wishes: Wishes, today: date, rules: CallRules
) -> Entry:
    """One person's line."""
    course, contact = standing.course, standing.contact
    standing_calls = [call for call in called if call.withdrawn is None]
    return Entry(
        contact=contact,
        course=course,
        state=course.state(today, rules),
        plan=plan(called, wishes, contact.phone, dose=course.dose, today=today, rules=rules),
        place=standing.place or "",
        last_call=standing_calls[-1] if standing_calls else None,
        wishes=wishes,
        messages=standing.messages,
    )


def chosen(entries: Iterable[Entry], wanted: Wanted) -> list[Entry]:
    """Those that are looked at, in their order. Fast enough for every key typed."""
    text = _Text(wanted.text)
    return [
        entry for entry in entries if _shown(entry, wanted.show) and _is_meant(entry, wanted, text)
    ]


def _shown(entry: Entry, show: str) -> bool:
    if show == "open":
        return entry.is_open
    if show == "today":
        return entry.is_for_today
    if show == "off":
        return not entry.is_open
    return entry.is_open and entry.state.value == show


def _is_meant(entry: Entry, wanted: Wanted, text: _Text) -> bool:
    contact = entry.contact
    return (
        (wanted.place is None or entry.place == wanted.place)
        and (wanted.language is None or (contact.language or "") == wanted.language)
        and (wanted.has_phone is None or (entry.plan.step is not Step.NO_PHONE) == wanted.has_phone)
        and text.fits(contact)
    )


class _Text:
    """What was typed, prepared once for the whole list."""

    def __init__(self, text: str) -> None:
        self._digits = phone_key(text) if any(sign.isdigit() for sign in text) else ""
        self._name = name_key(text)

    def fits(self, contact: Contact) -> bool:
        """Whether it is part of the phone number or the name, or begins its pinyin or initials."""
        if len(self._digits) >= _LEAST_DIGITS:
            return self._digits in phone_key(contact.phone or "")
        if not self._name or self._name in name_key(contact.name):
            return True
        return any(term.startswith(self._name) for term in search_terms(contact.name).split())
