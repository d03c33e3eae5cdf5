"""What the cards of the sync room have in common: a title, words on the left, keys on the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from fieldapp.ui.theme import scaled
from fieldapp.ui.widgets import IconLabel, card, label, row

_KEYS_WIDTH = 176


def road_card(
    icon: str,
    title: str,
    words: Sequence[QWidget],
    keys: Sequence[QPushButton],
    beside: QWidget | None = None,
) -> QFrame:
    """A card of equal height with its neighbours; long words wrap beside the keys.

    `beside` stands in the line of the title.
    """
    frame = card(horizontal=True, margins=(18, 12, 14, 12))
    layout = frame.layout()
    if isinstance(layout, QHBoxLayout):
        layout.setSpacing(14)
        told, pressed = QVBoxLayout(), QVBoxLayout()
        told.setSpacing(4)
        heading = row(IconLabel(icon), label(title, size="subtitle"))
        heading.addWidget(beside, 1) if beside is not None else heading.addStretch(1)
        told.addLayout(heading)
        for part in words:
            told.addWidget(part)
        told.addStretch(1)
        pressed.setSpacing(8)
        for key in keys:
            key.setMinimumWidth(scaled(_KEYS_WIDTH))
            pressed.addWidget(key)
        pressed.addStretch(1)
        layout.addLayout(told, 1)
        layout.addLayout(pressed)
    return frame


def whole(frame: QFrame, widget: QWidget) -> None:
    """Let a card fill its widget."""
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(frame)
