"""The desk's own sentences: how a dose is known, why people may be the same, what ails a vial."""

from __future__ import annotations

from fieldapp.actions.known_history import Source
from fieldapp.domain.vial_advice import VialDoubt
from fieldapp.ui.words import tr


def evidence_words(evidence: str) -> str:
    """How a dose that others gave is known."""
    return tr(_EVIDENCE.get(evidence, evidence))


def source_words(source: Source) -> str:
    """Where a history is known from, after *known as of ... from*."""
    return tr(_SOURCES[source])


def finding_words(finding: str) -> str:
    """What the hub found about a person, and what a person must decide."""
    return tr(FINDINGS.get(finding, "The hub asks a person to look at these records."))


def short_finding_words(finding: str) -> str:
    """The same in two or three words, with the key that tells more."""
    return tr("{what}: Ctrl H").format(what=tr(_SHORT_FINDINGS.get(finding, "Please look")))


def likeness_words(likeness: str) -> str:
    """Why somebody may be the same person."""
    return tr(_LIKENESS.get(likeness, likeness))


def doubt_words(doubt: VialDoubt) -> str:
    """Why a vial must not be used."""
    return tr(_DOUBTS[doubt])


def lot_doubt_words(doubt: str) -> str:
    """Why a scanned lot may not be what is printed."""
    return tr(_LOT_DOUBTS[doubt])


_LOT_DOUBTS = {
    "POSSIBLE_MISSING_SEPARATOR": "The scanner left out a separator: lot and serial number may "
    "have run together. Correct the lot. Ctrl G says how to set the scanner.",
    "LETTER_CASE": "Capital and small letters may be exchanged (Caps Lock?). Correct the lot.",
}
_EVIDENCE = {
    "card": "Paper card",
    "certificate": "Certificate or scanned card",
    "register": "Register, looked up or by phone",
    "told": "The person’s word",
}
_SOURCES = {
    Source.OWN: "own records",
    Source.TOLD: "the person’s word or a register",
    Source.CARD: "a card",
    Source.ROSTER: "the roster",
    Source.REGISTRY: "the pocket registry",
}
FINDINGS = {
    "possible-double": "The hub holds two doses of one day: given twice, or written twice?",
    "same-document-other-name": "Identity contested: the same document under another name.",
    "decisions-differ": "Identity contested: teams decided differently who this is.",
    "amendments-differ": "Corrections by two teams disagree: compare with the person.",
    "too-early": "A dose was given too early: the supervisor decides whether it counts.",
    "wrong-product": "A dose was of another product: the supervisor decides whether it counts.",
    "after-series": "A dose was given after the series was complete: the supervisor looks at it.",
    "decided-one-dose": "The supervisor decided: one dose, written twice. It counts once.",
    "decided-two-doses": "The supervisor decided: two doses were given. Both count.",
    "decided-one-person": "The supervisor decided: these registrations are one person.",
    "decided-two-people": "The supervisor decided: two people with the same document.",
    "decided-accepted": "The supervisor decided: the dose counts as it stands.",
    "decided-repeat": "The supervisor decided: the dose does not count and is to be repeated.",
}
_SHORT_FINDINGS = {
    "possible-double": "Possible double",
    "same-document-other-name": "Identity contested",
    "decisions-differ": "Identity contested",
    "amendments-differ": "Corrections disagree",
    "too-early": "A dose too early",
    "wrong-product": "Another product",
    "after-series": "A dose after the series",
    "decided-one-dose": "Decided: one dose",
    "decided-two-doses": "Decided: two doses",
    "decided-one-person": "Decided: one person",
    "decided-two-people": "Decided: two people",
    "decided-accepted": "Decided: it counts",
    "decided-repeat": "Decided: to be repeated",
}
_LIKENESS = {
    "same-document": "Same document, same name",
    "contest": "Same document, another name",
    "looks-alike": "Looks or sounds alike",
    "same-phone": "Same phone",
}
_DOUBTS = {
    VialDoubt.RECALLED: "Its lot is recalled.",
    VialDoubt.EXPIRED: "It is expired.",
    VialDoubt.HELD: "Its lot is held: the temperature is doubtful until it is released.",
    VialDoubt.HOURS_OVER: "It has been open longer than this vaccine allows.",
}
