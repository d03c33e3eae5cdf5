"""The reasons that the desk asks for: what each question says and what may be answered."""

from __future__ import annotations

from fieldapp.ui.desk.state import ReasonState
from fieldapp.ui.words import NOT_GIVEN, VOIDED, not_given_words, tr, void_words


def why_not_given() -> ReasonState:
    """The question after F6."""
    reasons = tuple((code, not_given_words(code)) for code in NOT_GIVEN)
    return ReasonState(tr("Not given today, because…"), reasons, tr("Record: not given"))


def why_override() -> ReasonState:
    """The question before a dose against the advice."""
    title = tr("The dose is given all the same. Why, and who decided?")
    return ReasonState(title, (), tr("Record the dose"), free_text=True)


def why_void(whose: str = "") -> ReasonState:
    """The question after Ctrl Z: it names whose dose it is, as far as Today shows it."""
    reasons = tuple((code, void_words(code)) for code in VOIDED)
    title = tr("Strike the last dose through, because…")
    if whose:
        title = tr("Strike the dose of {name} through, because…").format(name=whose)
    return ReasonState(title, reasons, tr("Strike through"))
