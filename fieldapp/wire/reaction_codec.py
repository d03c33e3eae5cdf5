"""A report of a reaction as a fact, and a follow-up as the list of what changed."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from fieldapp.domain.adverse_event import ReactionDetails
from fieldapp.wire.dates import from_day, from_minutes, to_day, to_minutes
from fieldapp.wire.errors import Undecodable
from fieldapp.wire.events import UnknownFact, decode_body, encode_body, type_and_version
from fieldapp.wire.facts import ReactionReported, Ref, Value

_FIXED = ("dose", "utc_offset_min")
FIELDS = tuple(field.name for field in fields(ReactionReported) if field.name not in _FIXED)
"""The fields that a follow-up may change."""


def to_fact(dose: Ref, details: ReactionDetails, utc_offset_min: int) -> ReactionReported:
    """The reporting fact for these details."""
    d = details
    return ReactionReported(
        dose=dose,
        reactions=list(d.reactions),
        utc_offset_min=utc_offset_min,
        onset_min=None if d.onset is None else to_minutes(d.onset),
        serious=d.serious,
        criteria=list(d.criteria) or None,
        outcome=d.outcome,
        description=d.description,
        treatment=d.treatment,
        history=d.history,
        died_day=to_day(d.died_on),
        diluent_lot=d.diluent_lot,
        reconstituted_min=None if d.reconstituted is None else to_minutes(d.reconstituted),
        reporter=d.reporter,
        reporter_post=d.reporter_post,
        reporter_contact=d.reporter_contact,
        notified_day=to_day(d.notified_on),
        comment=d.comment,
    )


def from_fact(fact: ReactionReported) -> ReactionDetails:
    """The details that a fact states. Raises Undecodable when they make no sense."""
    f = fact
    try:
        onset = None if f.onset_min is None else from_minutes(f.onset_min, 0)
        mixed = None if f.reconstituted_min is None else from_minutes(f.reconstituted_min, 0)
        died, notified = from_day(f.died_day), from_day(f.notified_day)
    except (OverflowError, ValueError) as error:
        raise Undecodable(what="reaction", why="a date or time lies out of all years") from error
    return ReactionDetails(
        reactions=_texts(f.reactions),
        onset=None if onset is None else onset.replace(tzinfo=None),
        serious=f.serious,
        criteria=_texts(f.criteria or []),
        outcome=f.outcome,
        description=f.description,
        treatment=f.treatment,
        history=f.history,
        died_on=died,
        diluent_lot=f.diluent_lot,
        reconstituted=None if mixed is None else mixed.replace(tzinfo=None),
        reporter=f.reporter,
        reporter_post=f.reporter_post,
        reporter_contact=f.reporter_contact,
        notified_on=notified,
        comment=f.comment,
    )


def changes_between(old: ReactionReported, new: ReactionReported) -> list[Value]:
    """What a follow-up writes down: [field, old, new] of every field that differs."""
    return [
        [name, getattr(old, name), getattr(new, name)]
        for name in FIELDS
        if getattr(old, name) != getattr(new, name)
    ]


def amended(fact: ReactionReported, changes: list[Value]) -> ReactionReported:
    """The report after a follow-up. A change of no known field, or to what does not fit it, is
    passed over: a newer program may write such."""
    for change in changes:
        match change:
            case [str(name), _, new] if name in FIELDS:
                made: dict[str, Any] = {name: new}
                fact = _if_it_fits(fact, replace(fact, **made))
    return fact


def _if_it_fits(old: ReactionReported, new: ReactionReported) -> ReactionReported:
    read = decode_body(*type_and_version(new), encode_body(new))
    if isinstance(read, UnknownFact):
        return old
    try:
        from_fact(new)
    except Undecodable:
        return old
    return new


def _texts(values: list[Value]) -> tuple[str, ...]:
    return tuple(value for value in values if isinstance(value, str))
