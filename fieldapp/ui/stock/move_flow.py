"""Joins the form of a movement to its verb: what F9 will write down, said before it does."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal

from fieldapp.actions.moments import site_today
from fieldapp.actions.practice import Practice
from fieldapp.actions.stock.amount import Amount
from fieldapp.actions.stock.count_lot import count_lot
from fieldapp.actions.stock.discard_vial import discard_vial
from fieldapp.actions.stock.receive_lot import receive_lot
from fieldapp.actions.stock.return_lot import return_lot
from fieldapp.actions.stock.send_back import send_back
from fieldapp.actions.stock.stock_board import LotRow, OpenVial
from fieldapp.actions.stock.waste import waste
from fieldapp.actions.vial_scan import UnknownVial, vial_of
from fieldapp.domain.scan import Scan, identify
from fieldapp.ui.desk.words import lot_doubt_words
from fieldapp.ui.error_words import in_words
from fieldapp.ui.flow import Flow
from fieldapp.ui.journal_work import JournalWork
from fieldapp.ui.language import number
from fieldapp.ui.stock import moving
from fieldapp.ui.stock.move_draft import HalfMove, MoveDraft, Subject
from fieldapp.ui.stock.moving import OPEN_VIAL
from fieldapp.ui.stock.present import doses_words, product_choices, today_words
from fieldapp.ui.stock.state import MoveForm, MoveState
from fieldapp.ui.stock.stock_screen import StockScreen
from fieldapp.ui.stock.words import COUNT, SENT_BACK, WASTE
from fieldapp.ui.words import scan_words, tr

BOX, STORE, DEPOT = "box", "store", "depot"


class MoveFlow(Flow):
    """One movement at a time."""

    recorded = Signal(str)  # what was written down, in words
    recall_asked = Signal(str, str)  # vaccine and lot

    def __init__(
        self,
        screen: StockScreen,
        practice: Practice,
        user: str,
        do: Callable[[Callable[[], object], Callable[..., None]], None],
    ) -> None:
        super().__init__()
        self._screen, self._practice, self._user, self._do = screen, practice, user, do
        self._state: MoveState | None = None
        self._row: LotRow | None = None
        self._code: str | None = None
        self._vial: bytes | None = None
        self._draft = MoveDraft(JournalWork(practice, user, do), self)
        page = screen.move_page
        page.changed.connect(self._follow)
        page.submitted.connect(self._write)

    # asking

    def receive(self, scan: Scan | None = None) -> None:
        """Ask what came from the depot; a vial that was scanned is filled in."""
        detail = tr("Scan every vial: each scan of the same lot counts one more. Or type it.")
        state = MoveState(
            "receive",
            tr("Receive a lot"),
            detail,
            products=product_choices(self._practice.catalogue),
            asks_vvm=True,
        )
        self._ask(state, None, scan)

    def recall(self) -> None:
        """Ask which lot is recalled; it need not be on board."""
        state = MoveState(
            "recall",
            tr("A lot is recalled"),
            tr("Scan a vial of it, or choose the product and type the lot’s number."),
            products=product_choices(self._practice.catalogue),
            asks_amount=False,
        )
        self._ask(state, None)

    def lot(self, verb: str, row: LotRow, session: str, vials: Sequence[OpenVial] = ()) -> None:
        """Ask about a movement of a lot that is here: waste, count, return. `vials` are open."""
        own = [vial for vial in vials if _is_of(vial, row) and vial.doses_left > 0]
        self._vial = own[0].vial_id if own else None
        titles = {
            "waste": tr("Waste: {lot}"),
            "count": tr("Count: {lot}"),
            "return": tr("Return: {lot}"),
        }
        lot = f"{self._practice.catalogue.short_name(row.lot.vaccine_id)} {row.lot.lot_number}"
        places = _places(verb, row, session)
        if verb == "waste":
            places = (*places, *((OPEN_VIAL, tr("The open vial"), v.doses_left) for v in own[:1]))
        reasons = {"waste": WASTE, "count": COUNT, "return": SENT_BACK}[verb]
        state = MoveState(
            verb=verb,
            title=titles[verb].format(lot=lot),
            detail=self._detail(verb, row),
            lot=(row.lot.vaccine_id, row.lot.lot_number),
            vial_doses=row.vial_doses,
            places=[(name, words) for name, words, _ in places],
            there=[count for _, _, count in places],
            reasons=[(code, tr(words)) for code, words in reasons.items()],
            session=session,
        )
        self._ask(state, row)

    def _detail(self, verb: str, row: LotRow) -> str:
        by_book = tr("By the book: in the box {box}, in the store {store}.").format(
            box=number(row.in_box), store=number(row.in_store)
        )
        if verb == "count":
            return tr("Count what is really there, all of it. {book}").format(book=by_book)
        return by_book

    def _ask(self, state: MoveState, row: LotRow | None, scan: Scan | None = None) -> None:
        page = self._screen.move_page
        self._draft.leave()
        self._state, self._row, self._code = state, row, None
        self._screen.show_page(page)
        page.show_move(state)
        asked = page.form
        subject = Subject(state.verb, state.lot)
        self._draft.open(subject, lambda half: self._bring_back(half, asked, scan))

    def _bring_back(self, half: HalfMove | None, asked: MoveForm, scan: Scan | None) -> None:
        """What was half filled before, unless somebody typed meanwhile; then the scan."""
        page = self._screen.move_page
        if half is not None and page.form == asked:
            self._code = half.code
            page.fill(half.form)
            page.say(tr("What was half typed here is back."), "muted")
        if scan is not None:
            self.scan(scan)

    def leave(self) -> None:
        """The form was closed without writing anything down; what was typed comes back."""
        self._draft.leave()
        self._state = None

    def stop(self) -> None:
        """The laptop is locked or closed: what is typed is written, the form stays open."""
        self._draft.flush()

    def look(self, then: Callable[[Subject], None]) -> None:
        """Tell `then` which form this user left open, if any."""
        self._draft.look(then)

    # scanning

    def scan_text(self, text: str) -> None:
        """A code was read into the form."""
        self.scan(identify(text, site_today(self._practice.clock)))

    def scan(self, scan: Scan) -> None:
        """Fill in the vial's lot; the same lot again counts one vial more."""
        page = self._screen.move_page
        if not scan.valid or scan.kind not in ("gs1", "cn-trace-code"):
            page.scan.say(scan_words(scan), "stop")
            return
        try:
            vial = vial_of(scan, self._practice.catalogue)
        except UnknownVial as error:
            page.scan.say(in_words(error), "stop")
            return
        form, lot = page.form, vial.lot
        again = (form.product, form.lot) == (lot.vaccine_id, lot.lot_number)
        vials = (moving.whole(form.vials, 0) or 0) + 1 if again else 1
        self._code = vial.code
        expiry = lot.expiry.isoformat() if lot.expiry else form.expiry if again else ""
        each = form.vial_doses if again and form.vial_doses else str(vial.doses)
        page.fill_lot(lot.vaccine_id, lot.lot_number, expiry, each, str(vials))
        name = self._practice.catalogue.short_name(lot.vaccine_id)
        if scan.lot_doubt is not None:
            page.scan.say(lot_doubt_words(scan.lot_doubt), "wait")
            return
        page.scan.say(tr("{product}, lot {lot}: {n} vials").format(
            product=name, lot=lot.lot_number, n=vials
        ))  # fmt: skip

    # what F9 will do

    def _follow(self, form: MoveForm) -> None:
        state, page = self._state, self._screen.move_page
        if state is None:
            return
        self._draft.keep(HalfMove(form, self._code))
        if state.verb == "recall":
            missing = self._missing(state, form)
            page.show_save(tr("It is recalled"), not missing)
            return
        page.show_amount(form.place != OPEN_VIAL)
        count = moving.doses(state, form)
        difference = (count or 0) - moving.there(state, form)
        asks_why = self._asks_why(state, form, count, difference)
        words, missing = self._words(state, form, count, difference), self._missing(state, form)
        may = not missing and count is not None and (not asks_why or bool(form.reason))
        if state.verb != "count":
            may = may and bool(count)
        page.show_save(words, may, asks_why)
        page.say(missing if form.vials or form.doses or form.lot else "")

    def _asks_why(
        self, state: MoveState, form: MoveForm, count: int | None, difference: int
    ) -> str:
        if state.verb == "count":
            needs = count is not None and difference != 0
            words = tr("Why is it another number than the book’s? Alt and the number")
            return words if needs else ""
        if state.verb == "return":
            return _why() if form.place != BOX else ""
        return _why() if state.reasons else ""

    def _words(self, state: MoveState, form: MoveForm, count: int | None, difference: int) -> str:
        each = moving.vial_doses(state, form) or 1
        doses = doses_words(count or 0, each)
        if state.verb == "receive":
            return tr("Receive {doses}").format(doses=doses)
        if state.verb == "waste":
            return tr("Waste {doses}").format(doses=doses)
        if state.verb == "return":
            back = form.place == BOX
            words = tr("Back into the store: {doses}") if back else tr("Send back: {doses}")
            return words.format(doses=doses)
        if count is None or not difference:
            return tr("Counted: {doses}, as in the book").format(doses=doses)
        words = tr("Counted: {doses}, {difference} against the book")
        return words.format(doses=doses, difference=f"{difference:+,}")

    def _missing(self, state: MoveState, form: MoveForm) -> str:
        """What is wrong with a field, in words."""
        if state.lot is None and not form.product:
            return tr("Choose the product.")
        if state.lot is None and not form.lot:
            return tr("Type the lot’s number.")
        if state.lot is None and form.expiry and moving.typed_day(form.expiry) is None:
            return tr("Type the last usable day as {example}.").format(
                example=today_words(self._practice)
            )
        if state.lot is None and state.asks_amount and moving.vial_doses(state, form) is None:
            return tr("Type how many doses a vial holds.")
        if moving.doses(state, form) is None and (form.vials or form.doses):
            return tr("Type whole numbers of vials and doses.")
        return ""

    # writing down

    def _write(self, form: MoveForm) -> None:
        state, row = self._state, self._row
        if state is None:
            return
        if state.verb == "recall":
            self._state = None
            self._draft.done()
            self.recall_asked.emit(form.product, form.lot)
            return
        amount = moving.amount(state, form, row.lot.expiry if row else None)
        if amount is None:
            return
        words = _done(form.place, state.verb, amount) or self._screen.move_page.save.text()
        self._do(lambda: self._record(state, form, amount), lambda _: self._recorded(words))

    def _record(self, state: MoveState, form: MoveForm, amount: Amount) -> object:
        journal, user, note = self._practice.journal, self._user, form.note or None
        box = state.session if form.place == BOX else None
        if state.verb == "receive":
            vvm = moving.whole(form.vvm)
            return receive_lot(journal, amount, user=user, code=self._code, note=note, vvm=vvm)
        if form.place == OPEN_VIAL and self._vial is not None:
            return discard_vial(journal, self._vial, form.reason, user=user)
        if state.verb == "waste":
            return waste(journal, amount, form.reason, user=user, session=box, note=note)
        if state.verb == "count":
            reason = form.reason or None
            return count_lot(journal, amount, user=user, session=box, reason=reason, note=note)
        if box is not None:
            return return_lot(journal, amount, box, user=user)
        return send_back(journal, amount, form.reason, user=user, note=note)

    def _recorded(self, words: str) -> None:
        self._state = None
        self._draft.done()
        self._screen.go_to_board()
        self.recorded.emit(words)


def _is_of(vial: OpenVial, row: LotRow) -> bool:
    own = (row.lot.vaccine_id, row.lot.lot_number)
    return (vial.lot.vaccine_id, vial.lot.lot_number) == own


def _done(place: str, verb: str, amount: Amount) -> str:
    """What was done, in words; empty where the key says it as well."""
    said = {
        "receive": tr("Received: {doses}"),
        "waste": tr("Wasted: {doses}"),
        "return": "" if place == BOX else tr("Sent back: {doses}"),
    }.get(verb, "")
    return said.format(doses=doses_words(amount.doses, amount.vial_doses))


def _why() -> str:
    return tr("Why? Alt and the number")


def _places(verb: str, row: LotRow, session: str) -> Sequence[tuple[str, str, int]]:
    """Where it can happen: id, words, and the doses there by the book."""
    store = (STORE, tr("Store"), row.in_store)
    if verb == "return":
        store = (DEPOT, tr("From the store to the depot"), row.in_store)
    if not session:
        return (store,)
    words = tr("From the box to the store") if verb == "return" else tr("Box of {session}")
    box = (BOX, words.format(session=session), row.in_box)
    return (box, store) if row.in_box else (store, box)
