"""The verb: close the session, once every lot and the cash add up and nobody is being watched."""

from __future__ import annotations

from fieldapp.actions.consult import Practice
from fieldapp.actions.count_box import forget_counts
from fieldapp.actions.permission import SecondPerson, require
from fieldapp.actions.session_standing import SessionStanding, current_standing
from fieldapp.actions.stock.amount import Amount
from fieldapp.actions.stock.return_lot import return_lot
from fieldapp.domain.errors import FieldAppError
from fieldapp.domain.fees import amount_text
from fieldapp.domain.reconciliation import LotCount
from fieldapp.domain.roles import Deed
from fieldapp.journal import vials
from fieldapp.journal.journal import Journal
from fieldapp.journal.vials import Vial
from fieldapp.wire.facts import Fact, SessionClosed, SessionReconciled, VialClosed, VialKept


class NoSessionOpen(FieldAppError):
    """Closed before, perhaps at another key press."""

    happened = "No operation is open."
    safe = "Nothing was changed."
    next_step = "Open the next one."


class LotNotCounted(FieldAppError):
    """Nobody counted what came back of a lot."""

    happened = "Lot {lot} was not counted yet."
    safe = "The operation stays open. Nothing was changed."
    next_step = "Count the box and type the number."


class LotDoesNotAddUp(FieldAppError):
    """Doses that nobody can explain."""

    happened = (
        "Lot {lot} does not add up: {loaded} loaded, {given} given, {wasted} wasted,"
        " {returned} returned. {missing} missing."
    )
    safe = "The operation stays open. Nothing was changed."
    next_step = "Count again, or say why they were wasted."


class LotHasTooMany(FieldAppError):
    """More came out of the box than went into it."""

    happened = (
        "Lot {lot} does not add up: {loaded} loaded, {given} given, {wasted} wasted,"
        " {returned} returned. {over} too many."
    )
    safe = "The operation stays open. Nothing was changed."
    next_step = "Count again, or add the vials that were not written down."


class CashDoesNotAddUp(FieldAppError):
    """The cash box holds something else than float and receipts say."""

    happened = "The cash does not add up: {expected} should be there, {counted} was counted."
    safe = "The operation stays open. Nothing was changed."
    next_step = "Count again, look through the receipts, or say why it differs."


class CashNotCounted(FieldAppError):
    """There was cash, and nobody counted it."""

    happened = "The cash was not counted yet."
    safe = "The operation stays open. Nothing was changed."
    next_step = "Count the cash box and type the amount."


class StillWatched(FieldAppError):
    """Nobody is forgotten on the bench."""

    happened = "People are still being watched: {count}."
    safe = "The operation stays open. Nothing was changed."
    next_step = "Release them on the watch board, or say how they left."


def close_session(
    practice: Practice, *, user: str, second: SecondPerson | None = None, note: str | None = None
) -> SessionStanding:
    """Record the end of the open session with what was counted; return how it stood then.

    In one transaction: open vials are thrown away unless they are kept, and what was counted goes
    back to the store. Raises
    NotAllowed, NotASecondPerson, NoSessionOpen, StillWatched, LotNotCounted, LotDoesNotAddUp,
    LotHasTooMany, CashNotCounted, CashDoesNotAddUp; then nothing was changed.
    """
    journal = practice.journal
    require(journal, user, Deed.CLOSE_SESSION, second=second)
    with journal.transaction():
        at = current_standing(practice)
        if at is None:
            raise NoSessionOpen()
        require_closable(at)
        journal.append(_vials_put_away(journal, at), user=user)
        for count in at.reconciliation.lots:
            if count.returned:
                lot = at.lots[count.vaccine, count.lot]
                amount = Amount(lot, count.returned, count.vial)
                return_lot(journal, amount, at.session.label, user=user)
        journal.append([_reconciled(at, second), SessionClosed(at.session.label, note)], user=user)
        forget_counts(journal, at.session.label)
    return at


def require_closable(at: SessionStanding) -> None:
    """Raise what stands in the way of closing, the people first."""
    if at.watched:
        raise StillWatched(count=len(at.watched))
    for lot in at.reconciliation.wrong_lots:
        raise _wrong(lot)
    cash = at.reconciliation.cash
    if cash.missing is None:
        raise CashNotCounted()
    if not cash.adds_up:
        expected, counted = amount_text(cash.expected), amount_text(cash.counted or 0)
        raise CashDoesNotAddUp(expected=expected, counted=counted)


def _wrong(lot: LotCount) -> FieldAppError:
    missing = lot.missing
    if missing is None:
        return LotNotCounted(lot=lot.lot)
    returned, wasted = (lot.returned or 0) + lot.back + lot.kept, lot.wasted + lot.in_use
    parts = {"lot": lot.lot, "loaded": lot.loaded, "given": lot.given}
    if missing > 0:
        return LotDoesNotAddUp(**parts, wasted=wasted, returned=returned, missing=missing)
    return LotHasTooMany(**parts, wasted=wasted, returned=returned, over=-missing)


def _vials_put_away(journal: Journal, at: SessionStanding) -> list[Fact]:
    kept = {one.vial.vial_id for one in at.open_vials if one.kept}
    return [_put_away(journal, vial, keep=vial.vial_id in kept) for vial in vials.in_use(journal)]


def _put_away(journal: Journal, vial: Vial, *, keep: bool) -> Fact:
    ref, left = journal.ref(vial.vial_id), vial.doses_left
    if keep:
        return VialKept(ref, left)
    return VialClosed(ref, left, "session-end" if left > 0 else "used-up")


def _reconciled(at: SessionStanding, second: SecondPerson | None) -> SessionReconciled:
    cash = at.reconciliation.cash
    return SessionReconciled(
        label=at.session.label,
        lots=[
            [
                lot.vaccine,
                lot.lot,
                lot.loaded + lot.extra,
                lot.given,
                lot.wasted + lot.in_use,
                (lot.returned or 0) + lot.back + lot.kept,
            ]
            for lot in at.reconciliation.lots
        ],
        cash_expected=cash.expected,
        cash_counted=cash.counted,
        currency=at.session.currency or "CNY",
        unsent=at.waiting,
        drafts=at.drafts,
        cash_reason=cash.reason or None,
        second_person=second.login if second else None,
    )
