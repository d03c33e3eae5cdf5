"""A person's details as a fact: what follows from a resident ID is left out, and filled in again.

The last of an ID's 18 characters is its check digit; birth date and sex follow from it too
(GB 11643-1999). From an ID that fails its check nothing follows.
"""

from __future__ import annotations

from datetime import date

from fieldapp.domain.birth_date import Precision
from fieldapp.domain.client import ClientDetails, Document, Sex
from fieldapp.wire.codes import (
    DOCUMENT_KIND_NAMES,
    DOCUMENT_KINDS,
    PRECISION_NAMES,
    PRECISIONS,
    SEX_NAMES,
    SEXES,
)
from fieldapp.wire.dates import from_day, to_day
from fieldapp.wire.errors import Undecodable
from fieldapp.wire.facts import ClientRegistered, Value

_RESIDENT_ID = "cn-resident-id"
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def to_fact(details: ClientDetails) -> ClientRegistered:
    """The registering fact for these details."""
    birth, sex = _following(details.documents)
    own_birth, own_sex = details.birth_date, details.sex
    return ClientRegistered(
        name=details.name,
        documents=[encode_document(document) for document in details.documents],
        birth_day=None if own_birth == birth else to_day(own_birth),
        sex=None if own_sex is None or own_sex == sex else SEXES[own_sex],
        phone=details.phone,
        key_group=details.key_group,
        home_area=details.home_area,
        nationality=details.nationality,
        social_security=details.social_security,
        language=details.language,
        consent=details.consent,
        circumstances=details.circumstances,
        birth_known_to=PRECISIONS[details.birth_known_to],
    )


def from_fact(fact: ClientRegistered) -> ClientDetails:
    """The details that a fact states. Raises Undecodable when they make no sense."""
    documents = tuple(decode_document(value) for value in fact.documents)
    birth, sex = _following(documents)
    try:
        own_birth, known_to = from_day(fact.birth_day), PRECISION_NAMES[fact.birth_known_to]
        own_sex = None if fact.sex is None else SEX_NAMES[fact.sex]
    except (KeyError, OverflowError) as error:
        raise Undecodable(what="registration", why="no such birth date or sex") from error
    if birth is not None and known_to is not Precision.DAY:
        own_birth, known_to = birth, Precision.DAY  # the document knows the day
    return ClientDetails(
        name=fact.name,
        documents=documents,
        birth_date=own_birth or birth,
        sex=own_sex or sex,
        phone=fact.phone,
        key_group=fact.key_group,
        home_area=fact.home_area,
        nationality=fact.nationality,
        social_security=fact.social_security,
        language=fact.language,
        consent=fact.consent,
        circumstances=fact.circumstances,
        birth_known_to=known_to,
    )


def encode_document(document: Document) -> Value:
    """[kind code, number]; a resident ID without its check digit."""
    number = document.number
    if document.kind == _RESIDENT_ID and _check_digit(number[:17]) == number[17:]:
        number = number[:17]
    return [DOCUMENT_KINDS[document.kind], number]


def decode_document(value: Value) -> Document:
    """The inverse. Raises Undecodable."""
    match value:
        case [int(code), str(number)] if code in DOCUMENT_KIND_NAMES and code is not True:
            kind = DOCUMENT_KIND_NAMES[code]
            complete = kind == _RESIDENT_ID and len(number) == 17
            return Document(kind, number + _check_digit(number) if complete else number)
    raise Undecodable(what="registration", why="a document is not [kind, number]")


def _check_digit(first_17: str) -> str:
    if len(first_17) != 17 or not (first_17.isascii() and first_17.isdigit()):
        return ""
    total = sum(int(digit) * weight for digit, weight in zip(first_17, _WEIGHTS, strict=True))
    return "10X98765432"[total % 11]


def _following(documents: tuple[Document, ...]) -> tuple[date | None, Sex | None]:
    for document in documents:
        number = document.number
        if document.kind == _RESIDENT_ID and number[17:] == _check_digit(number[:17]) != "":
            try:
                birth = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
            except ValueError:
                continue
            return birth, Sex.MALE if int(number[16]) % 2 else Sex.FEMALE
    return None, None
