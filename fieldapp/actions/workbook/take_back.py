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

from fieldapp.actions.backlog.people import People
from fieldapp.actions.backlog.row import BacklogRow, Refusal
from fieldapp.actions.backlog.take_over import fact_of
from fieldapp.actions.known_client import own_client
from fieldapp.actions.moments import site_now
from fieldapp.actions.practice import Practice
from fieldapp.actions.workbook.differences import Difference, correct
from fieldapp.actions.workbook.judging import Rules, is_touched, judge_row, refused
from fieldapp.actions.workbook.look import Looked, look
from fieldapp.actions.workbook.reading import Returned, TypedRow, read_workbook
from fieldapp.actions.workbook.refused import write_refused
from fieldapp.actions.workbook.standing import Standing
from fieldapp.actions.workbook.strangers import Ready
from fieldapp.journal import sessions
from fieldapp.wire.events import FLAG_IMPORTED
from fieldapp.wire.workbook import given_elsewhere


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be done with the good `rows`, as it was `seen`; `empty` counts rows that nobody
    typed into."""

    returned: Returned
    rows: tuple[Ready, ...]
    seen: Looked
    refusals: tuple[Refusal, ...]
    empty: int

    @property
    def doses(self) -> int:
        """Doses that would be recorded without asking anybody."""
        return sum(one.row.given for one in self.seen.ready)

    @property
    def not_given(self) -> int:
        """Reasoned *not given* that would be."""
        return len(self.seen.ready) - self.doses

    @property
    def asked(self) -> frozenset[int]:
        """The numbers of the rows that somebody must say yes to."""
        held = frozenset(one.number for one in self.seen.held)
        return held | {one.number for one in self.seen.changed}


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
    return Plan(
        returned=returned,
        rows=tuple(sort.ready),
        seen=look(practice, sort.ready),
        refusals=tuple(sorted(sort.refusals, key=lambda no: no.line)),
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
        who = person.client_id if person else None
        sort.ready.append(Ready(row.number, judged, who, walk_in=person is None))
    elif replace(sort.told[judged.row], line=judged.line) != judged:
        sort.refusals.append(refused(typed, "twice_in_file", "row"))


def carry_out(
    practice: Practice, path: Path, made: Plan, *, user: str, yes: Collection[int] = ()
) -> Taken:
    """Do what the plan says, and what was said yes to, all or nothing; then write the refused rows
    beside the file.

    Raises NotAllowed where somebody else's record would be corrected, CannotWriteRefused.
    """
    with practice.journal.transaction():
        now = look(practice, made.rows)
        rows, corrected = _agreed(made, now, yes)
        for one in corrected:
            correct(practice, one, user=user)
        _record(practice, rows, user)
    counted = Counter(one.row.given for one in rows)
    left = len(now.ready) + len(now.held) + len(now.changed) - len(rows) - len(corrected)
    file = write_refused(path, made.returned, made.refusals)
    return Taken(counted[True], counted[False], len(corrected), left, file)


def _agreed(made: Plan, now: Looked, yes: Collection[int]) -> tuple[list[Ready], list[Difference]]:
    """What may be recorded and corrected: what needs no yes, or was given it as it is now."""
    free = {one.number for one in made.seen.ready} | set(yes)
    asked = {(one.number, one.asks) for one in made.seen.held if one.number in yes}
    shown = {(one.number, one.changes) for one in made.seen.changed if one.number in yes}
    rows = [one for one in now.ready if one.number in free]
    rows += [one for one in now.held if (one.number, one.asks) in asked]
    return rows, [one for one in now.changed if (one.number, one.changes) in shown]


def _record(practice: Practice, rows: Sequence[Ready], user: str) -> None:
    """Record these rows. Inside the caller's transaction."""
    journal = practice.journal
    people = People(journal)
    people.register_new([one.row for one in rows if one.person is None], user)
    facts = []
    for one in rows:
        if one.person is None:
            ref = people.ref(one.row.client)
        else:
            written = one.row.client if one.walk_in else None
            ref = journal.ref(own_client(journal, one.person, user=user, written=written))
        facts.append(fact_of(one.row, ref, practice.clock))
    journal.append(facts, user=user, flags=FLAG_IMPORTED)
