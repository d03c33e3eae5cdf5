"""Counts, money and codes of the session room as words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from fieldapp.actions.fee_rules import load_fee_rule
from fieldapp.actions.settle_fee import Settlement, Waived
from fieldapp.domain.fees import FeeDue, FeeKind, amount_text
from fieldapp.domain.reconciliation import LotCount
from fieldapp.journal.sessions import VaccinationSession
from fieldapp.ui.language import catalogue_key
from fieldapp.ui.words import tr


def session_words(session: VaccinationSession | None) -> str:
    """Boat, operation and place, for the strip: *Boat 3 · Operation 71 · Nanyang pier*."""
    if session is None:
        return ""
    named = session.label
    if session.operation is not None and session.unit:
        named = f"{session.unit} · {tr('Operation {n}').format(n=session.operation)}"
    return " · ".join(part for part in (named, session.place) if part)


def title_words(session: VaccinationSession) -> str:
    """What the operation is called over its own room."""
    if session.operation is None:
        return session.label
    return tr("Operation {n}").format(n=session.operation)


def missing_words(lot: LotCount) -> str:
    """How far a lot is from adding up."""
    missing = lot.missing or 0
    if missing < 0:
        return tr("{n} too many").format(n=-missing)
    if lot.vial == 1:
        return QCoreApplication.translate("session", "%n vial(s) missing", "", missing)
    return QCoreApplication.translate("session", "%n dose(s) missing", "", missing)


def money(amount: int, programme: str) -> str:
    """An amount with its unit: 300 yuan."""
    rule = load_fee_rule(programme)
    if rule is None:
        return amount_text(amount)
    unit = rule.unit.get(catalogue_key(), rule.currency)
    return f"{amount_text(amount, rule.decimals)} {unit}"


def money_unit(programme: str) -> str:
    """What the amounts of a programme are in."""
    rule = load_fee_rule(programme)
    return "" if rule is None else rule.unit.get(catalogue_key(), rule.currency)


def fee_words(due: FeeDue | None, programme: str) -> tuple[str, str]:
    """What a dose costs, and the tone to say it in; nothing where nothing is to be paid."""
    if due is None or due.kind is FeeKind.FREE:
        return "", ""
    if due.kind is FeeKind.ASK:
        return tr("Fee: ask first whether the person has social security here."), "wait"
    reason = tr(_FEE_REASONS.get(due.reason, due.reason))
    return tr("Fee: {amount}, {reason}").format(
        amount=money(due.amount, programme), reason=reason
    ), "info"


def settlement_words(
    settlement: Settlement | None, due: FeeDue | None, programme: str
) -> tuple[str, str]:
    """What becomes of the fee of a dose, and the tone to say it in."""
    if due is None or due.kind is not FeeKind.DUE or settlement is None:
        return fee_words(due, programme)
    amount = money(due.amount, programme)
    if isinstance(settlement, Waived):
        words = tr("Fee of {amount} not taken: {kind}, {who}")
        kind = tr(WAIVED.get(settlement.kind, settlement.kind))
        return words.format(amount=amount, kind=kind, who=settlement.decided_by), "wait"
    words = tr("Fee: {amount}, paid by {payer}")
    return words.format(amount=amount, payer=settlement.payer or ""), "info"


def waste_words(reason: str) -> str:
    """Why doses were thrown away."""
    return tr(WASTED.get(reason, reason))


def waste_choices() -> tuple[tuple[str, str], ...]:
    """The reasons to choose from; the end of the session is written by closing it."""
    return tuple((code, waste_words(code)) for code in WASTED)


_FEE_REASONS = {"no-social-security": "no social security"}
WAIVED = {"exempt": "exempt", "unpaid": "unpaid"}
LEFT = {
    "boat-leaves": "Well, before their time was over: the boat leaves",
    "unseen": "Nobody saw them leave",
}
KEEP_IF = {
    "cold": "Was it kept cold all the time?",
    "vvm": "Is its monitor before the discard point?",
    "clean": "Was every dose drawn cleanly?",
    "dry": "Was it never under water or melted ice?",
    "not-expired": "Is it before its expiry date?",
}
WASTED = {
    "broken": "Broken",
    "lost": "Lost",
    "hours-over": "Open for too long",
    "contaminated": "Dirty or under water",
    "heat": "Too warm",
    "frozen": "Frozen",
    "vvm": "Vial monitor at its end",
    "expired": "Expired",
    "other": "Another reason",
}
