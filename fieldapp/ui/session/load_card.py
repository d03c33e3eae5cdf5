"""Vials that go on board: scan one, or type its lot; then how many. Asks by signals, never acts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from fieldapp.ui.form_fields import Field, Picker
from fieldapp.ui.session.state import LoadForm, LoadRow, Product
from fieldapp.ui.theme import scaled
from fieldapp.ui.told import tell
from fieldapp.ui.widgets import DeskButton, clear, label, one_line, row

_MOST_CHARACTERS = 5  # of a number of vials: more was a scan
_ENTER = ("\r", "\n")


class LoadCard(QFrame):
    """The form for one lot, and the list of what is on board already."""

    scanned = Signal(str)
    load_requested = Signal(object)  # a LoadForm
    removed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.lot = Field(self.tr("Scan a vial or pack, or type the lot"))
        self.product = Picker(self.tr("Vaccine"))
        self.expiry = Field(self.tr("Expires"), self.tr("YYYY-MM-DD"))
        self.vial_doses = Picker(self.tr("Doses in a vial"))
        self.vvm = Picker(self.tr("VVM: the square is…"))
        self.vials = Field(self.tr("How many vials"))
        self.load = DeskButton(self.tr("Put on board"), "small", "Enter")
        self.said = label(size="small", wrap=True)
        self.said.hide()
        self._products: tuple[Product, ...] = ()
        self._code = ""
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._lay_out()
        self.product.box.currentIndexChanged.connect(self._show_vial_sizes)
        self.load.clicked.connect(self.submit)
        for field in (self.lot, self.vials):
            field.edit.installEventFilter(self)
        self.vvm.offer(
            (
                ("", "–"),
                ("1", self.tr("1 much lighter")),
                ("2", self.tr("2 lighter")),
                ("3", self.tr("3 the same: do not use")),
                ("4", self.tr("4 darker: do not use")),
            )
        )

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.addWidget(self.lot, 0, 0, 1, 2)
        grid.addWidget(self.product, 0, 2)
        for column, field in enumerate((self.expiry, self.vial_doses, self.vvm)):
            grid.addWidget(field, 1, column)
            grid.setColumnStretch(column, 1)
        grid.addWidget(self.vials, 2, 0)
        grid.addWidget(self.load, 2, 1, 1, 2, Qt.AlignmentFlag.AlignBottom)
        holder = QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addLayout(self._list)
        inner.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(holder)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 12, 18, 12)
        layout.setSpacing(8)
        layout.addWidget(label(self.tr("Vials on board"), size="heading"))
        layout.addLayout(grid)
        layout.addWidget(self.said)
        layout.addWidget(scroll, 1)

    def arrive(self) -> None:
        """The scan comes first."""
        self.lot.edit.setFocus()

    def offer(self, products: Sequence[Product]) -> None:
        """The vaccines that can be chosen by hand."""
        self._products = tuple(products)
        chosen = self.product.chosen
        self.product.offer((("", "–"), *((one.id, one.name) for one in products)))
        self.product.choose(chosen)

    def fill(self, form: LoadForm) -> None:
        """What a scan says; how many comes next."""
        self.product.choose(form.vaccine)
        self.lot.edit.setText(form.lot)
        self.expiry.edit.setText(form.expiry)
        self.vial_doses.choose(form.vial_doses)
        self._code = form.code
        self.vials.edit.setFocus()

    def clear(self) -> None:
        """Ready for the next lot; the vaccine stays, for the next is likely the same."""
        self._code = ""
        for field in (self.lot, self.expiry, self.vials):
            field.edit.clear()
        self.vvm.choose("")
        self.lot.edit.setFocus()

    def show_loads(self, rows: Sequence[LoadRow], *, removable: bool) -> None:
        """What is on board already."""
        clear(self._list)
        for number, one in enumerate(rows):
            self._list.addWidget(self._line(number, one, removable))

    def say(self, words: str, tone: str = "muted") -> None:
        """What was scanned, or why it cannot go on board."""
        tell(self.said, words, tone)

    def submit(self) -> None:
        """Ask to put it on board."""
        self.load_requested.emit(
            LoadForm(
                vaccine=self.product.chosen,
                lot=self.lot.text,
                expiry=self.expiry.text,
                vial_doses=self.vial_doses.chosen,
                vials=self.vials.text,
                vvm=self.vvm.chosen,
                code=self._code,
            )
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the first field is a scan; in the number it loads, unless a scan was read."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.text() not in _ENTER:
                return super().eventFilter(watched, event)
            if watched is self.lot.edit:
                self._scan(self.lot.text)
            elif len(self.vials.text) > _MOST_CHARACTERS:
                text = self.vials.text
                self.vials.edit.clear()
                self._scan(text)
            else:
                self.submit()
            return True
        return super().eventFilter(watched, event)

    def _scan(self, text: str) -> None:
        if text:
            self.scanned.emit(text)

    def _show_vial_sizes(self) -> None:
        chosen = next((one for one in self._products if one.id == self.product.chosen), None)
        sizes = chosen.vial_doses if chosen else ()
        self.vial_doses.offer(tuple((str(size), str(size)) for size in sizes))

    def _line(self, number: int, one: LoadRow, removable: bool) -> QFrame:
        frame = QFrame()
        frame.setProperty("role", "line")
        frame.setMinimumHeight(scaled(46))
        frame.setAccessibleName(f"{one.words} {one.detail}")
        words = one_line(one.words, size="strong")
        line = row(words, one_line(one.detail, tone="muted"))
        line.setStretch(1, 1)
        if removable:
            remove = DeskButton(self.tr("Take off"), "link")
            remove.clicked.connect(lambda: self.removed.emit(number))
            line.addWidget(remove)
        frame.setLayout(line)
        line.setContentsMargins(0, 0, 0, 0)
        return frame
