"""Operations of a team: how they are numbered, and what one is called in every record."""

from __future__ import annotations

from collections.abc import Iterable


def next_operation(used: Iterable[int]) -> int:
    """The number to propose: one more than the highest ever used."""
    return max(used, default=0) + 1


def label_of(unit: str, operation: int) -> str:
    """What doses, files and stock call the session by, in every language: `Boat 3 · 71`."""
    return f"{unit} · {operation}" if unit else str(operation)


def folded(unit: str) -> str:
    """A unit as compared: `boat 3` and `Boat  3` are one boat."""
    return " ".join(unit.split()).casefold()
