"""The code of a booking, BK-XXXX-XXXX, as it is scanned or typed. Knows nobody's booking.

Eight letters of Crockford's base32: no I, L, O and U; the first three are read as 1, 1 and 0.
"""

from __future__ import annotations

import re
from datetime import date

from fieldapp.domain.documents.reading import Reading, compact, refused

PREFIX = "BK"
LETTERS = 8
_LOOK_ALIKES = str.maketrans("OIL", "011")
_DASHES = re.compile("[-‐‑‒–—]")


def read(text: str, today: date) -> Reading:
    """Read a code with or without its dashes."""
    typed = _DASHES.sub("", compact(text))
    if not typed:
        return refused("EMPTY")
    if not typed.startswith(PREFIX):
        return refused("PREFIX")
    letters = typed.removeprefix(PREFIX).translate(_LOOK_ALIKES)
    if len(letters) != LETTERS:
        return refused("LENGTH")
    if not re.fullmatch("[0-9A-HJKMNP-TV-Z]+", letters):
        return refused("CHARACTERS")
    return Reading({"normalized": f"{PREFIX}-{letters[:4]}-{letters[4:]}", "kind": "booking"})
