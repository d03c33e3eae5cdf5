"""QR codes as bars to be painted, by whoever paints: a window, a printer, a PDF."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import segno

QUIET_ZONE = 4  # modules of white around a code, which ISO/IEC 18004 asks for
MAX_BYTES = 2331  # the most that any QR code holds at level M
_HEALTH_CARD = "shc:/"


@dataclass(frozen=True, slots=True)
class Bar:
    """Black from `x` on in row `y`, so many modules long; counted without the quiet zone."""

    x: int
    y: int
    modules: int


def bars_of(text: str) -> tuple[list[Bar], int]:
    """The code of a text, and how many modules a side of it has."""
    rows = _matrix(text)
    return [Bar(x, y, count) for y, row in enumerate(rows) for x, count in _runs(row)], len(rows)


def _matrix(text: str) -> tuple[bytearray, ...]:
    """The squares. The digits of a health card take the room of digits, at the level that SHC asks
    for: a third of what they would take as letters."""
    if not text.startswith(_HEALTH_CARD):
        fitting = _fitting(text)
        return segno.make_qr(fitting, encoding="utf-8", error="m", boost_error=False).matrix
    parts: Any = [_HEALTH_CARD, text.removeprefix(_HEALTH_CARD)]  # segno's types know one part only
    return segno.make_qr(parts, error="l", boost_error=False).matrix


def _runs(row: bytearray) -> Iterator[tuple[int, int]]:
    """Where black begins in a row, and how many modules it goes on."""
    began = None
    for x, black in enumerate((*row, 0)):
        if black and began is None:
            began = x
        elif not black and began is not None:
            yield began, x - began
            began = None


def _fitting(text: str) -> str:
    """The text, or as much of its beginning as a code holds, with … at its end."""
    whole = text.encode()
    if len(whole) <= MAX_BYTES:
        return text
    return whole[: MAX_BYTES - len("…".encode())].decode(errors="ignore") + "…"
