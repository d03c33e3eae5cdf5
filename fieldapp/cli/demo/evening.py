"""The evening of the made-up day, through the real windows: count the box and the cash, close."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt

from fieldapp.actions.session_standing import SessionStanding
from fieldapp.cli.demo.hands import Hands
from fieldapp.cli.demo.team import PIN
from fieldapp.domain.fees import amount_text
from fieldapp.domain.reconciliation import total
from fieldapp.ui.app import FieldApp
from fieldapp.ui.session.session_screen import SessionScreen

Key = Qt.Key


@dataclass(frozen=True, slots=True)
class Reckoned:
    """How the operation added up when it was closed, in doses; cash as people write it."""

    loaded: int
    given: int
    wasted: int
    returned: int
    receipts: int
    cash: str

    def in_words(self) -> str:
        """One line for the report."""
        return (
            f"Operation closed: {self.loaded} loaded = {self.given} given + {self.wasted} wasted"
            f" + {self.returned} returned; cash {self.cash} yuan, {self.receipts} receipts."
        )


class Evening:
    """The last ten minutes of a day."""

    def __init__(self, app: FieldApp, hands: Hands) -> None:
        self._app, self._hands = app, hands

    @property
    def _room(self) -> SessionScreen:
        return self._app.window.session

    def close(self, vials_in_the_box: int) -> Reckoned:
        """Everybody leaves, the box and the cash are counted, a lead types their PIN."""
        self._hands.press(Key.Key_5, ctrl=True)
        self._hands.wait_for("the operation", lambda: self._at().counts.given > 0)
        self._everybody_leaves()
        self._count(str(vials_in_the_box))
        self._hands.wait_for("the lots to add up", lambda: not self._wrong_lots())
        cash = self._at().reconciliation.cash
        self._count(amount_text(cash.expected).replace(",", ""))
        self._hands.wait_for("a session that adds up", self._room.open.close_it.isEnabled)
        self._hands.picture("session-adds-up")
        reckoned = self._reckoned()
        self._sign()
        return reckoned

    def _everybody_leaves(self) -> None:
        self._room.open.checks.buttons["left"].click()
        self._hands.wait_for("the question", lambda: self._page() is self._room.reason)
        self._hands.press(Key.Key_1)
        self._hands.press(Key.Key_F9)
        self._hands.wait_for("nobody on the bench", lambda: not self._at().watched)

    def _count(self, number: str) -> None:
        self._hands.write(self._room.open.count.edit, number)
        self._hands.press(Key.Key_Return)

    def _sign(self) -> None:
        self._hands.press(Key.Key_F9)
        self._hands.wait_for("the second person", lambda: self._page() is self._room.second)
        self._room.second.fill({"pin": PIN})
        self._hands.press(Key.Key_F9)
        self._hands.wait_for("the closed session", lambda: self._page() is self._room.closed)
        self._hands.picture("session-closed")

    def _reckoned(self) -> Reckoned:
        at = self._at()
        lots, cash = total(at.reconciliation.lots), at.reconciliation.cash
        return Reckoned(
            loaded=lots.loaded + lots.extra,
            given=lots.given,
            wasted=lots.wasted + lots.in_use,
            returned=(lots.returned or 0) + lots.back,
            receipts=cash.receipts,
            cash=amount_text(cash.counted or 0),
        )

    def _wrong_lots(self) -> bool:
        return bool(self._at().reconciliation.wrong_lots)

    def _page(self) -> object:
        return self._room.pages.currentWidget()

    def _at(self) -> SessionStanding:
        work = self._app.work
        assert work is not None and work.session.at is not None  # noqa: S101  the day is not over
        return work.session.at
