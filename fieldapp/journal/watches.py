"""Reads who is being watched after a dose: on the board now, and not yet released in a session."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fieldapp.domain.client import Client
from fieldapp.domain.immunization import ImmunizationEvent
from fieldapp.domain.watch import Elapsed
from fieldapp.journal.database import Row
from fieldapp.journal.doses import EVENT_COLUMNS, event_of
from fieldapp.journal.entries import position_of
from fieldapp.journal.journal import Journal
from fieldapp.journal.projections.clients import registration
from fieldapp.journal.projections.watch import step_s
from fieldapp.wire.client_codec import from_fact

REACH_S = 12 * 3600
"""How much running time a watch stays on the board when nobody ends it; also, how long after it
was given a dose may be recorded and still begin one."""

MOST = 300
_GOING_ON = "watch.outcome IS NULL AND dose.void_reason IS NULL AND dose.source = 0"
_FROM = (
    "FROM watch JOIN dose ON dose.no = watch.no JOIN client ON client.no = dose.client "
    "LEFT JOIN session ON session.label = dose.session"
)


@dataclass(frozen=True, slots=True)
class Watch:
    """A dose whose watch goes on. `person` is the same for linked registrations; `answered_yes`
    are the ids of the screening questions; `session_closed`: the day's work there is over."""

    dose: ImmunizationEvent
    client: Client
    person: int
    elapsed: Elapsed
    answered_yes: frozenset[str]
    session_closed: bool


def going_on(j: Journal) -> list[Watch]:
    """Everybody on the board, the longest watched first; no more than MOST."""
    now = _Running(j)
    rows = j.db.rows(
        "SELECT watch.ran_s, watch.boot, watch.answered_yes, client.person, client.body, "
        f"session.closed_s, {EVENT_COLUMNS} {_FROM} WHERE {_GOING_ON} AND watch.ran_s > ? "
        "AND dose.recorded_s - 60 * (dose.occurred_min - dose.utc_offset_min) < ? "
        "ORDER BY watch.ran_s, watch.no LIMIT ?",
        now.ran_s - REACH_S,
        REACH_S,
        MOST,
    )
    return [now.watch(row) for row in rows]


def not_released(j: Journal, session: str) -> list[Watch]:
    """Those of a session's doses whose watch nobody has ended, oldest first."""
    now = _Running(j)
    rows = j.db.rows(
        "SELECT watch.ran_s, watch.boot, watch.answered_yes, client.person, client.body, "
        f"session.closed_s, {EVENT_COLUMNS} {_FROM} WHERE {_GOING_ON} AND dose.session = ? "
        "AND watch.no > session.opened ORDER BY watch.no",
        session,
    )
    return [now.watch(row) for row in rows]


def is_going_on(j: Journal, dose_id: bytes) -> bool:
    """Whether a dose's watch has not been ended."""
    no = position_of(j.db, dose_id)
    return j.db.row("SELECT 1 FROM watch WHERE no = ? AND outcome IS NULL", no) is not None


def has_ended(j: Journal, dose_id: bytes) -> bool:
    """Whether somebody ended a dose's watch."""
    no = position_of(j.db, dose_id)
    return j.db.row("SELECT 1 FROM watch WHERE no = ? AND outcome IS NOT NULL", no) is not None


def person_of(j: Journal, client_id: bytes) -> int | None:
    """The number of a person (`Watch.person`); linked registrations share it."""
    found = j.db.row("SELECT person FROM client WHERE client_id = ?", client_id)
    return None if found is None else int(found[0])


def people(watches: Sequence[Watch]) -> int:
    """How many people these are: two doses of one visit are one person's."""
    return len({watch.person for watch in watches})


class _Running:
    """The laptop's clocks as they stand now."""

    def __init__(self, j: Journal) -> None:
        stood = j.db.row("SELECT boot, ran_s, uptime_s FROM running")
        self.boot, ran_s, before_s = stood or (0, 0, 0)
        self.ran_s: int = ran_s + step_s(before_s, j.clock.uptime_s())
        self._now = j.clock.now()

    def watch(self, row: Row) -> Watch:
        ran_s, boot, answered_yes, person, body, closed_s, *columns = row
        dose = event_of(tuple(columns))
        recorded = dose.recorded_at
        elapsed = Elapsed(
            ran_s=self.ran_s - ran_s,
            wall_s=int((self._now - recorded).total_seconds()),
            same_boot=boot == self.boot,
            before_s=_before_s(dose),
        )
        client = Client(dose.client_id, from_fact(registration(body)))
        yes = frozenset(answered_yes.split())
        return Watch(dose, client, person, elapsed, yes, closed_s is not None)


def _before_s(dose: ImmunizationEvent) -> int:
    """How long before it was recorded the dose was given. Times of doses have whole minutes: the
    minute's last second counts, so that nobody leaves early."""
    before = (dose.recorded_at - dose.occurred_at).total_seconds()
    return max(0, int(before) - 59)
