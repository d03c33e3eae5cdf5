"""What a report of a reaction says, in words: the boxes of the form, how grave, how it ended."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from fieldapp.domain.adverse_event import Code, ReactionDetails
from fieldapp.hub.reactions.listing import codes
from fieldapp.hub.web.words import CHINESE, Said, said

Look = tuple[str, str, Said]
"""How a chip looks, its picture, its words."""
_SERIOUS: Look = ("stop", "octagon-x", said("serious"))
_SEVERE: Look = ("stop", "triangle-alert", said("severe by its nature"))
_NOT_ASKED: Look = ("wait", "clock", said("not asked whether serious"))
_NOT_SERIOUS: Look = ("plain", "check", said("not serious"))


def look_of(details: ReactionDetails, grave: bool) -> Look:
    """How grave it is."""
    if details.serious:
        return _SERIOUS
    if grave:
        return _SEVERE
    return _NOT_ASKED if details.serious is None else _NOT_SERIOUS


def seen(details: ReactionDetails, language: str) -> str:
    """What was seen, box by box."""
    return _names(details.reactions, codes().reactions, language)


def why_serious(details: ReactionDetails, language: str) -> str:
    """By which criteria it is serious."""
    return _names(details.criteria, codes().criteria, language)


def ended(details: ReactionDetails, language: str) -> str:
    """How it ended, as far as is known."""
    return _names((details.outcome,) if details.outcome else (), codes().outcomes, language)


def _names(wanted: Iterable[str], listed: Iterable[Code], language: str) -> str:
    """A box that a newer program knows stands as it is."""
    names: Mapping[str, str] = {
        one.id: one.name["zh-Hans" if language == CHINESE else "en"] for one in listed
    }
    return ("；" if language == CHINESE else "; ").join(names.get(one, one) for one in wanted)
