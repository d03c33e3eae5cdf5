"""What the cards of the sync room have in common: a title, words below it, keys at the foot."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from fieldapp.ui.theme import scaled
from fieldapp.ui.widgets import IconLabel, card, label, row


def road_card(
    icon: str,
    title: str,
    words: Sequence[QWidget],
    keys: Sequence[QWidget],
    aside: QPushButton | None = None,
) -> QFrame:
    """A card of equal height with its neighbours; its keys share the width.

    `aside` stands in the line of the title: what is seldom pressed.
    """
    frame = card(margins=(16, 8, 16, 14))
    layout = frame.layout()
    if isinstance(layout, QVBoxLayout):
        layout.setSpacing(4)
        heading = row(IconLabel(icon), label(title, size="subtitle"))
        heading.addStretch(1)
        heading.addStrut(scaled(44))
        if aside is not None:
            heading.addWidget(aside)
        layout.addLayout(heading)
        for part in words:
            layout.addWidget(part)
        layout.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for key in keys:
            foot.addWidget(key, 1)
        layout.addLayout(foot)
    return frame


def whole(frame: QFrame, widget: QWidget) -> None:
    """Let a card fill its widget."""
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(frame)
