"""What a card says, as plain values; FHIR R4 is only its spelling (`fhir`)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

CVX = "http://hl7.org/fhir/sid/cvx"
PRODUCTS = "urn:vax-catalogue"
"""Our own names of products, for those that CVX does not know apart."""


@dataclass(frozen=True, slots=True)
class CardDose:
    """One dose. `codes` are (system, code) of its product; `giver` is a team or place as written.

    `reported`: who signed the card did not give it and saw no signature for it.
    """

    codes: tuple[tuple[str, str], ...]
    day: date
    lot: str = ""
    giver: str = ""
    reported: bool = False


@dataclass(frozen=True, slots=True)
class HealthCard:
    """A person's doses, oldest first, and who says so: `issuer` is the hub's address, `issued` the
    signing laptop's own clock in Unix seconds."""

    issuer: str
    issued: int
    name: str
    birth_date: date | None
    doses: tuple[CardDose, ...]
