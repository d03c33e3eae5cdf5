"""Facts as earlier programs wrote them, and what each says in the newest version. Kept for ever."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from fieldapp.wire.facts.fact import Fact, Ref, Value
from fieldapp.wire.facts.people import ClientRegistered
from fieldapp.wire.facts.system import Erased


@dataclass(frozen=True, slots=True)
class ClientRegistered1(Fact):
    """Every birth date was known to the day."""

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


@dataclass(frozen=True, slots=True)
class Erased1(Fact):
    """Nothing stayed of a dose, not even for the stock."""

    event: Ref
    legal_basis: str


@dataclass(frozen=True, slots=True)
class Earlier:
    """A version that is read and no longer written; `today` says the same as a newest fact."""

    fact: type[Fact]
    today: Callable[[Any], Fact]


def _registered(old: ClientRegistered1) -> ClientRegistered:
    return ClientRegistered(*(getattr(old, field.name) for field in fields(old)))


def _erased(old: Erased1) -> Erased:
    return Erased(old.event, old.legal_basis)


EARLIER: Mapping[tuple[int, int], Earlier] = {
    (16, 1): Earlier(ClientRegistered1, _registered),
    (64, 1): Earlier(Erased1, _erased),
}
"""By the numbers that the header carries."""
