"""The frame around every room: who and where (top), the rooms (left), the truth (bottom)."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
)

from fieldapp.ui import icons
from fieldapp.ui.language import duration
from fieldapp.ui.rooms import ROOMS, Room
from fieldapp.ui.theme import in_force, scaled
from fieldapp.ui.truth_cell import TruthCell
from fieldapp.ui.widgets import (
    DeskButton,
    label,
    one_line,
    set_tone,
    sized,
)
from fieldapp.ui.words import room_words

AMBER_AFTER_S = 24 * 3600
RED_AFTER_S = 3 * 24 * 3600
_TARGET = 44
_ROOM, _ROOM_ICON, _ROOM_EDGE = QSize(80, 76), 24, 8


@dataclass(frozen=True, slots=True)
class TruthState:
    """How many dose records are safe where; `waiting` and `confirmed` are of the whole journal.

    `copied`: on the second copy; None when none is kept.
    """

    recorded_today: int = 0
    recorded: int = 0
    waiting: int = 0
    confirmed: int = 0
    oldest_waiting_s: int | None = None
    link_up: bool | None = None
    link_words: str = ""
    clock_doubtful: bool = False
    copied: int | None = None
    copy_words: str = ""
    copy_behind: bool = False


class SessionStrip(QFrame):
    """Team, operation and place; who is at the laptop; the time."""

    lock_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("session_strip")
        self.setProperty("role", "bar")
        self.team, self.place = label(size="team"), one_line(tone="muted")
        self.user = label()
        self.user.setProperty("role", "pill")
        self.user.setFixedHeight(_TARGET)
        self.lock = DeskButton(self.tr("Lock"), "pill", "F12", "lock")
        self.lock.setAccessibleName(self.tr("Lock the laptop"))
        self.lock.clicked.connect(self.lock_requested)
        self.time = label(size="team")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 4, 20, 4)
        layout.setSpacing(20)
        for part in (self.team, self.place):
            layout.addWidget(part)
        layout.addStretch(1)
        layout.addWidget(self.user)
        layout.addWidget(self.lock)
        layout.addWidget(self.time)

    def show_session(self, team: str, place: str, user: str, time: str) -> None:
        """Fill the strip; without a user, nobody is at the laptop and nothing can be locked."""
        self.team.setText(team)
        self.place.setText(place)
        self.user.setText(user)
        self.user.setAccessibleName(self.tr("At the laptop: {user}").format(user=user))
        self.time.setText(time)
        for part in (self.user, self.lock):
            part.setVisible(bool(user))


class Rail(QFrame):
    """The rooms that there are, each with icon and word."""

    room_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setProperty("role", "bar")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(4)
        self._group = QButtonGroup(self)
        self.rooms = {room.name: self._room(room) for room in ROOMS}
        self.badges = {name: _Badge(button) for name, button in self.rooms.items()}
        for name, button in self.rooms.items():
            button.clicked.connect(lambda _=False, room=name: self.room_chosen.emit(room))
            layout.addWidget(button)
        layout.addStretch(1)
        self._size_rooms()
        self._draw()

    def _size_rooms(self) -> None:
        """All as large as the longest word needs, where it stands out."""
        metrics = QFontMetrics(sized(self.font(), 14, QFont.Weight.DemiBold))
        longest = max(metrics.horizontalAdvance(room.text()) for room in self.rooms.values())
        width = max(_ROOM.width(), longest + 2 * _ROOM_EDGE)
        height = max(_ROOM.height(), _ROOM_ICON + metrics.height() + 3 * _ROOM_EDGE)
        for room in self.rooms.values():
            room.setFixedSize(width, height)

    def _room(self, room: Room) -> QToolButton:
        button, words = QToolButton(), room_words(room.name)
        button.setText(words)
        button.setToolTip(f"{words} ({room.key})")
        button.setAccessibleName(words)
        button.setProperty("role", "room")
        button.setProperty("icon_name", room.icon)
        button.setCheckable(True)
        button.setIconSize(QSize(_ROOM_ICON, _ROOM_ICON))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self._group.addButton(button)
        return button

    def show_room(self, room: str) -> None:
        """Mark where we are."""
        self.rooms[room].setChecked(True)

    def show_badge(self, room: str, count: int, *, words: str = "", ready: bool = False) -> None:
        """How many things in a room wait for somebody; 0 shows nothing.

        `words` say what is counted; `ready`: something can be done about it now.
        """
        self.badges[room].show_count(count, ready=ready)
        name = room_words(room)
        if count:
            what = words or self.tr("{count} waiting").format(count=count)
            name = f"{name}: {what}"
        self.rooms[room].setAccessibleName(name)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        theme = in_force()
        for button in self.rooms.values():
            name = str(button.property("icon_name"))
            button.setIcon(icons.icon(name, theme.muted, theme.on_accent))


class _Badge(QLabel):
    """A small count at the upper right of a room's button; clicks go through it."""

    def __init__(self, button: QToolButton) -> None:
        super().__init__(button)
        self._button = button
        self.setProperty("role", "badge")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_count(self, count: int, *, ready: bool = False) -> None:
        words = f"{count:,}" if count < 1000 else "999+"
        self.setText(f"✓{words}" if ready else words)
        set_tone(self, "ok" if ready else "")
        self.adjustSize()
        self.move(self._button.width() - self.width() - 4, 3)
        self.setVisible(count > 0)


