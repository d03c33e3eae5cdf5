"""Keeps a spreadsheet from running what stands in a refused row as a formula, and takes the mark
for it off again when that very file is imported.

A cell that begins with a sign of a formula gets an apostrophe in front, and so does one that begins
with an apostrophe: what is read again is what was there.
"""

from __future__ import annotations

from collections.abc import Sequence

ADDED = ("refusal", "reason", "refused_column", "line")
"""What the header of a file of refused rows ends with."""
_MARK = "'"
_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", _MARK)


def guarded(text: str) -> str:
    """The cell as it can be opened without harm."""
    return _MARK + text if text.startswith(_STARTS) else text


def unguarded(text: str) -> str:
    """The cell as it was before it was guarded."""
    return text[1:] if text.startswith(_MARK) and text[1:].startswith(_STARTS) else text


def is_of_refused(header: Sequence[str]) -> bool:
    """Whether a file with this header was written by `write_refused`."""
    filled = len(header)
    while filled and not header[filled - 1]:
        filled -= 1
    return tuple(header[max(0, filled - len(ADDED)) : filled]) == ADDED
