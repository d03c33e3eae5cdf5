"""What a projection brings along: its tables, as SQL, and what each fact does to them.

A module of this package has TABLES (in an order in which they may be emptied), STATEMENTS that make
them, and FOLDS. It is listed once, in `apply`; a changed statement needs no migration (`edition`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol, TypeAlias

from fieldapp.journal.database import Database
from fieldapp.journal.entries import JournalEntry
from fieldapp.wire.facts import Fact

Fold: TypeAlias = Callable[[Database, JournalEntry, Any], None]
"""Takes an event into the tables, inside the caller's transaction. Raises DanglingReference."""

Folds: TypeAlias = Mapping[type[Fact], Fold]


class Projection(Protocol):
    """A module of this package, as `apply` sees it."""

    @property
    def TABLES(self) -> Sequence[str]: ...
    @property
    def STATEMENTS(self) -> Sequence[str]: ...
    @property
    def FOLDS(self) -> Folds: ...
