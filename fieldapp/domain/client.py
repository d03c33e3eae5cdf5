"""Who is vaccinated: the client, and the documents that name a client. Knows no storage."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


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

    `birth_date` and `sex` are filled from a resident ID where the person has one.
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


@dataclass(frozen=True, slots=True)
class Client:
    """A person as this place knows them. `client_id` is the hash of the registering event."""

    client_id: bytes
    details: ClientDetails
