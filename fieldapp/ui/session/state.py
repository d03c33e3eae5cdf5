"""What the session room shows, as plain values in words. Made by `present`, drawn by the pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from fieldapp.ui.pill import Pill

LotKey: TypeAlias = tuple[str, str]
"""Vaccine and lot number."""
CASH: LotKey = ("", "cash")
"""Stands for the cash box among the lots that are counted."""


@dataclass(frozen=True, slots=True)
class LotRow:
    """One line of the table; `key` None is the sum of all lots."""

    key: LotKey | None
    name: str
    loaded: str
    given: str
    wasted: str
    returned: str
    chip: Pill


@dataclass(frozen=True, slots=True)
class CheckItem:
    """One line of *Before you close*. `actions`: what its buttons ask for, and their words."""

    tone: str
    icon: str
    words: str
    actions: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class CountState:
    """What is being counted now: a lot, or the cash (`key` None).

    `words` say how it stands; `unit` is what the number counts; `confirm` is the button's word,
    `explain` that of the way out; empty: there is none.
    """

    key: LotKey | None
    words: str
    unit: str
    confirm: str
    tone: str = ""
    explain: str = ""


@dataclass(frozen=True, slots=True)
class OpenState:
    """An operation at work. `old` asks about one that was left open on another day."""

    title: str
    opened: str
    aside: str
    rows: tuple[LotRow, ...]
    checks: tuple[CheckItem, ...]
    count: CountState | None
    close: str
    may_close: bool
    old: str = ""


@dataclass(frozen=True, slots=True)
class LoadRow:
    """One lot that goes on board, in words."""

    words: str
    detail: str


@dataclass(frozen=True, slots=True)
class Product:
    """A vaccine to choose by hand, with the vials it comes in."""

    id: str
    name: str
    vial_doses: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class LoadForm:
    """What was typed or scanned about vials that go on board."""

    vaccine: str
    lot: str
    expiry: str
    vial_doses: str
    vials: str
    vvm: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class NamedUser:
    """A named user of this laptop, and whether they are here."""

    login: str
    name: str
    present: bool


@dataclass(frozen=True, slots=True)
class StartState:
    """The form of the morning, filled in as last time. `currency` is the unit of the cash,
    `waiting` what is said about cash that came in before."""

    operation: str
    unit: str
    place: str
    key_area: str
    named: tuple[NamedUser, ...]
    others: str
    cash_float: str
    currency: str
    position: str
    waiting: str = ""


@dataclass(frozen=True, slots=True)
class StartForm:
    """What was typed; `present` are logins, `others` names separated by commas."""

    operation: str
    unit: str
    place: str
    key_area: str
    present: tuple[str, ...]
    others: str
    cash_float: str


@dataclass(frozen=True, slots=True)
class WasteState:
    """Doses that somebody says were wasted: which lot, how many to begin with, and why."""

    title: str
    doses: int
    reasons: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ClosedState:
    """An operation that was just closed: everything added up."""

    title: str
    lines: tuple[str, ...]
    next_words: str
