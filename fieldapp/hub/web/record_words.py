"""What the codes in people's records mean, in words; corrected values as people read them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from fieldapp.domain.immunization import DoseSource
from fieldapp.hub.fold.doses import POSSIBLE_DOUBLE
from fieldapp.hub.fold.people import AMENDMENTS_DIFFER, DECISIONS_DIFFER, SAME_DOCUMENT
from fieldapp.hub.web.catalogue import product_name
from fieldapp.hub.web.people import masked
from fieldapp.hub.web.times import Place
from fieldapp.hub.web.words import Said, said
from fieldapp.wire.client_codec import decode_document
from fieldapp.wire.dates import from_day, from_minutes
from fieldapp.wire.errors import Undecodable

CONTESTS: Mapping[str, Said] = {
    POSSIBLE_DOUBLE: said("possible double: two records at most a day apart"),
    SAME_DOCUMENT: said("the same document under another name"),
    DECISIONS_DIFFER: said("teams decided differently who this is"),
    AMENDMENTS_DIFFER: said("corrections disagree"),
}
SOURCES: Mapping[int, Said] = {
    DoseSource.LATE_ENTRY: said("entered late, from paper"),
    DoseSource.ELSEWHERE: said("given elsewhere, as told"),
}
PAPERS: Mapping[str, Said] = {
    "cn-resident-id": said("Resident ID"),
    "cn-resident-id-15": said("Resident ID, 15 digits"),
    "cn-foreign-pr-2017": said("Foreign resident's card"),
    "cn-foreign-pr-2023": said("Foreign resident's card"),
    "hk-macao-permit": said("Hong Kong or Macao permit"),
    "taiwan-permit": said("Taiwan permit"),
    "cn-seafarer": said("Seafarer's book"),
    "passport": said("Passport"),
    "other-travel-document": said("Other travel document"),
    "provisional": said("Number given by a team"),
}
SEX_WORDS: Mapping[str, Said] = {
    "F": said("female"),
    "M": said("male"),
    "X": said("other"),
}
FIELDS: Mapping[str, Said] = {
    "name": said("name"),
    "documents": said("documents"),
    "birth_date": said("birth date"),
    "birth_day": said("birth date"),
    "sex": said("sex"),
    "phone": said("telephone"),
    "key_group": said("key group"),
    "home_area": said("home area"),
    "nationality": said("nationality"),
    "vaccine": said("vaccine"),
    "lot": said("lot"),
    "expiry_day": said("expiry"),
    "occurred_min": said("time given"),
    "site": said("body site"),
    "client": said("person"),
}
_DAYS = ("birth_date", "birth_day", "expiry_day")
_NUMBERS = ("documents", "phone")


def contest_words(contest: str) -> Said:
    """Why a record is contested."""
    return CONTESTS.get(contest, Said("{code}", {"code": contest}))


def field_words(field: str) -> Said:
    """What a corrected field is called."""
    return FIELDS.get(field, Said("{code}", {"code": field}))


def value_words(field: str, value: object, place: Place) -> str:
    """A value of a corrected field; numbers of documents and telephones show their end alone."""
    if value is None or value == "":
        return "–"
    if isinstance(value, bytes):
        return value.hex()[:8]
    if isinstance(value, int) and field in _DAYS:
        return place.day(from_day(value) or date.min)
    if isinstance(value, int) and field == "occurred_min":
        return when_words(value, place)
    if field in _NUMBERS:
        return ", ".join(masked(number) for number in _numbers(value))
    return product_name(value) if field == "vaccine" and isinstance(value, str) else str(value)


def _numbers(value: object) -> list[str]:
    if not isinstance(value, list):
        return [str(value)]
    try:
        return [decode_document(one).number for one in value]
    except Undecodable:
        return ["…"]


def when_words(occurred_min: int, place: Place) -> str:
    """The day and time at the place where a dose was given."""
    at: datetime = from_minutes(occurred_min, 0)
    return f"{place.day(at.date())} {at:%H:%M}"
