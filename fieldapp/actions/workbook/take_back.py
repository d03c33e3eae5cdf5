"""The verb: take a workbook back. First a plan, that changes nothing and says all that would be
done; then what the plan says, once somebody has seen it.

Safe to repeat: a row that was recorded before is never recorded again, from whatever copy it comes.
What a person must decide waits until they say yes to that row by its number: a dose that may be
there already, somebody typed into a blank row from which another copy recorded somebody else, and a
row that says something else than what was recorded of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from fieldapp.actions.backlog.doubts import Judge, doubts_of
from fieldapp.actions.backlog.people import People
from fieldapp.actions.backlog.row import BacklogRow, Refusal
from fieldapp.actions.backlog.take_over import fact_of
from fieldapp.actions.known_client import own_client
from fieldapp.actions.moments import site_now, site_today
from fieldapp.actions.practice import Practice
from fieldapp.actions.workbook.differences import Difference, correct, differences_of
from fieldapp.actions.workbook.judging import Rules, is_touched, judge_row, refused
from fieldapp.actions.workbook.reading import Returned, TypedRow, read_workbook
from fieldapp.actions.workbook.refused import write_refused
from fieldapp.actions.workbook.standing import Standing
from fieldapp.actions.workbook.strangers import Ready as Ready  # part of a plan
from fieldapp.actions.workbook.strangers import tell_apart
from fieldapp.journal import doses, sessions
from fieldapp.wire.events import FLAG_IMPORTED
from fieldapp.wire.workbook import given_elsewhere


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be done. `held` may be double; `changed` were recorded otherwise before. `early`
    and `expired` are numbers of rows that are recorded and should be looked at; `empty` counts
    rows that nobody typed into."""

    returned: Returned
    ready: tuple[Ready, ...]
    held: tuple[Ready, ...]
    changed: tuple[Difference, ...]
    already_here: int
    refusals: tuple[Refusal, ...]
    early: tuple[int, ...]
    expired: tuple[int, ...]
    empty: int

    @property
    def doses(self) -> int:
        """Doses that would be recorded without asking anybody."""
        return sum(one.row.given for one in self.ready)

    @property
    def not_given(self) -> int:
        """Reasoned *not given* that would be."""
        return len(self.ready) - self.doses

    @property
    def asked(self) -> frozenset[int]:
        """The numbers of the rows that somebody must say yes to."""
        held = frozenset(one.number for one in self.held)
        return held | {one.number for one in self.changed}


@dataclass(frozen=True, slots=True)
class Taken:
    """What was done of a plan. `waiting`: rows that nobody said yes to."""

    doses: int
    not_given: int
    corrected: int
    waiting: int
    refused_file: Path | None


@dataclass(slots=True)
class _Sorted:
    ready: list[Ready] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    empty: int = 0
    told: dict[bytes, BacklogRow] = field(default_factory=dict)


def plan(practice: Practice, path: Path) -> Plan:
    """Read the workbook and say what it would change. Raises UnreadableFile, ForeignWorkbook,
    WireError."""
    returned = read_workbook(practice.journal, path)
    sort = _sort(practice, returned)
    journal = practice.journal
    rows, others = tell_apart(journal, sort.ready)
    before = doses.of_rows(journal, {one.row.row for one in rows})
    known = [one for one in rows if one.row.row in before]
    new = [one for one in rows if one.row.row not in before]
    changed = differences_of(known, before)
    standing = Standing(journal, new)
    judge = Judge(practice.programme, practice.catalogue, site_today(practice.clock))
    doubts = doubts_of([one.row for one in new], standing, judge)
    numbers = {one.row.line: one.number for one in new}
    asked = others | {numbers[line] for line in doubts.possible_double}
    return Plan(
        returned=returned,
        ready=tuple(one for one in new if one.number not in asked),
        held=tuple(one for one in new if one.number in asked),
        changed=tuple(changed),
        already_here=len(known) - len(changed),
        refusals=tuple(sorted(sort.refusals, key=lambda no: no.line)),
        early=tuple(numbers[line] for line in doubts.early),
        expired=tuple(numbers[line] for line in doubts.expired_lot),
        empty=sort.empty,
    )


def _sort(practice: Practice, returned: Returned) -> _Sorted:
    sort = _Sorted()
    rules = Rules(returned.frame, practice.catalogue, site_now(practice.clock))
    label = returned.frame.session
    own = returned.own and sessions.get(practice.journal, label) is not None
    standing = Standing(practice.journal, ())
    for typed in returned.rows:
        if not is_touched(typed):
            sort.empty += 1
        elif typed.row is None:
            sort.refusals.append(refused(typed, "no_row_code", "row"))
        else:
            _take(sort, typed, standing, rules, own=own)
    return sort


def _take(sort: _Sorted, typed: TypedRow, standing: Standing, rules: Rules, *, own: bool) -> None:
    row = typed.row
    assert row is not None  # noqa: S101  the caller looked
    person = standing.client_of(row.person) if row.person else None
    if row.person and person is None:
        sort.refusals.append(refused(typed, "unknown_person", "name"))
        return
    row_id = row.id if own else given_elsewhere(row.id)
    judged = judge_row(typed, row_id, person.details if person else None, rules)
    if isinstance(judged, Refusal):
        sort.refusals.append(judged)
    elif judged.row not in sort.told:
        sort.told[judged.row] = judged
        sort.ready.append(Ready(row.number, judged, person.client_id if person else None))
    elif replace(sort.told[judged.row], line=judged.line) != judged:
        sort.refusals.append(refused(typed, "twice_in_file", "row"))


def carry_out(
    practice: Practice, path: Path, made: Plan, *, user: str, yes: Collection[int] = ()
) -> Taken:
    """Do what the plan says, and what was said yes to, all or nothing; then write the refused rows
    beside the file.

    Raises NotAllowed where somebody else's record would be corrected, CannotWriteRefused.
    """
    agreed = [one for one in made.held if one.number in yes]
    rows = [*made.ready, *agreed]
    corrected = [one for one in made.changed if one.number in yes]
    with practice.journal.transaction():
        told, late = tell_apart(practice.journal, rows)
        rows = [one for one in told if one.number not in late]
        for one in corrected:
            correct(practice, one, user=user)
        _record(practice, rows, user)
    counted = Counter(one.row.given for one in rows)
    waiting = len(late) + len(made.held) - len(agreed) + len(made.changed) - len(corrected)
    file = write_refused(path, made.returned, made.refusals)
    return Taken(counted[True], counted[False], len(corrected), waiting, file)


def _record(practice: Practice, rows: Sequence[Ready], user: str) -> None:
    """Record those of these rows that nobody recorded meanwhile. Inside the caller's
    transaction."""
    journal = practice.journal
    here = doses.of_rows(journal, {one.row.row for one in rows})
    fresh = [one for one in rows if one.row.row not in here]
    people = People(journal)
    people.register_new([one.row for one in fresh if one.person is None], user)
    facts = []
    for one in fresh:
        if one.person is None:
            ref = people.ref(one.row.client)
        else:
            ref = journal.ref(own_client(journal, one.person, user=user))
        facts.append(fact_of(one.row, ref, practice.clock))
    journal.append(facts, user=user, flags=FLAG_IMPORTED)
