"""Reads stock: what moved, and what is left of each lot. Balances are sums, never kept.

Doses that came from this team's stock were given here or written down late, are not struck through,
and are not of an imported backlog, whose vials this journal never saw: but those of its own
sessions' workbooks are (`wire.workbook.person_row`), whose rows bear UUIDs of version 8.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from fieldapp.domain.immunization import VaccineLot
from fieldapp.domain.stock import Balance, Kind, Place
from fieldapp.journal.database import Row
from fieldapp.journal.entries import position_of
from fieldapp.journal.journal import Journal
from fieldapp.wire.dates import from_day, from_wall

_COLUMNS = (
    "event_id, kind, vaccine, lot, expiry_day, vial_doses, doses, session, reason, note, counted, "
    "vvm, at_s, by_user, vial, reverses, reversed"
)

_TAKEN = "given = 1 AND source < 2 AND void_reason IS NULL"
_OWN = f"dose WHERE {_TAKEN} AND row IS NULL"
_OF_WORKBOOK = f"dose INDEXED BY dose_of_workbook WHERE {_TAKEN} AND substr(hex(row), 13, 1) = '8'"
"""By its index, which holds these doses alone: the planner would read every dose instead."""


@dataclass(frozen=True, slots=True)
class StockMovement:
    """One movement as it was written down. `from_vial`: it tells of a vial opened or closed.
    `taken_back`: a counter-movement cancels it; `takes_back`: it is one itself."""

    event_id: bytes
    kind: Kind
    lot: VaccineLot
    vial_doses: int
    doses: int
    session: Place
    reason: str | None
    note: str | None
    counted: int | None
    vvm: int | None
    at: datetime
    by: str
    from_vial: bool
    taken_back: bool
    takes_back: bool


@dataclass(frozen=True, slots=True)
class LotBalance:
    """What is left of a lot and how it came about. `vial_doses`: what one of its vials holds."""

    lot: VaccineLot
    vial_doses: int
    balance: Balance = field(default_factory=Balance)

    @property
    def was_received(self) -> bool:
        """Whether its receipt was ever written down; a lot in use without one is below zero."""
        return self.balance.of(Kind.RECEIVED) != 0


@dataclass(frozen=True, slots=True)
class SessionLot:
    """The reconciliation of one lot in one session, in doses: loaded + extra = given + wasted +
    returned, or `difference` is left: above zero missing from the count, below zero too many."""

    lot: VaccineLot
    vial_doses: int
    loaded: int
    given: int
    wasted: int
    returned: int
    extra: int
    counted: int
    difference: int


@dataclass(frozen=True, slots=True)
class Presence:
    """From when until when the team had a lot, as it was written down; None: it still has some."""

    lot: VaccineLot
    since: datetime
    until: datetime | None


@dataclass(slots=True)
class _Gathered:
    moved: Counter[tuple[Kind, Place]] = field(default_factory=Counter)
    expiry_day: int | None = None
    vial_doses: int = 1
    newest: int = -1


def balances(j: Journal) -> list[LotBalance]:
    """Every lot that ever moved or was given, by vaccine, expiry and number."""
    found = [
        LotBalance(
            VaccineLot(vaccine, lot, from_day(lot_facts.expiry_day)),
            lot_facts.vial_doses,
            Balance({key: doses for key, doses in lot_facts.moved.items() if doses}),
        )
        for (vaccine, lot), lot_facts in _gather(j).items()
    ]
    return sorted(found, key=_by_expiry)


def _by_expiry(one: LotBalance) -> tuple[str, date, str]:
    return one.lot.vaccine_id, one.lot.expiry or date.max, one.lot.lot_number


def balance_of(j: Journal, vaccine: str, lot: str) -> LotBalance:
    """One lot's balance; an empty one for a lot that never moved."""
    for one in balances(j):
        if (one.lot.vaccine_id, one.lot.lot_number) == (vaccine, lot):
            return one
    return LotBalance(VaccineLot(vaccine, lot), 1)


def of_session(j: Journal, label: str) -> list[SessionLot]:
    """How each lot of a session's box adds up, lots that were never in it left out."""
    found = []
    for one in balances(j):
        if any(place == label for _, place in one.balance.moved):
            found.append(_session_lot(one, label))
    return found


def movements(j: Journal, most: int) -> list[StockMovement]:
    """The newest movements, newest first. Doses given are in the lists of doses."""
    rows = j.db.rows(f"SELECT {_COLUMNS} FROM stock_movement ORDER BY no DESC LIMIT ?", most)  # noqa: S608  fixed column names
    return [_movement(row) for row in rows]


def kept_after(j: Journal, label: str) -> list[tuple[VaccineLot, int]]:
    """The doses that stayed in open vials when a session was closed, by vial."""
    rows = j.db.rows(
        "SELECT vaccine, lot, expiry_day, doses FROM stock_movement "
        "WHERE session = ? AND kind = 'returned' AND vial IS NOT NULL ORDER BY no",
        label,
    )
    return [
        (VaccineLot(vaccine, lot, from_day(expiry)), doses) for vaccine, lot, expiry, doses in rows
    ]


