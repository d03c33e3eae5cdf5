"""The scanner corner's own sentences: how a text ended, and how its separators came."""

from __future__ import annotations

from fieldapp.ui.words import tr


def end_words(ended_by: str) -> str:
    """What ended a scan."""
    return tr(_ENDS[ended_by])


def separator_words(way: str) -> str:
    """How a GS1 separator came."""
    return tr(_SEPARATORS[way])


def field_words(code: str) -> str:
    """What a part of a GS1 code is, with the number that the code calls it by."""
    return f"{tr(_FIELDS[code])} ({code})" if code in _FIELDS else f"({code})"


_FIELDS = {
    "01": "Product code",
    "10": "Lot",
    "17": "Expires",
    "21": "Serial number",
}
_ENDS = {
    "enter": "Enter",
    "tab": "Tab",
    "line-feed": "line feed",
    "camera": "the camera",
}
_SEPARATORS = {
    "key": "as ASCII 29",
    "ctrl": "as Ctrl ]",
    "alt": "as Alt 029",
    "arrow": "as an arrow key",
}
