"""The verb: what is on board, how each lot stands, what is open, and what needs somebody?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from fieldapp.actions.cold_chain.cold_chain_state import ContainerState, cold_chain_state
from fieldapp.actions.moments import site_today
from fieldapp.actions.practice import Practice
from fieldapp.actions.stock_rules import load_stock_rules
from fieldapp.domain.immunization import VaccineLot
from fieldapp.domain.lot import LotFacts, LotStanding, LotState, needs_somebody, standing
from fieldapp.domain.stock import Kind
from fieldapp.domain.vial_advice import use_before
from fieldapp.journal import lots, sessions, staff, stock, vials
from fieldapp.journal.lots import LotDecision
from fieldapp.journal.stock import LotBalance

CHART_DAYS = 3


@dataclass(frozen=True, slots=True)
class LotRow:
    """A lot on board. `in_box`: in the box of the open session; `in_store`: everywhere else.
    `decisions` are told with the names of those who decided."""

    lot: VaccineLot
    vial_doses: int
    on_hand: int
    in_box: int
    in_store: int
    standing: LotStanding
    decisions: tuple[LotDecision, ...] = ()

    @property
    def needs_somebody(self) -> bool:
        """Whether a person must do something about it."""
        return needs_somebody(self.standing, self.on_hand)


@dataclass(frozen=True, slots=True)
class OpenVial:
    """A vial in use. `discard_at` None: nothing is said about hours. `over`: they are over."""

    vial_id: bytes
    lot: VaccineLot
    doses: int
    doses_left: int
    opened_at: datetime
    discard_at: datetime | None
    over: bool


@dataclass(frozen=True, slots=True)
class BoxTally:
    """The open session's box, in doses, all lots together."""

    session: str
    loaded: int
    given: int
    wasted: int
    lots: int


@dataclass(frozen=True, slots=True)
class StockBoard:
    """All of it. `counted`: when the stock was last counted, and by whom (a name)."""

    lots: tuple[LotRow, ...]
    vials: tuple[OpenVial, ...]
    box: BoxTally | None
    counted: tuple[datetime, str] | None
    containers: tuple[ContainerState, ...]

    @property
    def on_board(self) -> int:
        """Doses that the team has."""
        return sum(max(0, row.on_hand) for row in self.lots)

    @property
    def usable(self) -> int:
        """Doses that may be used."""
        blocked = (LotStanding.RECALLED, LotStanding.EXPIRED, LotStanding.HELD)
        return sum(max(0, row.on_hand) for row in self.lots if row.standing not in blocked)

    @property
    def waiting(self) -> int:
        """How many things need somebody: lots, and open vials whose hours are over."""
        vials_over = sum(vial.over and vial.doses_left > 0 for vial in self.vials)
        return sum(row.needs_somebody for row in self.lots) + vials_over


def stock_board(practice: Practice) -> StockBoard:
    """Read it all; some milliseconds. Lots of which nothing is left are left out, unless they are
    held or recalled; what the hub recalled is shown where it was ever on board."""
    journal = practice.journal
    session = sessions.current(journal)
    label = session.label if session else None
    names = _names(practice)
    decided = [replace(one, by=names.get(one.by, one.by)) for one in lots.all_standing(journal)]
    open_vials = _vials(practice)
    known = stock.balances(journal)
    rows = [
        _row(practice, one, label, decided, open_vials)
        for one in known
        if one.balance.on_hand or (label and one.balance.at(label))
    ]
    shown = {(row.lot.vaccine_id, row.lot.lot_number) for row in rows}
    rows += [
        _row(practice, stock.balance_of(journal, *lot), label, decided, open_vials)
        for lot in dict.fromkeys(_decided_about(decided, known))
        if lot not in shown
    ]
    return StockBoard(
        lots=tuple(rows),
        vials=tuple(open_vials),
        box=_box(known, label) if label else None,
        counted=_counted(practice),
        containers=cold_chain_state(practice, CHART_DAYS),
    )


def _decided_about(
    decided: Sequence[LotDecision], known: Sequence[LotBalance]
) -> Iterator[tuple[str, str]]:
    """The lots that decisions are about, of the hub's only those that were here."""
    here = [(one.lot.vaccine_id, one.lot.lot_number) for one in known]
    for decision in decided:
        if decision.from_hub:
            yield from (lot for lot in here if decision.concerns(*lot))
        else:
            yield decision.vaccine_id, decision.lot_number


def _row(
    practice: Practice,
    one: LotBalance,
    session: str | None,
    decided: Sequence[LotDecision],
    open_vials: Sequence[OpenVial],
) -> LotRow:
    lot = one.lot
    own = tuple(one for one in decided if one.concerns(lot.vaccine_id, lot.lot_number))
    states = {decision.state for decision in own}
    in_box = one.balance.at(session) if session else 0
    facts = LotFacts(
        expiry=lot.expiry,
        on_hand=one.balance.on_hand,
        was_received=one.was_received,
        state=next((state for state in LotState if state in states), None),
        in_use=any(_same(vial.lot, lot) for vial in open_vials),
    )
    stands = standing(facts, site_today(practice.clock), load_stock_rules().soon_days)
    on_hand = one.balance.on_hand
    return LotRow(lot, one.vial_doses, on_hand, in_box, on_hand - in_box, stands, own)


def _same(one: VaccineLot, other: VaccineLot) -> bool:
    return (one.vaccine_id, one.lot_number) == (other.vaccine_id, other.lot_number)


def _vials(practice: Practice) -> list[OpenVial]:
    now, found = practice.clock.now(), []
    for vial in vials.in_use(practice.journal):
        until = use_before(practice.catalogue.get(vial.lot.vaccine_id), vial.opened_at)
        over = until is not None and now >= until
        found.append(
            OpenVial(
                vial.vial_id, vial.lot, vial.doses, vial.doses_left, vial.opened_at, until, over
            )
        )
    return found


def _box(known: Sequence[LotBalance], label: str) -> BoxTally:
    def total(kind: Kind) -> int:
        return sum(one.balance.of_session(kind, label) for one in known)

    count = sum(one.balance.of_session(Kind.LOADED, label) > 0 for one in known)
    return BoxTally(label, total(Kind.LOADED), total(Kind.GIVEN), total(Kind.WASTED), count)


def _counted(practice: Practice) -> tuple[datetime, str] | None:
    counted = stock.last_count(practice.journal)
    if counted is None:
        return None
    return counted[0], _names(practice).get(counted[1], counted[1])


def _names(practice: Practice) -> dict[str, str]:
    return {person.login: person.name for person in staff.all_staff(practice.journal)}
