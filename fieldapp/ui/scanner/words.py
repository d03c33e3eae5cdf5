"""The scanner corner's own sentences: how a text ended, and how its separators came."""

from __future__ import annotations

from fieldapp.ui.words import tr


def end_words(ended_by: str) -> str:
    """What ended a scan."""
    return tr(_ENDS[ended_by])


def separator_words(way: str) -> str:
    """How a GS1 separator came."""
    return tr(_SEPARATORS[way])


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
