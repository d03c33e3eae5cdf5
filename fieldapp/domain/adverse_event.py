"""Adverse events following immunization (AEFI): what WHO's reporting form asks, and what is grave.

The codes are data (resources/aefi/codes.json); what a grave reaction means for the next dose is a
rule of the programme. Knows no storage and no words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime

from fieldapp.domain.errors import FieldAppError


class CodesInvalid(FieldAppError):
    """The file of AEFI codes cannot be used."""

    happened = "The list of reactions cannot be used: {where} is missing or wrong."
    safe = "Nothing recorded is affected."
    next_step = "Restore the file resources/aefi/codes.json of this release."


@dataclass(frozen=True, slots=True)
class Code:
    """One box of the form. `severe`: it counts as severe even before anybody said *serious*;
    `sets`: the condition that the programme's rules know it by."""

    id: str
    name: Mapping[str, str]
    severe: bool = False
    sets: str | None = None


@dataclass(frozen=True, slots=True)
class AefiCodes:
    """The boxes of the form in the order of the keys, and which of its variables are critical.

    `serious_sets`: the condition of somebody whose reaction to an earlier dose was serious.
    `variables` are the 25 core variables with whether each is critical.
    """

    reactions: tuple[Code, ...]
    criteria: tuple[Code, ...]
    outcomes: tuple[Code, ...]
    serious_sets: str
    variables: Mapping[str, bool]

    def reaction(self, code: str) -> Code | None:
        """The reaction of this code; None for one that a newer program wrote."""
        return next((one for one in self.reactions if one.id == code), None)


@dataclass(frozen=True, slots=True)
class ReactionDetails:
    """What a report says, as first told or as amended since. `serious` None: not asked yet.

    Times are naive, on the site's own clock. `reporter` None: the user who recorded it.
    """

    reactions: tuple[str, ...] = ()
    onset: datetime | None = None
    serious: bool | None = None
    criteria: tuple[str, ...] = ()
    outcome: str | None = None
    description: str | None = None
    treatment: str | None = None
    history: str | None = None
    died_on: date | None = None
    diluent_lot: str | None = None
    reconstituted: datetime | None = None
    reporter: str | None = None
    reporter_post: str | None = None
    reporter_contact: str | None = None
    notified_on: date | None = None
    comment: str | None = None


@dataclass(frozen=True, slots=True)
class AdverseEvent:
    """A report about one dose. `reaction_id` is the hash of the reporting event; `follow_ups`:
    how often something was added; `withdrawn`: why it was struck through."""

    reaction_id: bytes
    dose_id: bytes
    client_id: bytes
    vaccine_id: str
    details: ReactionDetails
    reported_at: datetime
    reported_by: str
    follow_ups: int = 0
    withdrawn: str | None = None


def changes(old: ReactionDetails, new: ReactionDetails) -> tuple[str, ...]:
    """The names of the fields that differ, in their order."""
    names = (field.name for field in fields(ReactionDetails))
    return tuple(name for name in names if getattr(old, name) != getattr(new, name))


def is_grave(details: ReactionDetails, codes: AefiCodes) -> bool:
    """Whether this is to be shown red: serious by WHO's criteria, or severe by its nature."""
    known = (codes.reaction(code) for code in details.reactions)
    return details.serious is True or any(code is not None and code.severe for code in known)


def conditions_after(events: Iterable[AdverseEvent], codes: AefiCodes) -> dict[str, frozenset[str]]:
    """The conditions that reactions to earlier doses set for the next, by the vaccine of the dose.

    A withdrawn report sets none. The programme says what each condition means.
    """
    found: dict[str, frozenset[str]] = {}
    for event in events:
        if event.withdrawn is None:
            before = found.get(event.vaccine_id, frozenset())
            found[event.vaccine_id] = before | _sets(event.details, codes)
    return found


def _sets(details: ReactionDetails, codes: AefiCodes) -> frozenset[str]:
    named = (codes.reaction(code) for code in details.reactions)
    sets = {code.sets for code in named if code is not None and code.sets}
    return frozenset(sets | ({codes.serious_sets} if details.serious else set()))


def still_missing(details: ReactionDetails, codes: AefiCodes) -> tuple[str, ...]:
    """The critical variables that only people can tell and nobody has yet, in the form's order."""
    told = {
        "reactions": bool(details.reactions),
        "onset_at": details.onset is not None,
        "serious": details.serious is not None,
        "outcome": details.outcome is not None,
    }
    critical = (name for name, is_critical in codes.variables.items() if is_critical)
    return tuple(name for name in critical if not told.get(name, True))


def parse_codes(document: Mapping[str, object]) -> AefiCodes:
    """Read an aefi-codes/1 document. Raises CodesInvalid."""
    sets = document.get("serious_sets")
    if not isinstance(sets, str):
        raise CodesInvalid(where="serious_sets")
    lists = (_codes(document, name) for name in ("reactions", "criteria", "outcomes"))
    reactions, criteria, outcomes = lists
    return AefiCodes(reactions, criteria, outcomes, sets, _variables(document))


def _codes(document: Mapping[str, object], name: str) -> tuple[Code, ...]:
    items = document.get(name)
    if not isinstance(items, list) or not items:
        raise CodesInvalid(where=name)
    codes = tuple(_code(f"{name}[{number}]", item) for number, item in enumerate(items))
    if len({code.id for code in codes}) < len(codes):
        raise CodesInvalid(where=f"{name}: an id twice")
    return codes


def _code(where: str, item: object) -> Code:
    match item:
        case {"id": str(name), "name": {"en": str()} as words, **rest}:
            severe, sets = rest.get("severe", False), rest.get("sets")
            if isinstance(severe, bool) and (sets is None or isinstance(sets, str)):
                return Code(name, words, severe, sets)
    raise CodesInvalid(where=where)


def _variables(document: Mapping[str, object]) -> dict[str, bool]:
    match document.get("core_variables"):
        case {"variables": [*items]}:
            found: dict[str, bool] = {}
            for item in items:
                match item:
                    case {"id": str(name), "critical": bool(critical)}:
                        found[name] = critical
                    case _:
                        raise CodesInvalid(where="core_variables")
            return found
    raise CodesInvalid(where="core_variables")
