"""The text of the QR code: shc:/ and two digits for every character of the JWS.

A QR code holds digits in the least room, and a scanner types them under any keyboard layout.
"""

from __future__ import annotations

import re

from fieldapp.wire.errors import Undecodable

PREFIX = "shc:/"
MOST_JWS = 4096
_LOWEST = ord("-")
_HIGHEST = ord("z")
_TEXT = re.compile(r"shc:/(?:(?P<number>[1-9][0-9]?)/(?P<of>[1-9][0-9]?)/)?(?P<digits>[0-9]+)")


def to_numeric(jws: str) -> str:
    """The text of the code."""
    return PREFIX + "".join(f"{ord(character) - _LOWEST:02}" for character in jws)


def from_numeric(texts: list[str]) -> str:
    """The JWS of a code, or of the several codes into which others cut a long card, in any order.

    Raises Undecodable; the same piece twice is one.
    """
    pieces = [_piece(text) for text in texts]
    digits = dict(pieces)
    count = max((of for (_, of), _ in pieces), default=1)
    if {(number, count) for number in range(1, count + 1)} != set(digits):
        raise _unlike("a part of it is missing")
    jws = "".join(_letters(digits[number, count]) for number in range(1, count + 1))
    if len(jws) > MOST_JWS:
        raise _unlike("it is too long")
    return jws


def place_of(text: str) -> tuple[int, int]:
    """Which piece of how many a code is; (1, 1) for a whole card. Raises Undecodable."""
    return _piece(text)[0]


def _piece(text: str) -> tuple[tuple[int, int], str]:
    squeezed = "".join(text.split())
    found = _TEXT.fullmatch(squeezed[: len(PREFIX)].lower() + squeezed[len(PREFIX) :])
    if found is None or len(squeezed) > 2 * MOST_JWS + 16:
        raise _unlike("it is not shc:/ and digits")
    place = int(found["number"] or 1), int(found["of"] or 1)
    return place, found["digits"]


def _letters(digits: str) -> str:
    if len(digits) % 2:
        raise _unlike("a digit is missing")
    codes = [int(digits[at : at + 2]) + _LOWEST for at in range(0, len(digits), 2)]
    if max(codes, default=0) > _HIGHEST:
        raise _unlike("a digit is wrong")
    return "".join(map(chr, codes))


def _unlike(why: str) -> Undecodable:
    return Undecodable(what="vaccination card", why=why)
