"""Power cuts at commits and full disks: planned for one database file, they strike from below.

The real code runs untouched above; what it does about a fault is what is being tested.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from fieldapp.hub.store import DATABASE_FILE, Store
from fieldapp.journal.database import Database
from fieldapp.journal.errors import DiskFull


class PowerCut(BaseException):
    """The process on this file is gone: nothing that it would still do happens."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.name)
        self.path = path


class Strike(StrEnum):
    """What happens at a commit."""

    BEFORE = "power cut before a commit"
    AFTER = "power cut after a commit"
    FULL = "disk full"


@dataclass
class Plan:
    """Strikes at the commit of this number, counted from now; then it is spent."""

    strike: Strike
    commits: int

    def comes(self) -> bool:
        """Count one commit; whether this is the one."""
        self.commits -= 1
        return self.commits == 0


PLANS: dict[Path, Plan] = {}
"""By database file. A crashed machine has no plan any more."""

_run = Database.run
_transaction = Store._transaction  # every kind of the hub's transactions is one of these


def _struck(path: Path) -> Strike | None:
    plan = PLANS.get(path)
    if plan is None or not plan.comes():
        return None
    del PLANS[path]
    return plan.strike


def _run_or_strike(self: Database, sql: str, *values: object) -> None:
    strike = _struck(self.path) if sql == "COMMIT" else None
    if strike is Strike.BEFORE:
        raise PowerCut(self.path)
    if strike is Strike.FULL:
        raise DiskFull
    _run(self, sql, *values)
    if strike is Strike.AFTER:
        raise PowerCut(self.path)


@contextmanager
def _transaction_or_strike(self: Store) -> Iterator[Connection]:
    path = self.folder / DATABASE_FILE
    with _transaction(self) as connection:
        yield connection
        strike = _struck(path)
        if strike is Strike.BEFORE:
            raise PowerCut(path)
        if strike is Strike.FULL:
            raise OperationalError("COMMIT", None, Exception("database or disk is full"))
    if strike is Strike.AFTER:
        raise PowerCut(path)


def install() -> None:
    """Put the strikes below the real code, for the rest of this process; again changes nothing."""
    Database.run = _run_or_strike  # type: ignore[method-assign]  # that is the fault
    Store._transaction = _transaction_or_strike  # type: ignore[method-assign]  # that is the fault
