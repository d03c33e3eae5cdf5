"""The reasons that the records page asks for."""

from __future__ import annotations

from fieldapp.ui.desk.state import ReasonState
from fieldapp.ui.records.words import APART, EVIDENCE, apart_words, evidence_words
from fieldapp.ui.words import VOIDED, tr, void_words


def why_strike(record: str) -> ReasonState:
    """Before a record is struck through."""
    reasons = tuple((code, void_words(code)) for code in VOIDED)
    title = tr("Strike through, because… ({record})").format(record=record)
    return ReasonState(title, reasons, tr("Strike through"))


def why_same() -> ReasonState:
    """Before two registrations become one person."""
    reasons = tuple((code, evidence_words(code)) for code in EVIDENCE)
    return ReasonState(tr("They are one person. How do you know?"), reasons, tr("One person"))


def why_apart(linked: bool) -> ReasonState:
    """Before they are said to be two; a link is taken back by it."""
    reasons = tuple((code, apart_words(code)) for code in APART)
    confirm = tr("Take the link back") if linked else tr("Two people")
    return ReasonState(tr("They are two people. How do you know?"), reasons, confirm)
