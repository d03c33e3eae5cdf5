"""What the app needs from outside to unlock a laptop: handed in by the command line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from fieldapp.domain.clock import Clock

if TYPE_CHECKING:
    from fieldapp.actions.consult import Practice
    from fieldapp.actions.doctor.finding import Finding


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may unlock: login, name, role."""

    login: str
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Keeper:
    """The home's door. `unlock(login, pin)` raises FieldAppErrors; `close` lets the journal go.

    All three run on the journal's lane. `exports` is where exported files go; `note` is said on
    the lock, in the demo for instance; `watched`: how many people wait after a dose, as far as that
    is known before anybody unlocks; `outside`: what the doctor can say of a locked laptop;
    `practises`: it is for practice with made-up people, and says so on every screen.
    """

    people: Callable[[], Sequence[Person]]
    unlock: Callable[[str, str], Practice]
    close: Callable[[Practice], None]
    clock: Clock
    exports: Path
    note: str = ""
    watched: Callable[[], int] = lambda: 0
    outside: Callable[[], Sequence[Finding]] = tuple
    practises: Callable[[], bool] = lambda: False
