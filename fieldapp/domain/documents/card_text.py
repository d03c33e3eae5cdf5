"""The text of a vaccination card's code, as scanners type it: whole, in lines, or under a keyboard
layout that spells its first letters otherwise. What the digits say is read by whoever knows keys.
"""

from __future__ import annotations

import re

_CARD = re.compile(r"shc:/((?:[0-9]+/[0-9]+/)?[0-9]+)", re.IGNORECASE)
_MISSPELT = re.compile(r"shc[^0-9A-Za-z]{1,2}([0-9]{100,})", re.IGNORECASE)
_FEWEST_DIGITS = 100  # fewer are no part of a card, whoever typed them
_SIGNATURE = 86  # characters of an ES256 signature, at the end of every card


def looks_like_card(text: str) -> bool:
    """Whether it begins like a card."""
    return text[:5].lower() == "shc:/" or _MISSPELT.fullmatch(_squeezed(text)) is not None


def card_text(text: str) -> str | None:
    """The text as it is printed, shc:/ and digits; None for anything else."""
    squeezed = _squeezed(text)
    found = _CARD.fullmatch(squeezed) or _MISSPELT.fullmatch(squeezed)
    return None if found is None else f"shc:/{found[1]}"


def awaits_more_digits(text: str) -> bool:
    """Whether these lines are the beginning of a card: some scanners break so long a code."""
    first, *more = text.splitlines() or [""]
    whole = card_text(text)
    if whole is None or not looks_like_card(first) or not all(line.isdigit() for line in more):
        return False
    digits = whole.removeprefix("shc:/")
    if len(digits) < _FEWEST_DIGITS or "/" in digits:
        return False
    parts = _letters(digits).split(".")
    return len(parts) < 3 or len(parts[2]) < _SIGNATURE or len(digits) % 2 == 1


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _letters(digits: str) -> str:
    return "".join(chr(int(digits[at : at + 2]) + 45) for at in range(0, len(digits) - 1, 2))
