"""What the codes in people's records mean, in words; corrected values as people read them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from fieldapp.domain.immunization import DoseSource
from fieldapp.hub.fold.doubles import POSSIBLE_DOUBLE, STRUCK
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
    STRUCK: said("one dose, written twice: the other record counts"),
    SAME_DOCUMENT: said("the same document under another name"),
    DECISIONS_DIFFER: said("teams decided differently who this is"),
    AMENDMENTS_DIFFER: said("corrections disagree"),
}
HELD: Mapping[str, Said] = {
    "unreadable": said("It cannot be read. The team strikes it through and records it again."),
    "newer-format": said("It was written by a newer program. Update the hub."),
    "revoked": said("It came after its laptop was shut out."),
    "bad-reference": said("It refers to something of another kind. The team strikes it through."),
    "client-quarantined": said("The registration of its person is itself put aside."),
    "future-date": said("Its date lies after the day it arrived. The team corrects the date."),
    "before-birth": said("Its date lies before the birth of its person. One of them is wrong."),
    "missing-name": said("The person has no name. The team corrects the registration."),
    "dangling": said("It refers to a record that has not come yet, and counts when that comes."),
    "unknown-user": said("Its user was never named on that laptop; it counts when they are."),
    "erasure-undecided": said("A laptop says that it erased a record; the hub never decided that."),
    "unknown-vaccine": said("Its vaccine is not in the catalogue."),
    "set-aside": said("A supervisor decided that it counts for nothing."),
    "reads-now": said("It could count by now; it was decided before that it does not."),
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


def held_words(code: str) -> Said:
    """Why a record counts for nothing for now."""
    return HELD.get(code, Said("{code}", {"code": code}))


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
