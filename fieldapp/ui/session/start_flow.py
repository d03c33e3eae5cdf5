"""Joins the morning's form to the actions: as last time, vials by scan, then F9.

What is typed and scanned is kept as a draft until the operation is open.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields, replace

from fieldapp.actions.consult import Practice
from fieldapp.actions.load_vials import Load, require_usable
from fieldapp.actions.moments import site_today
from fieldapp.actions.open_session import Equipment
from fieldapp.actions.start_operation import (
    OperationPlan,
    Proposal,
    propose_operation,
    start_operation,
)
from fieldapp.domain.errors import FieldAppError
from fieldapp.domain.fees import read_amount
from fieldapp.domain.scan import identify
from fieldapp.journal import drafts
from fieldapp.journal.sessions import StaffMember
from fieldapp.ui.desk.words import lot_doubt_words
from fieldapp.ui.journal_work import Do
from fieldapp.ui.position import Position
from fieldapp.ui.session import present
from fieldapp.ui.session.load_card import LoadCard
from fieldapp.ui.session.loading import VIALS, BadEntry, form_of_scan, load_of
from fieldapp.ui.session.start_page import StartPage
from fieldapp.ui.session.state import LoadForm, NamedUser, StartForm, StartState
from fieldapp.ui.words import scan_words, tr

DRAFT = "operation"


@dataclass(frozen=True, slots=True)
class _Known:
    """What the journal knows when the form is shown."""

    proposal: Proposal
    form: StartForm | None
    loads: tuple[LoadForm, ...]


class Loading:
    """A card for vials: a scan fills it in, and what is usable goes to `put`."""

    def __init__(
        self, card: LoadCard, practice: Practice, do: Do, put: Callable[[LoadForm, Load], None]
    ) -> None:
        self._card, self._practice, self._do, self._put = card, practice, do, put
        card.scanned.connect(self._scan)
        card.load_requested.connect(self._load)
        card.offer(present.products(practice.catalogue))

    def _scan(self, text: str) -> None:
        scan = identify(text, site_today(self._practice.clock))
        if scan.kind not in VIALS:
            self._card.vials.edit.setFocus()  # a lot typed by hand: how many comes next
            return
        self._card.say(scan_words(scan), "muted" if scan.valid else "stop")
        if scan.valid:
            catalogue = self._practice.catalogue
            self._do(lambda: form_of_scan(scan, catalogue), self._card.fill)
        if scan.lot_doubt is not None:
            self._card.say(lot_doubt_words(scan.lot_doubt), "wait")

    def _load(self, form: LoadForm) -> None:
        try:
            load = load_of(form)
        except BadEntry as fault:
            self._card.say(str(fault), "stop")
            return
        journal, today = self._practice.journal, site_today(self._practice.clock)
        self._do(
            lambda: require_usable(journal, load, today), lambda _usable: self._put(form, load)
        )


class StartFlow:
    """One morning, from the proposal to the open operation."""

    def __init__(
        self,
        page: StartPage,
        practice: Practice,
        user: str,
        do: Do,
        opened: Callable[[], None],
        position: Callable[[], Position | None],
    ) -> None:
        self._page, self._practice, self._user, self._do = page, practice, user, do
        self._opened, self._where = opened, position
        self._loads: list[LoadForm] = []
        self._named: tuple[StaffMember, ...] = ()
        self._showing, self._kept = False, ""
        self.loading = Loading(page.loads, practice, do, self._put)
        page.loads.removed.connect(self._take_off)
        page.edited.connect(lambda _form: self._keep())
        page.start_requested.connect(self._start)

    def show(self) -> None:
        """Look up what to propose, and show it."""
        self._page.begin()
        journal, user = self._practice.journal, self._user

        def work() -> _Known:
            form, loads = _read(drafts.load(journal, DRAFT))
            return _Known(propose_operation(journal, user=user), form, loads)

        self._do(work, self._show)

    def _show(self, known: _Known) -> None:
        self._showing = True
        self._named, self._loads = known.proposal.named, list(known.loads)
        where = self._where()
        words = "" if where is None else tr("Position: {latitude}, {longitude}")
        if where is not None:
            words = words.format(latitude=f"{where[0]:.5f}", longitude=f"{where[1]:.5f}")
        state = present.start_page(known.proposal, self._practice.programme.id, words)
        self._page.show_start(state if known.form is None else _typed_before(state, known.form))
        self._show_loads()
        self._kept = "" if self._page.touched else self._told()
        self._keep()  # whoever typed before this was shown may have left the field by now

    def _show_loads(self) -> None:
        loads = [load_of(form) for form in self._loads]
        rows = present.load_rows(self._practice.catalogue, loads)
        self._page.loads.show_loads(rows, removable=True)

    def _put(self, form: LoadForm, load: Load) -> None:
        self._loads.append(form)
        self._page.loads.say("")
        self._page.loads.clear()
        self._show_loads()
        self._keep()

    def _take_off(self, number: int) -> None:
        del self._loads[number]
        self._show_loads()
        self._keep()

    def _keep(self) -> None:
        if not self._showing:
            return  # the operation is open: leaving the form keeps no draft of it
        told = self._told()
        if told != self._kept:  # otherwise somebody only went through the form
            self._kept = told  # at once: what is typed back meanwhile is to be kept again
            self._do(lambda: self._save(told), lambda _none: None)

    def _save(self, told: str) -> None:
        try:
            drafts.save(self._practice.journal, DRAFT, told)
        except FieldAppError:
            self._kept = ""  # whoever goes on through the form has it tried again
            raise

    def _told(self) -> str:
        loads = [asdict(one) for one in self._loads]
        return json.dumps({"form": asdict(self._page.typed()), "loads": loads})

    def _start(self, form: StartForm) -> None:
        try:
            plan = self._plan(form)
        except BadEntry as fault:
            self._page.show_fault(str(fault))
            return
        practice, user = self._practice, self._user

        def work() -> str:
            programme = practice.programme.id
            label = start_operation(practice.journal, plan, programme=programme, user=user)
            drafts.clear(practice.journal, DRAFT)
            return label

        self._do(work, lambda _label: self._is_open())

    def _is_open(self) -> None:
        self._showing = False
        self._opened()

    def _plan(self, form: StartForm) -> OperationPlan:
        if not (form.operation.isascii() and form.operation.isdigit() and int(form.operation)):
            raise BadEntry(tr("The operation’s number is missing: type a number."))
        cash = read_amount(form.cash_float or "0")
        if cash is None:
            raise BadEntry(tr("The cash is no amount: type a number, 0 for none."))
        return OperationPlan(
            operation=int(form.operation),
            place=form.place,
            key_area=form.key_area or None,
            equipment=Equipment(form.unit, self._staff(form), cash, position=self._where()),
            loads=tuple(load_of(one) for one in self._loads),
        )

    def _staff(self, form: StartForm) -> tuple[StaffMember, ...]:
        here = [member for member in self._named if member.login in form.present]
        typed = form.others.replace("，", ",").replace("、", ",").split(",")
        return (*here, *(StaffMember(name.strip()) for name in typed if name.strip()))


def _typed_before(state: StartState, form: StartForm) -> StartState:
    """The proposal with what was typed before the battery died."""
    return replace(
        state,
        operation=form.operation,
        unit=form.unit,
        place=form.place,
        key_area=form.key_area,
        named=tuple(
            NamedUser(one.login, one.name, one.login in form.present) for one in state.named
        ),
        others=form.others,
        cash_float=form.cash_float,
    )


def _read(body: str | None) -> tuple[StartForm | None, tuple[LoadForm, ...]]:
    """A draft; one that an older version wrote in another shape is let go."""
    told = json.loads(body) if body else {}
    match told:
        case {"form": dict(form), "loads": list(loads)} if set(form) == _names(StartForm):
            whole = [one for one in loads if set(one) == _names(LoadForm)]
            typed = StartForm(**{**form, "present": tuple(form["present"])})
            return typed, tuple(LoadForm(**one) for one in whole)
    return None, ()


def _names(form: type) -> set[str]:
    return {field.name for field in fields(form)}
