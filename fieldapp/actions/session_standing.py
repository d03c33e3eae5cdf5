"""The verb: how does the session stand? The running tally, and all that the close will ask."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from fieldapp.actions.consult import Practice
from fieldapp.actions.count_box import Counted, LotKey, counted
from fieldapp.actions.not_released import NotReleased, not_released
from fieldapp.actions.vials_at_end import VialAtEnd, vials_at_end
from fieldapp.domain.dose_numbers import dose_numbers
from fieldapp.domain.immunization import VaccineLot
from fieldapp.domain.reconciliation import CashCount, LotCount, Reconciliation
from fieldapp.domain.vaccine import Catalogue
from fieldapp.journal import doses, drafts, fees, session_doses, sessions, stock, vials
from fieldapp.journal.fees import Fee, FeeWaiver
from fieldapp.journal.journal import Journal
from fieldapp.journal.session_doses import SessionCounts
from fieldapp.journal.sessions import VaccinationSession
from fieldapp.journal.stock import SessionLot
from fieldapp.journal.tally import tally

FORMS = ("register", "elsewhere", "late", "reaction")
"""The kinds of drafts that are forms about people, as their names begin."""


@dataclass(frozen=True, slots=True)
class SessionStanding:
    """A session as it stands. `by_dose`: doses given by vaccine and number in the course.

    `lots` are the vaccines' lots behind the reconciliation. `waiting`: doses the hub has not
    confirmed; `drafts`: forms left half typed; `open_vials`: what becomes of them at the close.
    """

    session: VaccinationSession
    reconciliation: Reconciliation
    lots: Mapping[LotKey, VaccineLot]
    counts: SessionCounts
    by_dose: Mapping[tuple[str, int], int]
    fees: tuple[Fee, ...]
    refunds: tuple[Fee, ...]
    waivers: tuple[FeeWaiver, ...]
    watched: tuple[NotReleased, ...]
    waiting: int
    drafts: int
    open_vials: tuple[VialAtEnd, ...] = ()

    @property
    def by_number(self) -> Mapping[int, int]:
        """Doses given by their number in the course, of all vaccines."""
        numbers: Counter[int] = Counter()
        for (_, number), count in self.by_dose.items():
            numbers[number] += count
        return numbers


def current_standing(practice: Practice) -> SessionStanding | None:
    """How the open session stands; None while none is open."""
    session = sessions.current(practice.journal)
    return None if session is None else standing_of(practice, session)


def standing_of(practice: Practice, session: VaccinationSession) -> SessionStanding:
    """How a session stands, or stood when it was closed."""
    journal, label = practice.journal, session.label
    with journal.db.held():
        taken = tuple(fees.of_session(journal, label))
        refunds = tuple(fees.refunds_of_session(journal, label))
        known = counted(journal, label)
        lots = stock.of_session(journal, label)
        still_open = session.closed_at is None
        at_end = vials_at_end(practice, known.kept) if still_open else ()
        opened = _in_open_vials(journal) if still_open else Counter[LotKey]()
        lots += _opened_only(opened, lots)
        return SessionStanding(
            session=session,
            reconciliation=Reconciliation(
                tuple(_lot(one, known, opened, _kept(at_end), session) for one in lots),
                _cash(session, known, taken, refunds),
            ),
            lots={_key(one): one.lot for one in lots},
            counts=session_doses.counts(journal, label),
            by_dose=_by_dose(journal, practice.catalogue, label),
            fees=taken,
            refunds=refunds,
            waivers=tuple(fees.waivers_of_session(journal, label)),
            watched=tuple(not_released(journal, label)),
            waiting=tally(journal, practice.clock.now()).waiting,
            drafts=_half_typed(journal),
            open_vials=at_end,
        )


def _half_typed(journal: Journal) -> int:
    """Forms about people that somebody left half typed, whoever it was."""
    names = [name.rpartition("\n")[2] for name in drafts.names(journal, "")]
    return sum(name.partition(" ")[0] in FORMS for name in names)


def _key(one: SessionLot) -> LotKey:
    return one.lot.vaccine_id, one.lot.lot_number


def _kept(at_end: Iterable[VialAtEnd]) -> Counter[LotKey]:
    """Doses left in the opened vials that outlive the session."""
    kept: Counter[LotKey] = Counter()
    for one in at_end:
        if one.kept:
            kept[one.vial.lot.vaccine_id, one.vial.lot.lot_number] += one.vial.doses_left
    return kept


def _in_open_vials(journal: Journal) -> Counter[LotKey]:
    """Doses left in all opened vials; below zero where one gave more than its label says."""
    left: Counter[LotKey] = Counter()
    for vial in vials.in_use(journal):
        left[vial.lot.vaccine_id, vial.lot.lot_number] += vial.doses_left
    return left


def _opened_only(opened: Counter[LotKey], lots: list[SessionLot]) -> list[SessionLot]:
    """Lots of which nothing but an open vial is in this session: it was never put on board."""
    known = {_key(one) for one in lots}
    return [
        SessionLot(VaccineLot(vaccine, lot), 1, 0, 0, 0, 0, 0, 0, 0)
        for (vaccine, lot), doses in opened.items()
        if doses and (vaccine, lot) not in known
    ]


def _lot(
    one: SessionLot,
    known: Counted,
    opened: Counter[LotKey],
    kept: Counter[LotKey],
    session: VaccinationSession,
) -> LotCount:
    key = _key(one)
    count = LotCount(
        vaccine=one.lot.vaccine_id,
        lot=one.lot.lot_number,
        loaded=one.loaded,
        given=one.given,
        wasted=one.wasted,
        returned=known.doses.get(key),
        in_use=opened[key] - kept[key],
        extra=one.extra + one.counted,
        back=one.returned,
        vial=one.vial_doses,
        kept=kept[key],
    )
    if session.closed_at is not None:
        return replace(count, returned=one.returned, back=0)
    used_up = count.returned is None and count.left == 0
    return replace(count, returned=0) if used_up else count


def _cash(
    session: VaccinationSession, known: Counted, taken: tuple[Fee, ...], refunds: tuple[Fee, ...]
) -> CashCount:
    closed = session.closed_at is not None
    return CashCount(
        start=session.cash_float,
        taken=sum(fee.amount for fee in taken),
        refunded=sum(fee.amount for fee in refunds),
        counted=session.cash_counted if closed else known.cash,
        receipts=len(taken),
        reason=(session.cash_reason or "") if closed else known.cash_reason,
    )


def _by_dose(journal: Journal, catalogue: Catalogue, label: str) -> Counter[tuple[str, int]]:
    given = session_doses.given_doses(journal, label)
    numbers: dict[bytes, int] = {}
    for client_id in {dose.client_id for dose in given}:
        numbers |= dose_numbers(doses.of_client(journal, client_id), catalogue)
    return Counter((dose.vaccine, numbers.get(dose.dose_id, 1)) for dose in given)
