"""Calls about the next dose: who was tried, what came of it, and how people wish to be reached."""

from __future__ import annotations

from dataclasses import dataclass

from fieldapp.wire.facts.fact import Fact, Ref, Types


@dataclass(frozen=True, slots=True)
class CallMade(Fact):
    """Somebody (the header's user) tried to reach a person about a dose that is due.

    `vaccine` is the product of the dose before, `dose` the number of the one that is due.
    `day`: when they will come, or when they had it elsewhere. `again_day`: when to try next, None
    for no more. `told` is the dose that was written down from this call. `phone` is the number that
    was called: what is wrong with it is over once the person has another.
    """

    client: Ref
    vaccine: str
    dose: int | None
    outcome: str  # a word of domain/call.py
    day: int | None = None
    again_day: int | None = None
    reason: str | None = None
    note: str | None = None
    phone: str | None = None
    told: Ref | None = None


@dataclass(frozen=True, slots=True)
class CallWithdrawn(Fact):
    """What was written down of the call was an error: it stays, struck through."""

    call: Ref
    reason: str


@dataclass(frozen=True, slots=True)
class ContactWished(Fact):
    """How a person wishes to be reached; the newest word counts, nothing said means both."""

    client: Ref
    calls: bool
    messages: bool


TYPES: Types = {
    CallMade: (112, 1),
    CallWithdrawn: (113, 1),
    ContactWished: (114, 1),
}
