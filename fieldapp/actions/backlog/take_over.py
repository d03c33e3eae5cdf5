"""The verb: record the good rows of a backlog, flag the doubtful, refuse the bad; none twice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from fieldapp.actions.backlog.doubts import Doubts, Judge, doubts_of
from fieldapp.actions.backlog.people import People
from fieldapp.actions.backlog.refused import write_refused
from fieldapp.actions.backlog.row import BacklogRow, Refusal, judge
from fieldapp.actions.backlog.sheet import Sheet, read_sheet
from fieldapp.actions.made_up import require_same_world
from fieldapp.actions.moments import site_now, site_today
from fieldapp.domain.clock import Clock
from fieldapp.domain.immunization import DoseSource
from fieldapp.domain.schedule.programme import Programme
from fieldapp.domain.vaccine import Catalogue
from fieldapp.journal import doses
from fieldapp.journal.journal import Journal
from fieldapp.wire.dates import to_day, to_minutes
from fieldapp.wire.events import FLAG_IMPORTED
from fieldapp.wire.facts import DoseNotGiven, DoseRecorded, Fact, Ref
from fieldapp.wire.workbook import given_elsewhere, leaves_stock

ROWS_PER_COMMIT = 200
"""Enough to be quick, few enough that another writer never waits long for the journal."""


@dataclass(frozen=True, slots=True)
class TakenOver:
    """What came of a file. Lines are numbers of lines in the file; the header is line 1."""

    rows: int
    accepted: int
    doses: int
    not_given: int
    clients: int
    already_here: int
    refusals: tuple[Refusal, ...]
    doubts: Doubts
    refused_file: Path | None = None

    def as_json(self) -> dict[str, object]:
        """The object that `fieldapp import --json` prints."""
        return {
            "rows": self.rows,
            "accepted": self.accepted,
            "already_here": self.already_here,
            "doses": self.doses,
            "not_given": self.not_given,
            "clients": self.clients,
            "refused": {str(no.line): no.code for no in self.refusals},
            "early": {str(line): "early" for line in self.doubts.early},
            "expired_lot": list(self.doubts.expired_lot),
            "possible_double": list(self.doubts.possible_double),
        }

    def in_words(self) -> str:
        """The same for a person."""
        doubts = self.doubts
        return (
            f"{self.rows} rows read: {self.doses} doses and {self.not_given} not given, of"
            f" {self.clients} people; {self.already_here} were here before,"
            f" {len(self.refusals)} refused. Taken but doubtful: {len(doubts.early)} early,"
            f" {len(doubts.expired_lot)} from an expired lot,"
            f" {len(doubts.possible_double)} possibly double."
        )


@dataclass(slots=True)
class _Sorted:
    good: list[BacklogRow] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    already_here: int = 0


def take_over(
    journal: Journal,
    path: Path,
    *,
    catalogue: Catalogue,
    programme: Programme,
    clock: Clock,
    user: str,
    dry_run: bool = False,
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> TakenOver:
    """Import the backlog file at `path`. Safe to repeat: a row that is in the journal is left out.

    With `dry_run` nothing is recorded and no file is written. Raises UnreadableFile, MadeUpFile,
    RealFile, and CannotWriteRefused once the good rows are recorded.
    """
    sheet = read_sheet(path)
    require_same_world(journal, sheet.header, path.name)
    rows, people = _sort(journal, sheet, catalogue, clock), People(journal)
    doubts = doubts_of(rows.good, people, Judge(programme, catalogue, site_today(clock)))
    if not dry_run:
        for start in range(0, len(rows.good), ROWS_PER_COMMIT):
            _record(journal, people, rows.good[start : start + ROWS_PER_COMMIT], clock, user)
            progress(min(start + ROWS_PER_COMMIT, len(rows.good)), len(rows.good))
    return TakenOver(
        rows=len(sheet.rows),
        accepted=len(rows.good) + rows.already_here,
        doses=sum(row.given for row in rows.good),
        not_given=sum(not row.given for row in rows.good),
        clients=people.count(rows.good),
        already_here=rows.already_here,
        refusals=tuple(rows.refusals),
        doubts=doubts,
        refused_file=None if dry_run else write_refused(path, sheet, rows.refusals),
    )


def _sort(journal: Journal, sheet: Sheet, catalogue: Catalogue, clock: Clock) -> _Sorted:
    known = doses.imported_rows(journal)
    rows, now = _Sorted(), site_now(clock)
    for line in sheet.rows:
        judged = judge(line, catalogue, now)
        if isinstance(judged, Refusal):
            rows.refusals.append(judged)
        elif judged.row in known or (told := _of_no_stock(judged)).row in known:
            rows.already_here += 1
        else:
            known.add(told.row)
            rows.good.append(told)
    return rows


def _of_no_stock(row: BacklogRow) -> BacklogRow:
    """A row of another laptop's workbook, as an export of doses has it: it left no stock here."""
    return replace(row, row=given_elsewhere(row.row)) if leaves_stock(row.row) else row


def _record(
    journal: Journal, people: People, rows: Sequence[BacklogRow], clock: Clock, user: str
) -> None:
    with journal.transaction():
        people.register_new(rows, user)
        facts = [fact_of(row, people.ref(row.client), clock) for row in rows]
        journal.append(facts, user=user, flags=FLAG_IMPORTED)


def fact_of(row: BacklogRow, client: Ref, clock: Clock) -> Fact:
    """The fact that records a good row of this person."""
    occurred, offset = to_minutes(row.occurred), clock.utc_offset_min()
    if not row.given:
        return DoseNotGiven(
            client=client,
            vaccine=row.vaccine_id,
            reason=row.reason,
            occurred_min=occurred,
            utc_offset_min=offset,
            source=DoseSource.LATE_ENTRY,
            session=row.session,
            vaccinator=row.vaccinator,
            note=row.note,
            row=row.row,
        )
    return DoseRecorded(
        client=client,
        vaccine=row.vaccine_id or "",
        lot=row.lot,
        expiry_day=to_day(row.expiry),
        occurred_min=occurred,
        utc_offset_min=offset,
        source=DoseSource.LATE_ENTRY,
        site=row.site,
        session=row.session,
        vaccinator=row.vaccinator,
        note=row.note,
        row=row.row,
    )
