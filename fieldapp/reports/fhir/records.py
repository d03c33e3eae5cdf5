"""What is told of one person: the plain records that FHIR resources are made from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from typing import Any

from fieldapp.domain.adverse_event import AdverseEvent, AefiCodes
from fieldapp.domain.birth_date import Precision
from fieldapp.domain.client import Client, ClientDetails
from fieldapp.domain.immunization import ImmunizationEvent
from fieldapp.domain.schedule.programme import Programme
from fieldapp.domain.vaccine import Catalogue


@dataclass(frozen=True, slots=True)
class Ground:
    """What records are read by: products, reactions, and the programme that says what is due."""

    catalogue: Catalogue
    aefi: AefiCodes
    programme: Programme


@dataclass(frozen=True, slots=True)
class DoseTold:
    """A dose, or a reasoned *not given*; `team` gave it, `contest` says why it is doubtful."""

    event: ImmunizationEvent
    team: str = ""
    contest: str | None = None


@dataclass(frozen=True, slots=True)
class PersonTold:
    """Somebody with all that is told of them, doses oldest first.

    `registrations` are those found to be this one person: the smallest id names them, and it alone
    stays active. `contest`: why it is doubtful who this is.
    """

    registrations: tuple[Client, ...]
    doses: tuple[DoseTold, ...] = ()
    reactions: tuple[AdverseEvent, ...] = ()
    contest: str | None = None

    @property
    def client(self) -> Client:
        """The person as all registrations together tell of them."""
        first = self.in_order[0]
        return Client(first.client_id, merged([one.details for one in self.in_order]))

    @property
    def in_order(self) -> tuple[Client, ...]:
        """The registrations, the one that stays active first."""
        return tuple(sorted(self.registrations, key=lambda one: one.client_id))


def merged(told: Sequence[ClientDetails]) -> ClientDetails:
    """The first one's details, and from the others what it lacks; everybody's documents."""
    documents = dict.fromkeys(document for one in told for document in one.documents)
    birth = next((one for one in told if one.birth_date), None)
    names = (field.name for field in fields(ClientDetails))
    found: dict[str, Any] = {name: _first(getattr(one, name) for one in told) for name in names}
    found["documents"] = tuple(documents)
    found["birth_known_to"] = birth.birth_known_to if birth else Precision.DAY
    return ClientDetails(**found)


def _first(values: Iterable[Any]) -> Any:
    listed = list(values)
    return next((value for value in listed if value not in (None, "")), listed[0])
