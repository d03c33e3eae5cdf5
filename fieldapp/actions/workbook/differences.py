"""A row that was recorded before and says something else now: what differs, and its correction.

A correction is an event of its own, made only when a person said yes: fields of a dose that was
given are amended; a record that is of another kind now is struck through and written anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from fieldapp.actions.amend_dose import DoseDetails, amend_dose
from fieldapp.actions.backlog.row import BacklogRow
from fieldapp.actions.backlog.take_over import fact_of
from fieldapp.actions.practice import Practice
from fieldapp.actions.void_dose import void_dose
from fieldapp.domain.immunization import BodySite, ImmunizationEvent, ImmunizationStatus
from fieldapp.domain.lot import lot_key
from fieldapp.wire.events import FLAG_IMPORTED

_AMENDABLE = {"lot", "day", "site", "vaccinator"}


class Numbered(Protocol):
    """A row and its number on the sheet."""

    @property
    def row(self) -> BacklogRow:
        """What it says now."""

    @property
    def number(self) -> int:
        """Its number."""


@dataclass(frozen=True, slots=True)
class Change:
    """One column: the codes or texts that were recorded and that stand there now."""

    column: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A row, what was recorded of it, and what differs. `struck`: somebody struck the record
    through since, so that nothing of it counts."""

    number: int
    row: BacklogRow
    event: ImmunizationEvent
    changes: tuple[Change, ...]


def differences_of(
    rows: Iterable[Numbered], before: Mapping[bytes, ImmunizationEvent]
) -> list[Difference]:
    """Those that say something else than was recorded. A record that somebody struck through
    since is settled: an old copy does not bring it back."""
    found = []
    for one in rows:
        event = before[one.row.row]
        changes = _changes(event, one.row)
        if changes and event.status is not ImmunizationStatus.ENTERED_IN_ERROR:
            found.append(Difference(one.number, one.row, event, changes))
    return found


def _changes(event: ImmunizationEvent, row: BacklogRow) -> tuple[Change, ...]:
    was, now = _recorded(event), _typed(row, event)
    return tuple(
        Change(column, was[column], said)
        for column, said in now.items()
        if _key(column, was[column]) != _key(column, said)
    )


def _recorded(event: ImmunizationEvent) -> dict[str, str]:
    given = event.status is ImmunizationStatus.COMPLETED
    lot = f"{event.lot.vaccine_id} {event.lot.lot_number}".strip()
    return {
        "status": "given" if given else "not-given",
        "lot": lot,
        "day": event.occurred_at.date().isoformat(),
        "site": event.site.value if event.site else "",
        "vaccinator": event.vaccinator or "",
        "reason": event.reason or "",
        "note": event.note or "",
    }


def _typed(row: BacklogRow, event: ImmunizationEvent) -> dict[str, str]:
    return {
        "status": "given" if row.given else "not-given",
        "lot": f"{row.vaccine_id or ''} {row.lot}".strip(),
        "day": row.occurred.date().isoformat(),
        "site": row.site or "",
        "vaccinator": _vaccinator(row, event) or "",
        "reason": row.reason,
        "note": row.note or "",
    }


def _vaccinator(row: BacklogRow, event: ImmunizationEvent) -> str | None:
    """Who gave the dose; a cell that was left or made empty says: whoever recorded it, as it did
    when the row was imported first."""
    return row.vaccinator or (event.recorded_by if row.given else None)


def _key(column: str, text: str) -> str:
    return lot_key(text) if column == "lot" else text


def correct(practice: Practice, one: Difference, *, user: str) -> None:
    """Record the correction. Raises NotAllowed where somebody else recorded the dose."""
    columns = {change.column for change in one.changes}
    if columns <= _AMENDABLE and one.row.given:
        _amend(practice, one, user)
    else:
        _replace(practice, one, user)


def _amend(practice: Practice, one: Difference, user: str) -> None:
    row, event = one.row, one.event
    when = event.occurred_at.replace(tzinfo=None, second=0, microsecond=0)
    details = DoseDetails(
        row.vaccine_id or "",
        row.lot,
        row.expiry,
        when if when.date() == row.occurred.date() else row.occurred,
        BodySite(row.site) if row.site else None,
        _vaccinator(row, event),
    )
    amend_dose(practice.journal, event.event_id, details, "read-again", user=user)


def _replace(practice: Practice, one: Difference, user: str) -> None:
    journal = practice.journal
    reason = "other" if one.row.given else "not-given-after-all"
    row = replace(one.row, vaccinator=_vaccinator(one.row, one.event))
    with journal.transaction():
        void_dose(journal, one.event.event_id, reason, user=user)
        ref = journal.ref(one.event.client_id)
        journal.append([fact_of(row, ref, practice.clock)], user=user, flags=FLAG_IMPORTED)
