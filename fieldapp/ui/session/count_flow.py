"""Joins the count at the end of the day to the actions: what is counted next, what was wasted."""

from __future__ import annotations

from collections.abc import Callable

from fieldapp.actions.consult import Practice
from fieldapp.actions.count_box import count_cash, count_lot, explain_cash
from fieldapp.actions.session_standing import SessionStanding
from fieldapp.actions.stock.amount import Amount
from fieldapp.actions.stock.waste import waste
from fieldapp.domain.fees import read_amount
from fieldapp.domain.reconciliation import LotCount
from fieldapp.ui.desk.state import ReasonState
from fieldapp.ui.journal_work import Do
from fieldapp.ui.session.present import lot_name
from fieldapp.ui.session.session_screen import SessionScreen
from fieldapp.ui.session.state import CASH, LotKey, WasteState
from fieldapp.ui.session.words import missing_words, waste_choices
from fieldapp.ui.words import tr

_MOST_DIGITS = 5


class CountFlow:
    """One lot after another, then the cash; the first that does not add up comes by itself."""

    def __init__(
        self,
        screen: SessionScreen,
        practice: Practice,
        user: str,
        do: Do,
        changed: Callable[[], None],
        recorded: Callable[[], None],
    ) -> None:
        self._screen, self._practice, self._user, self._do = screen, practice, user, do
        self._changed, self._recorded = changed, recorded
        self._at: SessionStanding | None = None
        self._by_hand = False
        self.key: LotKey | None = None
        panel = screen.open.count
        panel.counted.connect(self._counted)
        panel.stepped.connect(self._step)
        screen.open.table.chosen.connect(self.choose)
        screen.waste_requested.connect(self._ask_why)
        screen.waste_confirmed.connect(self._waste)
        screen.reason_confirmed.connect(self._explain_cash)

    def look(self, at: SessionStanding) -> None:
        """How the session stands now: what was chosen by hand stays, otherwise the first open."""
        self._at = at
        keys = self._keys(at)
        if self.key not in keys or not (self._by_hand or self._is_open(at, self.key)):
            self.key = next((key for key in keys if self._is_open(at, key)), None)
            self._by_hand = False

    def choose(self, key: LotKey) -> None:
        """Count this lot, or the cash, next."""
        self.key, self._by_hand = key, True
        self._changed()

    def _keys(self, at: SessionStanding) -> list[LotKey]:
        lots = [(lot.vaccine, lot.lot) for lot in at.reconciliation.lots]
        return [*lots, CASH] if at.reconciliation.cash.handled else lots

    def _is_open(self, at: SessionStanding, key: LotKey | None) -> bool:
        if key == CASH:
            return not at.reconciliation.cash.adds_up
        return key in {(lot.vaccine, lot.lot) for lot in at.reconciliation.wrong_lots}

    def _step(self, by: int) -> None:
        keys = self._keys(self._at) if self._at else []
        if self.key in keys:
            self.choose(keys[(keys.index(self.key) + by) % len(keys)])

    def _lot(self) -> LotCount | None:
        lots = self._at.reconciliation.lots if self._at else ()
        return next((lot for lot in lots if (lot.vaccine, lot.lot) == self.key), None)

    # the numbers

    def _counted(self, text: str) -> None:
        at, lot = self._at, self._lot()
        if at is None:
            return
        label, journal = at.session.label, self._practice.journal
        if self.key == CASH:
            cash = read_amount(text)
            if cash is None:
                self._screen.open.count.say(tr("That is no amount of money."))
                return
            self._do(lambda: count_cash(journal, label, cash), self._taken)
        elif lot is not None:
            self._count(label, lot, text)

    def _count(self, label: str, lot: LotCount, text: str) -> None:
        if not (text.isascii() and text.isdigit()) or len(text) > _MOST_DIGITS:
            self._screen.open.count.say(tr("That is no number of vials."))
            return
        journal, key, doses = self._practice.journal, (lot.vaccine, lot.lot), int(text) * lot.vial
        self._do(lambda: count_lot(journal, label, key, doses), self._taken)

    def _taken(self, _none: object) -> None:
        self._by_hand = False
        self._screen.open.say("")  # what was refused before is being mended
        self._changed()

    # what happened to the rest

    def _ask_why(self) -> None:
        at, lot = self._at, self._lot()
        if self.key == CASH:
            title = tr("The cash differs. What happened, and who knows of it?")
            self._screen.show_reason(ReasonState(title, (), tr("Write down"), free_text=True))
        elif at is not None and lot is not None:
            name = lot_name(self._practice.catalogue, lot)
            title = tr("{lot}: wasted, because…").format(lot=name)
            if lot.missing:
                title = f"{title} ({missing_words(lot)})"
            doses = max(1, lot.missing or 1)
            self._screen.show_waste(WasteState(title, doses, waste_choices()))

    def _waste(self, doses: str, reason: str, note: str) -> None:
        at, lot = self._at, self._lot()
        if at is None or lot is None:
            return
        if not (doses.isascii() and doses.isdigit()) or len(doses) > _MOST_DIGITS:
            self._screen.waste.show_fault(tr("How many doses? Type a number."))
            return
        journal, user, label = self._practice.journal, self._user, at.session.label
        amount = Amount(at.lots[lot.vaccine, lot.lot], int(doses), lot.vial)

        def work() -> bytes:
            return waste(journal, amount, reason, user=user, session=label, note=note or None)

        self._do(work, self._wasted)

    def _wasted(self, _event: bytes) -> None:
        self._by_hand = False
        self._screen.go_to_open()
        self._screen.open.say("")
        self._recorded()

    def _explain_cash(self, code: str, words: str) -> None:
        if self._at is None or code:
            return  # the answer to another question
        journal, label = self._practice.journal, self._at.session.label
        self._screen.go_to_open()
        self._do(lambda: explain_cash(journal, label, words), self._taken)
