"""How a document is shown: enough to compare with the card, too little to copy from the screen."""

from __future__ import annotations

from fieldapp.domain.client import Document

_HIDDEN = "•"
_SHOWN_AT_END = 3
_RESIDENT_IDS = ("cn-resident-id", "cn-resident-id-15")


def mask(document: Document) -> str:
    """A resident ID in groups of four, its place and last three characters readable; of others
    the last three; a provisional number whole, because it is no secret and is read out."""
    number = document.number
    if document.kind == "provisional":
        return number
    if document.kind in _RESIDENT_IDS:
        masked = _hide(number, 6)
        return " ".join(masked[start : start + 4] for start in range(0, len(masked), 4))
    return _hide(number, 0)


def _hide(number: str, shown_at_start: int) -> str:
    """Short numbers keep at least half of their characters hidden."""
    at_end = min(_SHOWN_AT_END, len(number) // 2)
    hidden = max(0, len(number) - shown_at_start - at_end)
    return number[:shown_at_start] + _HIDDEN * hidden + number[shown_at_start + hidden :]
