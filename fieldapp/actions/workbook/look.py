"""What would come of the good rows of a workbook, as the journal stands at this moment: which are
new, which somebody must decide, and which say something else than was recorded of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from fieldapp.actions.backlog.doubts import Judge, doubts_of
from fieldapp.actions.moments import site_today
from fieldapp.actions.practice import Practice
from fieldapp.actions.workbook.differences import Difference, differences_of
from fieldapp.actions.workbook.standing import Standing
from fieldapp.actions.workbook.strangers import ALIKE, ANOTHER, DOUBLE, Ready, tell_apart
from fieldapp.actions.workbook.walk_ins import met
from fieldapp.journal import doses
from fieldapp.journal.journal import Journal


@dataclass(frozen=True, slots=True)
class Looked:
    """`early` and `expired` are numbers of new rows that should be looked at."""

    ready: tuple[Ready, ...]
    held: tuple[Ready, ...]
    changed: tuple[Difference, ...]
    already_here: int
    early: tuple[int, ...]
    expired: tuple[int, ...]


def look(practice: Practice, rows: Iterable[Ready]) -> Looked:
    """Judge these rows; whatever was found of them before is found anew."""
    journal = practice.journal
    told, others = tell_apart(journal, rows)
    before = doses.of_rows(journal, {one.row.row for one in told})
    known = [one for one in told if one.row.row in before]
    new = [_met(journal, one) for one in told if one.row.row not in before]
    changed = differences_of(known, before)
    judge = Judge(practice.programme, practice.catalogue, site_today(practice.clock))
    doubts = doubts_of([one.row for one in new], Standing(journal, new), judge)
    numbers = {one.row.line: one.number for one in new}
    doubled = {numbers[line] for line in doubts.possible_double}
    asked = _asked(new, doubled, others)
    return Looked(
        ready=tuple(one for one in asked if not one.asks),
        held=tuple(one for one in asked if one.asks),
        changed=tuple(changed),
        already_here=len(known) - len(changed),
        early=tuple(numbers[line] for line in doubts.early),
        expired=tuple(numbers[line] for line in doubts.expired_lot),
    )


def _met(journal: Journal, one: Ready) -> Ready:
    if not one.walk_in:
        return one
    found = met(journal, one.row.client)
    return replace(one, person=found.person, like=found.like)


def _asked(new: Sequence[Ready], doubled: set[int], others: set[int]) -> list[Ready]:
    """The rows, each with the weightiest question about it."""
    why = {one.number: ALIKE for one in new if one.like}
    why |= dict.fromkeys(others, ANOTHER) | dict.fromkeys(doubled, DOUBLE)
    return [replace(one, asks=why.get(one.number, "")) for one in new]
