"""Counts what is recorded, waiting, confirmed: the equation that every screen shows.

    recorded  = waiting + confirmed
    confirmed = counted + contested + quarantined + voided + erased

Unit: dose records, those voided since included. `entries` counts every event of the journal.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from fieldapp.journal.confirmed import Confirmed, confirmed
from fieldapp.journal.database import Database
from fieldapp.journal.entries import epochs, last_head, position
from fieldapp.journal.journal import Journal
from fieldapp.wire.dates import from_wall

_VOIDED = "FROM dose INDEXED BY dose_voided WHERE void_reason IS NOT NULL AND given = 1"
_ERASED = "FROM dose WHERE erased_s IS NOT NULL"
_GIVEN_BETWEEN = "FROM dose WHERE given = 1 AND no BETWEEN ? AND ?"


@dataclass(frozen=True, slots=True)
class Tally:
    """Where every dose of this journal is.

    `doses` are records of doses given and neither voided nor erased, `clients` people (linked ones
    once).
    `contested` is what the hub alone can see; until it reports contests to laptops it is 0 here.
    """

    recorded: int
    waiting: int
    confirmed: int
    durable: int
    quarantined: int
    voided: int
    contested: int
    counted: int
    clients: int
    doses: int
    oldest_waiting_s: int | None
    last_contact: datetime | None
    entries: int
    entries_waiting: int
    erased: int = 0


def tally(j: Journal, now: datetime) -> Tally:
    """Count, at one moment."""
    with j.db.held():
        return _count(j.db, now)


def _count(db: Database, now: datetime) -> Tally:
    known = confirmed(db)
    recorded = db.number("SELECT count(*) FROM dose WHERE given = 1")
    beyond = _beyond(db, known)
    waiting = sum(db.number(f"SELECT count(*) {_GIVEN_BETWEEN}", *span) for span in beyond)
    confirmed_doses = recorded - waiting
    quarantined, voided = _doubtful(db, known)
    gone = [no for (no,) in db.rows(f"SELECT no {_ERASED}")]
    erased = sum(1 for no in gone if known.covers(no))
    heads = [last_head(db, no, epoch).seq for no, epoch in epochs(db)]
    return Tally(
        recorded=recorded,
        waiting=waiting,
        confirmed=confirmed_doses,
        durable=sum(
            db.number(f"SELECT count(*) {_GIVEN_BETWEEN}", position(no, 1), position(no, seq))
            for no, seq in known.durable_seq.items()
        ),
        quarantined=quarantined,
        voided=voided,
        contested=0,
        counted=confirmed_doses - quarantined - voided - erased,
        clients=db.number("SELECT count(*) FROM client")
        - db.number("SELECT count(*) FROM client WHERE person <> no"),
        doses=recorded - db.number(f"SELECT count(*) {_VOIDED}") - len(gone),
        oldest_waiting_s=_oldest_waiting_s(db, beyond, now),
        last_contact=last_contact(db),
        entries=sum(heads),
        entries_waiting=sum(heads) - sum(known.head_seq.values()),
        erased=erased,
    )


def last_contact(db: Database) -> datetime | None:
    """The hub's own time of its newest receipt."""
    newest = db.number("SELECT hub_time FROM standing ORDER BY asked DESC, hub_time DESC LIMIT 1")
    return from_wall(newest) if newest else None


def _beyond(db: Database, known: Confirmed) -> list[tuple[int, int]]:
    """First and last position of what no receipt covers, epoch by epoch."""
    return [
        (position(no, known.head_seq.get(no, 0) + 1), position(no + 1, 0)) for no, _ in epochs(db)
    ]


def _doubtful(db: Database, known: Confirmed) -> tuple[int, int]:
    """Confirmed doses that the hub keeps in quarantine, and other confirmed ones since voided."""
    aside = db.rows(
        "SELECT pos FROM quarantine CROSS JOIN dose ON no = pos "
        "WHERE given = 1 AND erased_s IS NULL"
    )
    voided = db.rows(f"SELECT no {_VOIDED}")
    quarantined = {pos for (pos,) in aside if known.covers(pos)}
    return len(quarantined), sum(
        1 for (no,) in voided if known.covers(no) and no not in quarantined
    )


def _oldest_waiting_s(db: Database, beyond: list[tuple[int, int]], now: datetime) -> int | None:
    for span in beyond:
        oldest = db.row(f"SELECT recorded_s {_GIVEN_BETWEEN} ORDER BY no LIMIT 1", *span)
        if oldest is not None:
            return max(0, int(now.timestamp()) - int(oldest[0]))
    return None
