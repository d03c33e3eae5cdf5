"""What went wrong between a scanner and this text, as far as the text shows it.

It is said and never mended: what the code should have been, only another scan can tell.
"""

from __future__ import annotations

import re
from enum import StrEnum

_HAN = re.compile(r"[㐀-鿿豈-﫿]")
_LATIN = re.compile(r"[0-9A-Za-z]")
_FEWEST_LATIN = 6  # a name with a boat's number has fewer

# The digits of a scanner and a laptop that are set to different keyboards: the row of digits with
# Shift pressed (US), or without where digits need it (French).
_SHIFTED_DIGITS = re.compile(r"[!@#$%^&*()]")
_FRENCH_DIGITS = re.compile(r"[&é\"'(\-è_çà]")
_FEWEST_DIGITS = 6
# < of a passport under another layout, and the ] of a symbology identifier.
_FILLER = re.compile(r"([^0-9A-Za-z<\s])\1{4}")
_SHORTEST_ZONE = 28
_IDENTIFIER = re.compile(r"[^0-9A-Za-z\]\s](?:d2|c1|q3)(?=[0-9]{10})", re.IGNORECASE)


class Trouble(StrEnum):
    """What the text looks like; the error of a scan that is nothing else."""

    INPUT_METHOD = "INPUT_METHOD"
    KEYBOARD_LAYOUT = "KEYBOARD_LAYOUT"


def trouble_in(text: str) -> Trouble | None:
    """Judge a text that is no code, no document and no name."""
    if _HAN.search(text) and len(_LATIN.findall(text)) >= _FEWEST_LATIN:
        return Trouble.INPUT_METHOD
    if _of_another_layout(text):
        return Trouble.KEYBOARD_LAYOUT
    return None


def _of_another_layout(text: str) -> bool:
    if _IDENTIFIER.match(text) or (len(text) >= _SHORTEST_ZONE and _FILLER.search(text)):
        return True
    if re.search("[0-9]", text):
        return False
    rows = (_SHIFTED_DIGITS, _FRENCH_DIGITS)
    return any(len(row.findall(text)) >= _FEWEST_DIGITS for row in rows)
