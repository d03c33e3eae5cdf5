"""The board of the stock room: four sums, the lots, the open vial, the cold chain, and what needs
somebody most."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from fieldapp.ui.body import Body
from fieldapp.ui.side_by_side import SideBySide
from fieldapp.ui.stock.chart import TemperatureChart
from fieldapp.ui.stock.lots_table import LotsTable
from fieldapp.ui.stock.state import AlertState, BoardState, ThermometerState, Tile, VialState
from fieldapp.ui.stock.vial_picture import VialPicture
from fieldapp.ui.told import tell
from fieldapp.ui.widgets import DeskButton, IconLabel, card, label, one_line, row, set_tone
from fieldapp.ui.wrapping import Wrapping

TILES = 4


class BoardPage(QWidget):
    """Shows how things stand; asks by signals."""

    verb_requested = Signal(str)
    alert_pressed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.title, self.counted = label(size="title"), one_line(tone="muted")
        self.title.setText(self.tr("Stock and cold chain"))
        self.tiles = [_TileCard() for _ in range(TILES)]
        self.table, self.vial = LotsTable(), _VialPart()
        self.nothing = label(tone="muted", wrap=True)
        self.nothing.setText(
            self.tr("Nothing is written down yet. Scan a vial, or press F2, to receive a lot.")
        )
        self.detail, self.said = label(tone="muted", wrap=True), label(tone="info", wrap=True)
        self.said.hide()
        self.cold, self.alert = ThermometerCard(), AlertCard()
        self.alert.pressed.connect(self.alert_pressed)
        self.buttons: dict[str, DeskButton] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(self._head())
        layout.addWidget(Body(self._middle()), 1)
        layout.addWidget(self.said)
        layout.addLayout(self._foot())
        self.table.lot_chosen.connect(self._show_detail)

    def _head(self) -> Wrapping:
        self.counted.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        keys = (
            self._button("receive", self.tr("Receive"), "F2"),
            self._button("waste", self.tr("Waste"), "F3"),
            self._button("cold", self.tr("Temperatures"), "F7"),
        )
        together = QWidget()
        line = row(*keys)
        line.setContentsMargins(0, 0, 0, 0)
        together.setLayout(line)
        return Wrapping(self.title, self.counted, together)

    def _middle(self) -> QVBoxLayout:
        tiles = row(*self.tiles)
        for tile in range(TILES):
            tiles.setStretch(tile, 1)
        middle = QVBoxLayout()
        middle.setSpacing(12)
        middle.addLayout(tiles)
        middle.addWidget(SideBySide(self._lots(), self._right(), shares=(62, 38)), 1)
        return middle

    def _lots(self) -> QFrame:
        frame = card(margins=(5, 5, 5, 12))
        inside = frame.layout()
        if isinstance(inside, QVBoxLayout):
            inside.addWidget(self.table, 1)
            below = QVBoxLayout()
            below.setContentsMargins(14, 8, 14, 0)
            below.setSpacing(6)
            below.addWidget(self.nothing)
            below.addWidget(self.detail)
            below.addWidget(self.vial)
            inside.addLayout(below)
            inside.addStretch()
        return frame

    def _right(self) -> QWidget:
        right = QWidget()
        lines = QVBoxLayout(right)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(12)
        lines.addWidget(self.cold, 1)
        lines.addWidget(self.alert)
        return right

    def _foot(self) -> Wrapping:
        return Wrapping(
            self._button("count", self.tr("Count"), "F4"),
            self._button("return", self.tr("Return"), "F5"),
            self._button("decide", self.tr("Hold, release"), "F6"),
            self._button("movements", self.tr("Movements"), "Ctrl Z"),
        )

    def _button(self, verb: str, words: str, key: str) -> DeskButton:
        button = DeskButton(words, "small", key)
        button.clicked.connect(lambda: self.verb_requested.emit(verb))
        self.buttons[verb] = button
        return button

    def show_board(self, state: BoardState) -> None:
        """Show how things stand."""
        self.counted.setText(state.counted)
        for card_, tile in zip(self.tiles, state.tiles, strict=True):
            card_.show_tile(tile)
        self.table.show_lots(state.lots)
        self.table.setVisible(bool(state.lots))
        self.nothing.setVisible(not state.lots)
        for verb in ("waste", "count", "return"):
            self.buttons[verb].setEnabled(bool(state.lots))
        self.vial.show_vial(state.vial)
        self.cold.show_thermometer(state.cold)
        self.alert.show_alert(state.alert)
        self._show_detail()

    def say(self, words: str, tone: str = "info") -> None:
        """Tell what happened, at the foot."""
        tell(self.said, words, tone)

    def arrive(self) -> None:
        """Take the focus to the lots."""
        (self.table if self.table.isVisibleTo(self) else self.buttons["receive"]).setFocus()

    def _show_detail(self) -> None:
        lot = self.table.chosen
        self.detail.setText(lot.detail if lot else "")
        self.detail.setVisible(lot is not None)


class _TileCard(QFrame):
    """One sum."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.name, self.words = one_line(size="label"), one_line(size="small", tone="muted")
        self.number = label(size="title")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 10)
        layout.setSpacing(0)
        for part in (self.name, self.number, self.words):
            layout.addWidget(part)

    def show_tile(self, tile: Tile) -> None:
        self.name.setText(tile.name)
        self.number.setText(tile.number)
        self.words.setText(tile.words)
        set_tone(self.words, tile.tone or "muted")


