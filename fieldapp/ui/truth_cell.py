"""One fact of the truth strip: in one line, or in two where the strip has no room for all."""

from __future__ import annotations

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QVBoxLayout

from fieldapp.ui.theme import in_force
from fieldapp.ui.widgets import IconLabel, label, one_line, row, set_kind, sized

_WHOLE = ("", "battery")
"""Cells whose few words never give way: today, and the battery."""
_AIR, _LITTLE_AIR, _GAP = 10, 7, 6


class TruthCell(QFrame):
    """One fact: icon, number, words; `sign` is what stands before it in the sum."""

    def __init__(
        self, icon: str, words: str, tone: str = "", sign: str = "", edge: str = "right"
    ) -> None:
        super().__init__()
        self.setProperty("role", "cell")
        self.setProperty("edge", edge)
        self.icon = IconLabel(icon or "check", tone or "ink", 20)
        self.icon.setVisible(bool(icon))
        self.number = label(size="number", tone=tone)
        made = label if icon in _WHOLE else one_line
        self.words = made(words, size="strip", tone=tone)
        self.sign = label(sign, size="number", tone="muted")
        self.sign.setVisible(bool(sign))
        self._heads = (self.sign, self.icon, self.number)
        self._head = row(*self._heads, self.words, spacing=_GAP)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(_AIR, 0, _AIR, 0)
        self._lines.setSpacing(0)
        self._lines.addLayout(self._head)
        self._tall = False
        self.number.hide()

    @property
    def in_one_line(self) -> int:
        """How wide it is with the words beside the number, in whole."""
        words = QFontMetrics(sized(self.font(), 15)).horizontalAdvance(self.words.text())
        heads = [part.sizeHint().width() for part in self._heads if not part.isHidden()]
        return sum(heads) + words + _GAP * len(heads) + 2 * _AIR + in_force().bw

    def stand(self, *, tall: bool) -> None:
        """With the words below the number, or beside it."""
        if tall == self._tall:
            return
        self._tall = tall
        air = _LITTLE_AIR if tall else _AIR
        self._lines.setContentsMargins(air, 0, air, 0)
        if tall:
            self._head.addStretch(1)
            self._lines.addWidget(self.words)
        else:
            self._head.takeAt(self._head.count() - 1)
            self._head.addWidget(self.words)
        set_kind(self.words, "tiny" if tall else "strip")

    def show_number(self, number: int) -> None:
        self.number.setText(f"{number:,}")
        self.number.show()

    def name_it(self) -> None:
        self.setAccessibleName(f"{self.number.text()} {self.words.text()}".strip())
