"""Folds on past what the program itself stumbles over: the one event is set aside as unreadable, is
logged, and never holds up the others.

Each try is undone whole. Which event it is, is known where it was being read at the moment; else it
is found by taking in fewer and fewer of a page. What is wrong with the database itself is not the
fault of an event, and stops the fold as it should.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from sqlalchemy import Connection
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError

from fieldapp.hub.upkeep.log_lines import log_fault

MOST_ASIDE = 16
"""Of many pages at a time; more are looked for page by page."""
_REFUSED = ("21", "22", "23", "54", "42804", "42846")
"""How PostgreSQL's codes begin where a value is to blame: range, uniqueness, size, kind."""
_LOG = logging.getLogger(__name__)


@dataclass
class Aside:
    """Events that count for nothing because of a fault; `at`: the one that is being read."""

    ids: set[bytes] = field(default_factory=set)
    at: bytes | None = None


Fold = Callable[[int, int, Aside], set[bytes]]
"""Folds the pages from one place to another without some events; the registrations concerned."""
Work = Callable[[Aside], set[bytes]]
Ids = Callable[[int], Sequence[bytes]]
"""The events of the page at a place."""


def fold_on(connection: Connection, first: int, last: int, fold: Fold, ids: Ids) -> set[bytes]:
    """Fold these pages, whatever a few of their events do to the program."""
    work = partial(fold, first, last)
    done = without_faulty(connection, work, MOST_ASIDE if first < last else None)
    if done is not None:
        return done
    if first < last:
        middle = (first + last) // 2
        before = fold_on(connection, first, middle, fold, ids)
        return before | fold_on(connection, middle + 1, last, fold, ids)
    return _one_page(connection, work, ids(first))


def without_faulty(
    connection: Connection, work: Work, most: int | None = None
) -> set[bytes] | None:
    """Do it without those events that are known to stop it; None where it is not known which, or
    where they are more."""
    aside = Aside()
    while most is None or len(aside.ids) <= most:
        try:
            return _tried(connection, partial(work, aside))
        except _Stumbled as stumbled:
            if aside.at is None or aside.at in aside.ids:
                return None
            aside.ids.add(aside.at)
            _note(stumbled)
    return None


def _one_page(connection: Connection, work: Work, ids: Sequence[bytes]) -> set[bytes]:
    """Find one after another what a page cannot be folded with; where that is too much, the whole
    page is set aside."""
    aside, sound = Aside(), 0
    while len(aside.ids) <= MOST_ASIDE:
        try:
            return _tried(connection, partial(work, aside))
        except _Stumbled as stumbled:
            sound = _first_faulty(connection, work, ids, aside.ids, sound)
            aside = Aside(aside.ids | {ids[sound - 1]})
            _note(stumbled)
    return work(Aside(set(ids)))


def _first_faulty(
    connection: Connection,
    work: Work,
    ids: Sequence[bytes],
    known: set[bytes],
    sound: int,
) -> int:
    """How many events, counted from the front, are the fewest that stop the fold."""
    faulty = len(ids)
    while faulty - sound > 1:
        middle = (sound + faulty) // 2
        rest = Aside(known | set(ids[middle:]))
        try:
            _tried(connection, partial(work, rest), keep=False)
            sound = middle
        except _Stumbled:
            faulty = middle
    return faulty


class _Stumbled(Exception):
    """A fault of the program's own, or a value that the database does not take."""


def _tried(
    connection: Connection, work: Callable[[], set[bytes]], *, keep: bool = True
) -> set[bytes]:
    """Do it, or undo all of it; `keep` False: undo it in any case."""
    with connection.begin_nested() as point:
        try:
            done = work()
        except Exception as fault:
            if not _is_an_events(fault):
                raise
            raise _Stumbled from fault
        if not keep:
            point.rollback()
        return done


def _is_an_events(fault: Exception) -> bool:
    """Whether an event is to blame, and not the machine or the database."""
    if isinstance(fault, DBAPIError):
        code = getattr(fault.orig, "sqlstate", None) or ""
        return isinstance(fault, DataError | IntegrityError) or code.startswith(_REFUSED)
    return not isinstance(fault, MemoryError | OSError)


def _note(stumbled: _Stumbled) -> None:
    if isinstance(stumbled.__cause__, Exception):
        log_fault(_LOG, stumbled.__cause__)
    _LOG.error("one record was set aside because of this fault: tell the maker")