class TruthStrip(QFrame):
    """What is safe where, always in sight: recorded = waiting + confirmed. Never nags."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("truth_strip")
        self.setProperty("role", "bar")
        self.setFixedHeight(scaled(48))
        self.cells = {
            "today": TruthCell("", self.tr("recorded today")),
            "here": TruthCell("laptop", self.tr("on this laptop"), edge="none"),
            "confirmed": TruthCell("server", self.tr("confirmed by hub"), "ok", "=", edge="none"),
            "waiting": TruthCell("clock", "", sign="+"),
            "copy": TruthCell("sd-card", ""),
            "clock": TruthCell("triangle-alert", self.tr("clock doubtful"), "wait"),
            "link": TruthCell("wifi-off", "", edge="left"),
            "battery": TruthCell("battery", "", edge="left"),
        }
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for name, cell in self.cells.items():
            if name == "link":
                layout.addStretch(1)
            layout.addWidget(cell)
            cell.hide()  # before anything is counted, no number is said

    def show_battery(self, percent: int | None, *, low: bool = False) -> None:
        """How full the battery is; None where there is none."""
        battery, tone = self.cells["battery"], "wait" if low else ""
        battery.setVisible(percent is not None)
        battery.words.setText(f"{percent} %")
        set_tone(battery, tone)
        set_tone(battery.words, tone)
        battery.icon.set_icon("battery", tone or "ink")
        battery.setAccessibleName(self.tr("Battery: {n} %").format(n=percent))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where one line has no room for all words, they go below their numbers, smaller."""
        today = self.cells["today"].words
        today.setText(self.tr("recorded today"))
        shown = [cell for cell in self.cells.values() if not cell.isHidden()]
        tall = sum(cell.in_one_line for cell in shown) > self.width()
        if tall:
            today.setText(self.tr("today"))
        for cell in self.cells.values():
            cell.stand(tall=tall)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click asks what stands behind the figures."""
        self.pressed.emit()

    def show_truth(self, state: TruthState) -> None:
        """Fill the strip."""
        for name in ("today", "here", "confirmed", "waiting"):
            self.cells[name].show()
        self.cells["today"].show_number(state.recorded_today)
        self.cells["here"].show_number(state.recorded)
        self.cells["confirmed"].show_number(state.confirmed)
        waiting = self.cells["waiting"]
        waiting.show_number(state.waiting)
        waiting.words.setText(self._waiting_words(state))
        tone = waiting_tone(state)
        for part in (waiting, waiting.number, waiting.words):
            set_tone(part, tone)
        waiting.icon.set_icon("clock", tone or "ink")
        self._show_copy(state)
        self.cells["clock"].setVisible(state.clock_doubtful)
        link = self.cells["link"]
        link.setVisible(bool(state.link_words))
        link.words.setText(state.link_words)
        link.icon.set_icon("wifi" if state.link_up else "wifi-off", "ink")
        for name, cell in self.cells.items():
            if name != "battery":
                cell.name_it()
        self._fit()

    def _show_copy(self, state: TruthState) -> None:
        copy = self.cells["copy"]
        copy.setVisible(state.copied is not None)
        copy.show_number(state.copied or 0)
        copy.words.setText(state.copy_words)
        tone = "wait" if state.copy_behind else "ok"
        for part in (copy, copy.number, copy.words):
            set_tone(part, tone)
        copy.icon.set_icon("sd-card", tone)

    def _waiting_words(self, state: TruthState) -> str:
        if not state.waiting or state.oldest_waiting_s is None:
            return self.tr("waiting")
        age = duration(state.oldest_waiting_s)
        return self.tr("waiting, oldest {age}").format(age=age)


def waiting_tone(state: TruthState) -> str:
    """Amber after one day, red after three; a short wait is a state, not a warning."""
    age = state.oldest_waiting_s
    if not state.waiting or age is None or age < AMBER_AFTER_S:
        return ""
    return "stop" if age >= RED_AFTER_S else "wait"
