"""Which kinds of code a text looks like, likeliest first. Knows shapes only: no check digits, no
dates, no country's rules.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from fieldapp.domain import gs1
from fieldapp.domain.documents.card_text import looks_like_card
from fieldapp.domain.documents.reading import compact

# Tried on the text without spaces, in capitals. Shapes that leave no doubt come first; where two
# remain, the one that holds a check digit.
_SHAPES = (
    ("cn-resident-id", "[1-8][0-9]{16}[0-9X]"),
    ("cn-foreign-pr-2023", "9[0-9]{16}[0-9X]"),
    ("cn-foreign-pr-2017", "[A-Z]{3}[0-9]{12}"),
    ("hk-macao-permit", "[HM][0-9]{8}(?:[0-9]{2})?"),
    ("cn-seafarer", "A[0-9]{8}"),
    ("taiwan-permit", "[0-9]{8}"),
    ("cn-resident-id-15", "[0-9]{15}"),
    ("booking", "BK[-‐‑‒–—](?:[0-9A-Z][-‐‑‒–—]?){8}|(?=.*[0-9])BK[0-9A-Z]{8}"),
    ("provisional", "NP-?[0-9OIL][0-9A-Z-]{6,15}"),
    ("cn-trace-code", "8[0-9]{19}"),
    ("gs1", "0[12][0-9]{14}.*|00[0-9]{18}|17[0-9]{6}(?:10|21).+"),
    ("cn-trace-code", "[0-9]{20}"),
    ("passport", "(?=.*[A-Z])(?=(?:.*[0-9]){3})[A-Z0-9]{6,9}|[0-9]{9}"),
)
_PHONE = (
    r"(?:TEL:)?(?:\+[0-9]{5,17}|00[0-9]{7,15}|0[0-9]{9,11}|1[0-9]{9,11}|[2-9][0-9]{10}"
    r"|861[0-9]{10})"
)
_PHONE_PUNCTUATION = re.compile(r"[-‐‑–—().·/]")
# A digit lost, doubled or misread: better shown as a bad number than as nothing at all.
_NEAR_MISSES = (
    ("cn-trace-code", "8(?:[0-9]{18}|[0-9]{20}|(?=(?:.*[0-9]){15})[0-9A-Z]{19})"),
    ("cn-resident-id", "(?=(?:.*[0-9]){14})[0-9A-Z]{17,19}"),
)
_SHORTEST_MRZ = 28
_NAME_MARKS = " ·•‧'’‘`-.,()"
_MAX_NAME, _MAX_DIGITS_IN_NAME = 100, 2


def likely_kinds(text: str) -> Iterator[str]:
    """Every kind whose shape the text has, the likeliest first; none for a text without shape."""
    if looks_like_card(text):
        yield "card"
    elif gs1.looks_like_gs1(text):
        yield "gs1"
    elif "<" in text and len(compact(text)) >= _SHORTEST_MRZ:
        yield "mrz"
    else:
        yield from _by_shape(compact(gs1.without_symbology(text)))
        if _is_name(text):
            yield "name"


def _by_shape(squeezed: str) -> Iterator[str]:
    yield from (kind for kind, shape in _SHAPES if re.fullmatch(shape, squeezed))
    if re.fullmatch(_PHONE, _PHONE_PUNCTUATION.sub("", squeezed)):
        yield "phone"
    yield from (kind for kind, shape in _NEAR_MISSES if re.fullmatch(shape, squeezed))


def _is_name(text: str) -> bool:
    """Letters of any script and what stands between them; "Boat 3" is a name on the water."""
    digits = sum(character.isdigit() for character in text)
    return (
        len(text) <= _MAX_NAME
        and digits <= _MAX_DIGITS_IN_NAME
        and any(character.isalpha() for character in text)
        and all(_may_stand_in_name(character) for character in text)
    )


def _may_stand_in_name(character: str) -> bool:
    return character.isalnum() or character in _NAME_MARKS or _is_combining(character)


def _is_combining(character: str) -> bool:
    return unicodedata.category(character).startswith("M")
