"""Holding, releasing and recalling a lot: the reason, and a second person where one is needed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal

from fieldapp.actions.cold_chain.lot_decisions import (
    hold_lot,
    recall_lot,
    release_lot,
    withdraw_recall,
)
from fieldapp.actions.permission import SecondPerson, may, vouch, who_may
from fieldapp.actions.practice import Practice
from fieldapp.actions.stock.stock_board import LotRow
from fieldapp.domain.errors import FieldAppError
from fieldapp.domain.lot import LotState
from fieldapp.domain.roles import Deed
from fieldapp.journal.keyslots import StaffUser
from fieldapp.journal.lots import LotDecision
from fieldapp.ui.desk.state import ReasonState
from fieldapp.ui.desk.vouch_flow import second_person_form
from fieldapp.ui.error_words import in_words
from fieldapp.ui.flow import Flow
from fieldapp.ui.stock.stock_screen import StockScreen
from fieldapp.ui.stock.words import HOLD, RELEASE, WITHDRAW
from fieldapp.ui.words import tr

HOLD_IT, RELEASE_IT, RECALL_IT, WITHDRAW_IT = "hold", "release", "recall", "withdraw"
WHO, ANOTHER = "who", "another"
_DEEDS = {
    RELEASE_IT: Deed.RELEASE_LOT,
    RECALL_IT: Deed.RECALL_LOT,
    WITHDRAW_IT: Deed.RECALL_LOT,
}


@dataclass(frozen=True, slots=True)
class Decision:
    """What is being decided about a lot; `verb` empty: still to be chosen."""

    vaccine_id: str
    lot_number: str
    name: str
    verb: str = ""
    reason: str = ""
    note: str | None = None


def _offers(decisions: Sequence[LotDecision]) -> Iterator[tuple[str, str]]:
    """What can be decided about a lot as it stands; what the hub recalled, only the hub lifts."""
    own = {decision.state for decision in decisions if not decision.from_hub}
    if LotState.HELD in own:
        yield RELEASE_IT, tr("Release it: it may be used again")
    else:
        yield HOLD_IT, tr("Hold it: nobody uses it for now")
    if LotState.RECALLED in own:
        yield WITHDRAW_IT, tr("Take the recall back")
    elif not any(decision.from_hub for decision in decisions):
        yield RECALL_IT, tr("It is recalled: nobody uses it any more")
    yield ANOTHER, tr("Another lot is recalled, which is not here")
    yield WHO, tr("Who got it here?")


class DecideFlow(Flow):
    """One decision at a time: first what, then why, then who stands beside."""

    recorded = Signal(str)
    another_asked = Signal()  # a lot that is not in the table is recalled
    who_asked = Signal(str, str)  # product and lot: who got it

    def __init__(
        self,
        screen: StockScreen,
        practice: Practice,
        user: str,
        do: Callable[[Callable[[], object], Callable[..., None]], None],
    ) -> None:
        super().__init__()
        self._screen, self._practice, self._user, self._do = screen, practice, user, do
        self._now: Decision | None = None
        screen.reason.confirmed.connect(self._chosen)
        screen.second.submitted.connect(self._vouched)

    def begin(self, row: LotRow) -> None:
        """Ask what is to become of the lot."""
        name = f"{self._practice.catalogue.short_name(row.lot.vaccine_id)} {row.lot.lot_number}"
        self._now = Decision(row.lot.vaccine_id, row.lot.lot_number, name)
        self._ask(tr("What about {lot}?"), tuple(_offers(row.decisions)), tr("Go on"))

    def recall(self, vaccine_id: str, lot_number: str) -> None:
        """Ask which notice recalls a lot, on board or not."""
        name = f"{self._practice.catalogue.short_name(vaccine_id)} {lot_number}"
        self._now = Decision(vaccine_id, lot_number, name, RECALL_IT)
        self._ask_why(RECALL_IT)

    def leave(self) -> None:
        """Nothing was decided."""
        self._now = None

    def _ask(self, title: str, reasons: tuple[tuple[str, str], ...], confirm: str) -> None:
        now = self._now
        if now is not None:
            title = title.format(lot=now.name)
            self._screen.show_reasons(
                ReasonState(title, reasons, confirm, free_text=bool(now.verb))
            )

    def _chosen(self, code: str, text: str) -> None:
        now = self._now
        if now is None:
            return
        if code in (WHO, ANOTHER) and not now.verb:
            self._look_elsewhere(code, now)
            return
        if not now.verb:
            self._now = Decision(now.vaccine_id, now.lot_number, now.name, code)
            self._ask_why(code)
            return
        note = text or None
        decided = Decision(now.vaccine_id, now.lot_number, now.name, now.verb, code, note)
        self._now = decided
        deed = _DEEDS.get(decided.verb)
        if deed is None:
            self._write(decided, None)
        else:
            self._do(lambda: self._who(deed), lambda people: self._second(decided, people))

    def _look_elsewhere(self, code: str, now: Decision) -> None:
        """Nothing is decided about this lot."""
        self._now = None
        if code == WHO:
            self.who_asked.emit(now.vaccine_id, now.lot_number)
        else:
            self.another_asked.emit()

    def _ask_why(self, verb: str) -> None:
        if verb == RECALL_IT:
            self._ask(tr("Which notice recalls {lot}?"), (), tr("It is recalled"))
            return
        table, title, confirm = {
            HOLD_IT: (HOLD, tr("Why hold {lot}?"), tr("Hold it")),
            RELEASE_IT: (RELEASE, tr("Why release {lot}?"), tr("Release it")),
            WITHDRAW_IT: (WITHDRAW, tr("Why take the recall of {lot} back?"), tr("Take it back")),
        }[verb]
        self._ask(title, tuple((code, tr(words)) for code, words in table.items()), confirm)

    def _who(self, deed: Deed) -> list[StaffUser] | None:
        """Whom to ask; None when the person at the laptop may alone."""
        journal = self._practice.journal
        if may(journal, self._user, deed):
            return None
        return who_may(journal, deed, beside=self._user)

    def _second(self, decided: Decision, people: list[StaffUser] | None) -> None:
        if people is None:
            self._write(decided, None)
            return
        self._screen.show_page(self._screen.second)
        self._screen.second.show_form(second_person_form(people))

    def _vouched(self, values: dict[str, str]) -> None:
        decided, practice = self._now, self._practice
        deed = _DEEDS.get(decided.verb) if decided else None
        login, pin = values["who"], values["pin"]
        if decided is None or deed is None:
            return
        if not login or not pin:
            self._screen.second.show_fault(tr("Choose who confirms it; they type their PIN."))
            return

        def prove() -> SecondPerson | str:
            try:
                return vouch(practice.journal, self._user, deed, login, pin, practice.secrets)
            except FieldAppError as error:
                return in_words(error)

        self._do(prove, lambda answer: self._proven(decided, answer))

    def _proven(self, decided: Decision, answer: SecondPerson | str) -> None:
        if isinstance(answer, str):
            self._screen.second.fill({"pin": ""})
            self._screen.second.show_fault(answer)
        else:
            self._write(decided, answer)

    def _write(self, decided: Decision, second: SecondPerson | None) -> None:
        self._do(lambda: self._record(decided, second), lambda _: self._recorded(decided))

    def _record(self, one: Decision, second: SecondPerson | None) -> None:
        journal, user, lot = self._practice.journal, self._user, (one.vaccine_id, one.lot_number)
        if one.verb == HOLD_IT:
            hold_lot(journal, *lot, one.reason, user=user, note=one.note)
        elif one.verb == RELEASE_IT:
            release_lot(journal, *lot, one.reason, user=user, note=one.note, second=second)
        elif one.verb == RECALL_IT:
            recall_lot(journal, *lot, user=user, notice=one.note, second=second)
        else:
            withdraw_recall(journal, *lot, one.reason, user=user, second=second)

    def _recorded(self, decided: Decision) -> None:
        self._now = None
        self._screen.go_to_board()
        words = {
            HOLD_IT: tr("{lot} is held."),
            RELEASE_IT: tr("{lot} is released."),
            RECALL_IT: tr("{lot} is recalled."),
            WITHDRAW_IT: tr("{lot} is not recalled any more."),
        }[decided.verb]
        self.recorded.emit(words.format(lot=decided.name))
