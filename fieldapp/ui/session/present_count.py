"""Puts the count at the end of the day into words: one lot, or the cash box, at a time."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from fieldapp.actions.session_standing import SessionStanding
from fieldapp.domain.reconciliation import LotCount
from fieldapp.ui.session.state import CASH, CountState, LotKey
from fieldapp.ui.session.words import missing_words, money, money_unit
from fieldapp.ui.words import tr


def count_state(at: SessionStanding, counting: LotKey | None) -> CountState | None:
    """What is asked about the lot, or the cash box, that is counted now."""
    if counting == CASH:
        return _count_cash(at)
    for lot in at.reconciliation.lots:
        if (lot.vaccine, lot.lot) == counting:
            return _count_lot(lot)
    return None


def _count_lot(lot: LotCount) -> CountState:
    unit = tr("vials") if lot.vial == 1 else tr("vials of {n} doses").format(n=lot.vial)
    key = (lot.vaccine, lot.lot)
    wasted = tr("Wasted, because…") if lot.missing is None or lot.missing > 0 else ""
    if lot.missing is None:
        words = tr("Lot {lot}: count the closed vials that are left in the box.")
        return CountState(
            key, f"{words.format(lot=lot.lot)}{_in_use(lot)}", unit, tr("Counted"), "", wasted
        )
    if lot.adds_up:
        words = tr("Lot {lot} adds up.").format(lot=lot.lot) + _in_use(lot)
        return CountState(key, words, unit, tr("Count again"))
    return CountState(key, _wrong(lot), unit, tr("Count again"), "", wasted)


def _in_use(lot: LotCount) -> str:
    said = ""
    if lot.in_use > 0:
        words = QCoreApplication.translate(
            "session",
            "%n dose(s) in the open vial will be thrown away at the close.",
            "",
            lot.in_use,
        )
        said = f" {words}"
    if lot.kept:
        words = QCoreApplication.translate(
            "session", "%n dose(s) stay in the open vial.", "", lot.kept
        )
        said += f" {words}"
    return said


def _wrong(lot: LotCount) -> str:
    sums = tr("Lot {lot}: {loaded} loaded, {given} given, {wasted} wasted, {returned} returned.")
    said = sums.format(
        lot=lot.lot,
        loaded=lot.loaded + lot.extra,
        given=lot.given,
        wasted=lot.wasted + max(0, lot.in_use),
        returned=(lot.returned or 0) + lot.back + lot.kept,
    )
    if (lot.missing or 0) > 0:
        way_out = tr("Count the box again, or say what happened to what is missing.")
    else:
        way_out = tr("Count the box again, or add the vials that were not written down (F3).")
    together = tr("{sums} {missing}. {way_out}")
    return together.format(sums=said, missing=missing_words(lot), way_out=way_out)


def _count_cash(at: SessionStanding) -> CountState:
    cash, programme = at.reconciliation.cash, at.session.programme
    unit = money_unit(programme)
    if cash.counted is None:
        return CountState(CASH, tr("Count the cash box."), unit, tr("Counted"))
    if cash.missing == 0:
        return CountState(CASH, tr("The cash adds up."), unit, tr("Count again"))
    words = tr(
        "{expected} should be there, {counted} was counted. Count again, look through the "
        "receipts, or say why it differs."
    ).format(expected=money(cash.expected, programme), counted=money(cash.counted, programme))
    return CountState(CASH, words, unit, tr("Count again"), explain=tr("It differs, because…"))
