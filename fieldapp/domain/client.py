"""Who is vaccinated: the client, and the documents that name a client. Knows no storage."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fieldapp.domain.birth_date import Precision, last_birth_date, write_birth_date


class Sex(StrEnum):
    """Administrative sex as ICAO 9303 and FHIR write it."""

    FEMALE = "F"
    MALE = "M"
    OTHER = "X"


@dataclass(frozen=True, slots=True)
class Document:
    """One identity document: a kind from `domain.scan` and its normalised number."""

    kind: str
    number: str


@dataclass(frozen=True, slots=True)
class ClientDetails:
    """What was written down about a person at registration, or as amended since.

    `birth_date` and `sex` are filled from a resident ID where the person has one; where no more
    than month or year is known (`birth_known_to`) the date is the first day that it may be.
    `circumstances` helps to find again someone without papers: boat, berth, village, look.
    """

    name: str
    documents: tuple[Document, ...] = ()
    birth_date: date | None = None
    sex: Sex | None = None
    phone: str | None = None
    key_group: str | None = None
    home_area: str | None = None
    nationality: str | None = None
    social_security: bool | None = None
    language: str | None = None
    consent: bool | None = None
    circumstances: str | None = None
    birth_known_to: Precision = Precision.DAY

    @property
    def born(self) -> str:
        """The birth date as far as it is known: 1980-05-17, 1980-05, 1980 or ""."""
        return write_birth_date(self.birth_date, self.birth_known_to)

    @property
    def latest_birth_date(self) -> date | None:
        """The last day that the birth date may be."""
        first = self.birth_date
        return None if first is None else last_birth_date(first, self.birth_known_to)


@dataclass(frozen=True, slots=True)
class Client:
    """A person as this place knows them. `client_id` is the hash of the registering event."""

    client_id: bytes
    details: ClientDetails
