"""How a text travels as SMS: in which alphabet, and in how many parts. Knows no gateway.

Source: 3GPP TS 23.038 (alphabets) and 23.040 (a part of several gives six octets to its header).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

_BASIC = (
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENDED = "\f^{}\\[~]|€"


class Alphabet(StrEnum):
    """The two that every telephone knows."""

    GSM_7 = "GSM-7"
    UCS_2 = "UCS-2"


_SINGLE = {Alphabet.GSM_7: 160, Alphabet.UCS_2: 70}
_OF_SEVERAL = {Alphabet.GSM_7: 153, Alphabet.UCS_2: 67}


@dataclass(frozen=True, slots=True)
class Size:
    """`length` in units of the alphabet (a sign of the extended table, or beyond the basic plane,
    takes two); `parts`: how many messages the operator counts."""

    alphabet: Alphabet
    length: int
    parts: int


def size_of(text: str) -> Size:
    """How long a text is as SMS."""
    alphabet = alphabet_of(text)
    return Size(alphabet, sum(_units(text, alphabet)), len(parts_of(text)))


def alphabet_of(text: str) -> Alphabet:
    """The cheapest alphabet that has every sign of a text."""
    return Alphabet.GSM_7 if all(c in _BASIC or c in _EXTENDED for c in text) else Alphabet.UCS_2


def parts_of(text: str) -> list[str]:
    """The text as it is cut; no sign is cut in two. An empty text is one empty part."""
    alphabet = alphabet_of(text)
    units = _units(text, alphabet)
    if sum(units) <= _SINGLE[alphabet]:
        return [text]
    parts, length = [""], 0
    for sign, weight in zip(text, units, strict=True):
        if length + weight > _OF_SEVERAL[alphabet]:
            parts.append("")
            length = 0
        parts[-1] += sign
        length += weight
    return parts


def _units(text: str, alphabet: Alphabet) -> list[int]:
    if alphabet is Alphabet.GSM_7:
        return [2 if sign in _EXTENDED else 1 for sign in text]
    return [2 if ord(sign) > 0xFFFF else 1 for sign in text]
