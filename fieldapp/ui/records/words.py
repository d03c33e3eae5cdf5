"""The sentences of the records page: fields, reasons, and why the hub put something aside."""

from __future__ import annotations

from fieldapp.journal.doses import DoseState
from fieldapp.ui.words import tr


def field_words(field: str) -> str:
    """A field of a dose or a registration."""
    return tr(_FIELDS.get(field, field))


def correction_words(reason: str | None) -> str:
    """Why a record was corrected or struck through."""
    return tr(_REASONS.get(reason, reason)) if reason else ""


def evidence_words(evidence: str | None) -> str:
    """Why two registrations are one person."""
    return tr(EVIDENCE.get(evidence, evidence)) if evidence else ""


def apart_words(reason: str) -> str:
    """Why two registrations are two people."""
    return tr(APART.get(reason, reason))


def amend_words(reason: str) -> str:
    """Why a record is corrected, as a choice."""
    return tr(AMEND[reason])


def state_words(state: DoseState) -> str:
    """How safe a record is."""
    return tr(_STATES[state])


def precision_words(known_to: object) -> str:
    """How exactly a birth date is known, as a correction says it."""
    return tr(_PRECISIONS[known_to]) if known_to in _PRECISIONS else "–"


def aside_words(code: str) -> str:
    """Why the hub put a record aside, and what to do."""
    return tr(_ASIDE.get(code, "The hub put it aside. Ask the supervisor."))


_STATES = {
    DoseState.WAITING: "waiting for the hub",
    DoseState.CONFIRMED: "confirmed by hub",
    DoseState.QUARANTINED: "put aside by the hub",
    DoseState.VOIDED: "struck through",
}
AMEND = {
    "typed-wrong": "Typed wrongly",
    "read-again": "Read again from card or vial",
    "wrong-vial": "Another vial was used",
    "wrong-time": "The day or time was wrong",
    "changed": "It has changed since",
    "other": "Another reason",
}
EVIDENCE = {
    "same-document": "The same document was shown",
    "person-says": "The person says so",
    "same-phone": "Same phone and same family",
    "known-to-us": "We know the person",
    "other": "Another reason",
}
APART = {
    "two-people": "They are two people",
    "linked-by-mistake": "They were linked by mistake",
    "other": "Another reason",
}
_REASONS = AMEND | {
    "wrong-person": "Wrong person",
    "wrong-vaccine": "Wrong vaccine or lot",
    "not-given-after-all": "Not given after all",
    "recorded-twice": "Recorded twice",
}
_FIELDS = {
    "vaccine": "vaccine",
    "lot": "lot",
    "expiry_day": "expiry",
    "occurred_min": "given at",
    "utc_offset_min": "time zone",
    "site": "arm",
    "vaccinator": "given by",
    "client": "person",
    "vial": "vial",
    "session": "session",
    "note": "note",
    "name": "name",
    "documents": "document",
    "birth_date": "birth date",
    "birth_known_to": "birth date known to",
    "sex": "sex",
    "phone": "phone",
    "key_group": "key group",
    "home_area": "home area",
    "nationality": "nationality",
    "social_security": "social security",
    "language": "language",
    "consent": "consent",
    "circumstances": "to find again",
}
_PRECISIONS: dict[object, str] = {None: "the day", 1: "the month", 2: "the year"}
_ASIDE = {
    "unreadable": "The hub cannot read it. Strike it through and record it again.",
    "newer-format": "The hub is older than this laptop. It counts once the hub is updated.",
    "revoked": "It came after this laptop was shut out. A supervisor decides whether it counts.",
    "bad-reference": "It refers to something of another kind. Strike it through.",
    "client-quarantined": "The person's registration is put aside. Correct that first.",
    "future-date": "Its date lies in the future. Correct the date.",
    "before-birth": "Its date lies before the person was born. Correct whichever is wrong.",
    "missing-name": "The person has no name. Correct the registration.",
    "dangling": "What it refers to has not reached the hub yet. It counts when that comes.",
    "unknown-user": "Its user is not known at the hub yet. It counts when the user is.",
    "set-aside": "The supervisor decided that it counts for nothing. Nothing is to do.",
    "reads-now": "It could count now; the supervisor decided that it does not. Ask again.",
    "erasure-undecided": "Erased here, and the hub never decided that. Tell the supervisor.",
    "unknown-vaccine": "The hub does not know this vaccine. Correct it, or ask the supervisor.",
}
