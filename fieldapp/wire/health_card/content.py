"""What a card says, as plain values; FHIR R4 is only its spelling (`fhir`)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fieldapp.domain.birth_date import Precision, write_birth_date

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
    birth_known_to: Precision = Precision.DAY

    @property
    def born(self) -> str:
        """The birth date as far as it is known: 1980-05-17, 1980-05, 1980 or ""."""
        return write_birth_date(self.birth_date, self.birth_known_to)
