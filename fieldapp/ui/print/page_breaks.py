"""Where a text goes on over the next page: between its lines and rows, never through one."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QTextDocument


def page_breaks(text: QTextDocument, height: float) -> tuple[float, ...]:
    """Where each page begins, and where the last one ends, from the top of the whole text.

    A row that is higher than a page cannot be kept whole: it is cut.
    """
    breaks, before = [0.0], 0.0
    for top, bottom in whole_parts(text):
        if bottom - breaks[-1] > height and before > breaks[-1]:
            breaks.append((before + top) / 2)
        while bottom - breaks[-1] > height:
            breaks.append(breaks[-1] + height)
        before = bottom
    return (*breaks, max(text.size().height(), before))


def whole_parts(text: QTextDocument) -> list[tuple[float, float]]:
    """From where to where each part stands that belongs together: a paragraph, a row of a table."""
    parts: list[tuple[float, float]] = []
    for top, bottom in sorted(_paragraphs(text)):
        if parts and top < parts[-1][1]:
            parts[-1] = (parts[-1][0], max(bottom, parts[-1][1]))
        else:
            parts.append((top, bottom))
    return parts


def _paragraphs(text: QTextDocument) -> Iterator[tuple[float, float]]:
    layout, block = text.documentLayout(), text.begin()
    while block.isValid():
        place = layout.blockBoundingRect(block)
        if place.height() > 0:
            yield place.top(), place.bottom()
        block = block.next()