def movement(j: Journal, event_id: bytes) -> StockMovement | None:
    """One movement; None when the event is none."""
    found = j.db.row(
        f"SELECT {_COLUMNS} FROM stock_movement WHERE no = ?",  # noqa: S608  fixed column names
        position_of(j.db, event_id),
    )
    return None if found is None else _movement(found)


def presences(j: Journal) -> list[Presence]:
    """When each lot was with the team."""
    spans: dict[tuple[str, str], tuple[int, int]] = {}
    for vaccine, lot, first_s, last_s in j.db.rows(
        "SELECT vaccine, lot, min(at_s), max(at_s) FROM ("  # noqa: S608  fixed text
        "SELECT vaccine, lot, at_s FROM stock_movement UNION ALL "
        f"SELECT vaccine, lot, recorded_s FROM {_OWN} UNION ALL "
        f"SELECT vaccine, lot, recorded_s FROM {_OF_WORKBOOK}) GROUP BY vaccine, lot"
    ):
        spans[vaccine, lot] = first_s, last_s
    found = []
    for one in balances(j):
        first_s, last_s = spans[one.lot.vaccine_id, one.lot.lot_number]
        until = None if one.balance.on_hand > 0 else from_wall(last_s)
        found.append(Presence(one.lot, from_wall(first_s), until))
    return found


def last_count(j: Journal) -> tuple[datetime, str] | None:
    """When the stock was last counted, and by whom."""
    found = j.db.row(
        "SELECT at_s, by_user FROM stock_movement WHERE kind = 'counted' AND reversed IS NULL "
        "AND reverses IS NULL ORDER BY no DESC LIMIT 1"
    )
    return None if found is None else (from_wall(found[0]), str(found[1]))


def _gather(j: Journal) -> dict[tuple[str, str], _Gathered]:
    lots: dict[tuple[str, str], _Gathered] = {}
    for vaccine, lot, kind, session, doses, newest in j.db.rows(
        "SELECT vaccine, lot, kind, session, sum(doses), max(no) FROM stock_movement "
        "GROUP BY vaccine, lot, kind, session"
    ):
        known = lots.setdefault((vaccine, lot), _Gathered())
        known.moved[Kind(kind), session] += doses
        known.newest = max(known.newest, newest)
    for vaccine, lot, session, doses, newest in _given(j):
        known = lots.setdefault((vaccine, lot), _Gathered())
        known.moved[Kind.GIVEN, session] += doses
        if known.newest < 0:
            known.expiry_day = _expiry_of_dose(j, newest)
    for known in lots.values():
        _describe(j, known)
    return lots


def _given(j: Journal) -> Iterator[Row]:
    """Doses that left the stock, by lot and session."""
    for which in (_OWN, _OF_WORKBOOK):
        yield from j.db.rows(
            "SELECT vaccine, lot, session, count(*), max(no) "  # noqa: S608  fixed text
            f"FROM {which} GROUP BY vaccine, lot, session"
        )


def _describe(j: Journal, known: _Gathered) -> None:
    """Expiry and doses a vial, as last written down."""
    found = j.db.row("SELECT expiry_day, vial_doses FROM stock_movement WHERE no = ?", known.newest)
    if found is not None:
        known.expiry_day, known.vial_doses = found[0], max(1, found[1])


def _expiry_of_dose(j: Journal, no: int) -> int | None:
    found = j.db.row("SELECT expiry_day FROM dose WHERE no = ?", no)
    return None if found is None else found[0]


def _session_lot(one: LotBalance, label: str) -> SessionLot:
    of = one.balance.of_session
    return SessionLot(
        lot=one.lot,
        vial_doses=one.vial_doses,
        loaded=of(Kind.LOADED, label),
        given=of(Kind.GIVEN, label),
        wasted=of(Kind.WASTED, label),
        returned=of(Kind.RETURNED, label),
        extra=of(Kind.EXTRA, label),
        counted=of(Kind.COUNTED, label),
        difference=one.balance.at(label),
    )


def _movement(row: Row) -> StockMovement:
    (
        event_id, kind, vaccine, lot, expiry_day, vial_doses, doses, session, reason, note,
        counted, vvm, at_s, by_user, vial, reverses, reversed_by,
    ) = row  # fmt: skip
    return StockMovement(
        event_id=event_id,
        kind=Kind(kind),
        lot=VaccineLot(vaccine, lot, from_day(expiry_day)),
        vial_doses=max(1, vial_doses),
        doses=doses,
        session=session,
        reason=reason,
        note=note,
        counted=counted,
        vvm=vvm,
        at=from_wall(at_s),
        by=by_user,
        from_vial=vial is not None,
        taken_back=reversed_by is not None,
        takes_back=reverses is not None,
    )