class _VialPart(QWidget):
    """The open vial, below the table."""

    def __init__(self) -> None:
        super().__init__()
        self.picture = VialPicture()
        self.title, self.words = one_line(tone="muted"), one_line()
        self.left = one_line(size="subtitle")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        for part in (self.title, self.left, self.words):
            words.addWidget(part)
        words.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 0, 0)
        layout.setSpacing(18)
        layout.addWidget(self.picture)
        layout.addLayout(words, 1)

    def show_vial(self, vial: VialState | None) -> None:
        self.setVisible(vial is not None)
        if vial is not None:
            self.picture.show_part(vial.part)
            self.title.setText(vial.title)
            self.left.setText(vial.left)
            self.words.setText(vial.words)
            set_tone(self.words, vial.tone)


class ThermometerCard(QFrame):
    """How warm it is, and how warm it was."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.name, self.now = one_line(size="strong"), label(size="title")
        self.icon, self.state = IconLabel("circle-check", "ok", 20), label(size="strong")
        self.when, self.chart = one_line(size="small", tone="muted"), TemperatureChart()
        self.nothing = label(tone="muted", wrap=True)
        self.nothing.setText(
            self.tr("No temperature was read yet. Press F7 to type one, or to read a "
                    "logger’s file.")
        )  # fmt: skip
        head = row(self.name, self.now, self.icon, self.state, spacing=8)
        head.setStretch(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 12, 8)
        layout.setSpacing(2)
        layout.addLayout(head)
        layout.addWidget(self.when)
        layout.addWidget(self.chart, 1)
        layout.addWidget(self.nothing, 1, Qt.AlignmentFlag.AlignTop)

    def show_thermometer(self, state: ThermometerState) -> None:
        """Show the newest reading and the chart."""
        read = bool(state.name)
        for part in (self.now, self.icon, self.state, self.chart, self.when):
            part.setVisible(read)
        self.nothing.setVisible(not read)
        self.name.setText(state.name or self.tr("Cold chain"))
        self.now.setText(state.now)
        self.icon.set_icon(state.icon, state.tone)
        self.state.setText(state.state)
        set_tone(self.state, state.tone)
        self.when.setText(state.when)
        self.chart.show_chart(state.chart)


class AlertCard(QFrame):
    """The one thing that needs somebody most, with what to do about it."""

    pressed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self._state: AlertState | None = None
        self.icon, self.title = IconLabel("octagon-x", "stop"), one_line(size="team")
        self.words, self.button = label(wrap=True), DeskButton("", "small", "F9")
        self.button.clicked.connect(self.press)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 6, 16, 6)
        layout.setSpacing(2)
        head = row(self.icon, self.title)
        head.setStretch(1, 1)
        layout.addLayout(head)
        layout.addWidget(self.words)
        layout.addLayout(row(self.button, 1))
        self.hide()

    def show_alert(self, state: AlertState | None) -> None:
        """Show it, or nothing when nothing needs anybody."""
        self._state = state
        self.setVisible(state is not None)
        if state is None:
            return
        set_tone(self, state.tone)
        set_tone(self.title, state.tone)
        self.icon.set_icon(state.icon, state.tone)
        self.title.setText(state.title)
        self.words.setText(state.words)
        self.button.setText(state.button)

    def press(self) -> None:
        """What its button does, and F9."""
        if self._state is not None:
            self.pressed.emit(self._state)
