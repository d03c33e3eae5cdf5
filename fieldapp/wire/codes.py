"""Small numbers that stand for words on the wire. A number is never given a second meaning."""

from __future__ import annotations

from fieldapp.domain.birth_date import Precision
from fieldapp.domain.client import Sex
from fieldapp.domain.message import Fate, Kind

DOCUMENT_KINDS = {
    "cn-resident-id": 1,
    "cn-resident-id-15": 2,
    "cn-foreign-pr-2017": 3,
    "cn-foreign-pr-2023": 4,
    "hk-macao-permit": 5,
    "taiwan-permit": 6,
    "cn-seafarer": 7,
    "passport": 8,
    "other-travel-document": 9,
    "provisional": 10,
}
DOCUMENT_KIND_NAMES = {number: name for name, number in DOCUMENT_KINDS.items()}

SEXES = {Sex.FEMALE: 1, Sex.MALE: 2, Sex.OTHER: 3}
SEX_NAMES = {number: sex for sex, number in SEXES.items()}

PRECISIONS = {Precision.DAY: None, Precision.MONTH: 1, Precision.YEAR: 2}
PRECISION_NAMES = {number: precision for precision, number in PRECISIONS.items()}

MESSAGE_KINDS = {Kind.DUE: 1, Kind.LAST: 2}
MESSAGE_KIND_NAMES = {number: kind for kind, number in MESSAGE_KINDS.items()}

MESSAGE_FATES = {Fate.SENT: 1, Fate.DELIVERED: 2, Fate.FAILED: 3, Fate.UNSURE: 4}
MESSAGE_FATE_NAMES = {number: fate for fate, number in MESSAGE_FATES.items()}
