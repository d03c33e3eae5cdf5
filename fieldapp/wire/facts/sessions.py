"""Vaccination sessions (operations): when one began, with whom and what, and how it ended."""

from __future__ import annotations

from dataclasses import dataclass

from fieldapp.wire.facts.fact import Fact, Types, Value


@dataclass(frozen=True, slots=True)
class SessionOpened(Fact):
    """A vaccination session (an operation) began; doses name it by `label`."""

    label: str
    place: str
    operation: int | None
    programme: str
    key_area: str | None = None


@dataclass(frozen=True, slots=True)
class SessionClosed(Fact):
    """The session ended."""

    label: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class SessionEquipped(Fact):
    """With whom and with what a session works; the newest word counts.

    `unit` is the vehicle or boat. `staff` are [name, login] pairs, the login null where a name was
    typed. `cash_float` is in the currency's smallest unit. Degrees are in hundred-thousandths,
    north and east positive.
    """

    label: str
    unit: str | None
    staff: list[Value]
    cash_float: int
    currency: str
    latitude_e5: int | None = None
    longitude_e5: int | None = None


@dataclass(frozen=True, slots=True)
class SessionReconciled(Fact):
    """What was counted when a session was closed, and who stands for it (the header's user).

    `lots` are [vaccine, lot, loaded, given, wasted, returned] in doses; they add up, or the session
    could not have been closed. Money is in the currency's smallest unit; `unsent`: doses that the
    hub had not confirmed then. `cash_reason` says why the cash was counted otherwise than expected,
    `second_person` who vouched for the close.
    """

    label: str
    lots: list[Value]
    cash_expected: int
    cash_counted: int | None
    currency: str
    unsent: int
    drafts: int
    cash_reason: str | None = None
    second_person: str | None = None


@dataclass(frozen=True, slots=True)
class WorkbookWritten(Fact):
    """The people who are due were written to a file, to work from without the laptop: who did it
    is the header's user, `people` how many are in it. It is recorded before the file bears its
    name: one that is lost in that moment is told of too, one that is there always is."""

    session: str
    workbook: bytes
    people: int


TYPES: Types = {
    SessionOpened: (4, 1),
    SessionClosed: (5, 1),
    SessionEquipped: (6, 1),
    SessionReconciled: (7, 1),
    WorkbookWritten: (9, 1),
}
