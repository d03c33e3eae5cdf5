"""What the call list shows, as plain values in words. Made by `present`, drawn by the pages."""

from __future__ import annotations

from dataclasses import dataclass, field

Choices = tuple[tuple[str, str], ...]
"""(code, words) to choose from."""


@dataclass(frozen=True, slots=True)
class CallLine:
    """One person in the list. `key` names person and course; `tone` is how the days stand;
    `message` what the hub sent, `message_tip` the same in whole."""

    key: tuple[bytes, str]
    name: str
    day: str
    when: str
    phone: str
    last: str
    message: str = ""
    message_tip: str = ""
    tone: str = ""
    detail: str = ""
    muted: bool = False


@dataclass(frozen=True, slots=True)
class Pill:
    """A sum at the head of the list."""

    icon: str
    words: str
    tone: str


@dataclass(frozen=True, slots=True)
class ListState:
    """The whole list; `as_of` says when it was read, `locked` what that means while the roster is
    locked; `nothing` is said where it is empty."""

    title: str
    as_of: str
    pills: tuple[Pill, ...]
    lines: tuple[CallLine, ...]
    nothing: str = ""
    locked: str = ""


@dataclass(frozen=True, slots=True)
class FilterState:
    """What can be chosen to narrow the list; "" is anything."""

    shows: Choices
    places: Choices
    languages: Choices
    phones: Choices


@dataclass(frozen=True, slots=True)
class ScriptPart:
    """Something to read out; `note` says when, and what must not be said."""

    note: str
    words: str


@dataclass(frozen=True, slots=True)
class PersonState:
    """Who is called. `phone` in groups, or why there is none to call (`phone_missing`).

    `rule` is the source of the days, `message` what the hub wrote to them, `calls` what was said
    before, newest first. `off`: why they are not called any more. `may_take_back`: there is a call
    that can be struck through.
    """

    key: tuple[bytes, str]
    name: str
    about: str
    phone: str
    language: str
    due: str
    tone: str
    rule: str
    script_title: str
    script: tuple[ScriptPart, ...]
    message: str = ""
    calls: tuple[str, ...] = ()
    phone_missing: bool = False
    off: str = ""
    may_take_back: bool = False
    outcomes: Choices = field(default=())


@dataclass(frozen=True, slots=True)
class DemandLine:
    """Doses of one product at one place."""

    product: str
    place: str
    now: str
    week_1: str
    week_2: str
    total: str


@dataclass(frozen=True, slots=True)
class DemandState:
    """What is needed in two weeks. `weeks` are the heads of the two weeks' columns."""

    title: str
    lead: str
    weeks: tuple[str, str]
    lines: tuple[DemandLine, ...]
    nothing: str = ""
