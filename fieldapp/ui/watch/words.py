"""The watch's codes as words."""

from __future__ import annotations

from fieldapp.domain.adverse_event import Code
from fieldapp.ui.language import catalogue_key
from fieldapp.ui.words import tr


def early_words(reason: str) -> str:
    """Why somebody left before the time was over."""
    return tr(EARLY.get(reason, reason))


def withdrawn_words(reason: str) -> str:
    """Why a report was struck through."""
    return tr(WITHDRAWN.get(reason, reason))


def missing_words(variables: tuple[str, ...]) -> str:
    """What the report still lacks."""
    return tr(", ").join(tr(_VARIABLES.get(name, name)) for name in variables)


def code_words(codes: tuple[Code, ...], chosen: tuple[str, ...]) -> str:
    """The names of some codes; one of a newer program is shown as it is."""
    names = {code.id: code_name(code) for code in codes}
    return "; ".join(names.get(code, code) for code in chosen)


def code_name(code: Code) -> str:
    """The name of a code in the language of the screen."""
    return code.name.get(catalogue_key(), code.name["en"])


EARLY = {
    "must-go": "Has to go",
    "boat-leaves": "The boat leaves",
    "feels-well": "Feels well and will not wait",
    "will-not-wait": "Left without a word",
    "other": "Another reason",
}
WITHDRAWN = {
    "wrong-person": "Wrong person",
    "wrong-dose": "Wrong dose",
    "no-reaction": "No reaction after all",
    "reported-twice": "Reported twice",
    "other": "Another reason",
}
_VARIABLES = {
    "reactions": "what was seen",
    "onset_at": "when it began",
    "serious": "whether it was serious",
    "outcome": "the outcome",
}
