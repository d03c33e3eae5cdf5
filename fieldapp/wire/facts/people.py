"""People: registered, corrected, found to be the same."""

from __future__ import annotations

from dataclasses import dataclass

from fieldapp.wire.facts.fact import Fact, Ref, Types, Value


@dataclass(frozen=True, slots=True)
class ClientRegistered(Fact):
    """A person was written down for the first time; the event's hash is the client's id.

    `documents` holds [kind code, number] pairs; a resident ID is written without its check digit,
    and birth date and sex are None where they follow from it. `birth_known_to` is None for a birth
    date known to the day, 1 for the month and 2 for the year alone: then it is their first day.
    """

    name: str
    documents: list[Value]
    birth_day: int | None
    sex: int | None
    phone: str | None = None
    key_group: str | None = None
    home_area: str | None = None
    nationality: str | None = None
    social_security: bool | None = None
    language: str | None = None
    consent: bool | None = None
    circumstances: str | None = None
    birth_known_to: int | None = None


@dataclass(frozen=True, slots=True)
class ClientAmended(Fact):
    """One field of a client was corrected; `field` is a name of `ClientDetails`, values as there
    but encoded as in ClientRegistered."""

    client: Ref
    field: str
    old: Value
    new: Value


@dataclass(frozen=True, slots=True)
class ClientLinked(Fact):
    """Somebody decided that two registrations are one person. Reversible."""

    one: Ref
    other: Ref
    evidence: str


@dataclass(frozen=True, slots=True)
class ClientUnlinked(Fact):
    """Somebody decided that they are two people; a link between them is taken back."""

    one: Ref
    other: Ref
    reason: str


TYPES: Types = {
    ClientRegistered: (16, 2),
    ClientAmended: (17, 1),
    ClientLinked: (18, 1),
    ClientUnlinked: (19, 1),
}
