"""Pictures of the session room: the form, the day, the count, the refusals, the end."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

from fieldapp.actions.load_vials import Load
from fieldapp.actions.not_released import NotReleased
from fieldapp.actions.open_session import Equipment
from fieldapp.actions.session_standing import SessionStanding
from fieldapp.actions.start_operation import OperationPlan, Proposal
from fieldapp.actions.stock_rules import load_stock_rules
from fieldapp.actions.vials_at_end import VialAtEnd
from fieldapp.domain.immunization import VaccineLot
from fieldapp.domain.open_vial import Fate, OpenVialEnd
from fieldapp.domain.reconciliation import CashCount, LotCount, Reconciliation
from fieldapp.journal.keyslots import StaffUser
from fieldapp.journal.session_doses import SessionCounts
from fieldapp.journal.sessions import StaffMember, VaccinationSession
from fieldapp.journal.vials import Vial
from fieldapp.ui.desk.state import ReasonState
from fieldapp.ui.desk.vouch_flow import second_person_form
from fieldapp.ui.main_window import MainWindow
from fieldapp.ui.session import present
from fieldapp.ui.session.keep_flow import keep_form
from fieldapp.ui.session.loading import form_of_scan
from fieldapp.ui.session.present_vials import vial_name
from fieldapp.ui.session.state import CASH, LotKey, WasteState
from fieldapp.ui.session.words import waste_choices
from fieldapp.ui.words import tr
from tools.screens.frame import show_frame
from tools.screens.people import NAMES, NOW, practice

_BIBP = "covid-inact-bibp"
_CREW = (StaffMember("李娜 Li Na", "li.na"), StaffMember("高军 Gao Jun", "gao.jun"))
_OTHERS = (StaffMember("赵敏 Zhao Min"),)
_SESSION = VaccinationSession(
    label="3号船 · 71",
    place="南阳码头 Nanyang pier",
    operation=71,
    programme="cn-nhc-2021-03-29",
    key_area="湖区 lakeside",
    opened_at=datetime(2026, 11, 21, 21, 10, tzinfo=UTC),
    closed_at=None,
    note=None,
    unit="3号船",
    staff=(*_CREW, *_OTHERS),
    cash_float=20_000,
    currency="CNY",
)
_LOTS = (
    LotCount(_BIBP, "2026080417", 150, 131, 1, 18),
    LotCount(_BIBP, "2026080418", 60, 53, 0, 6),
)
_FIVE = LotCount("covid-inact-sinovac", "C202607021", 100, 63, 0, None, in_use=2, vial=5)


class _Clock:
    """A clock that stands still at the pictures' moment."""

    def now(self) -> datetime:
        return NOW.astimezone(UTC)

    def uptime_s(self) -> int:
        return 0

    def boot_id(self) -> bytes:
        return bytes(16)

    def utc_offset_min(self) -> int:
        return 480


def _watched(name: str) -> NotReleased:
    return NotReleased(name.encode(), name, (b"dose",))


def _standing(**more: object) -> SessionStanding:
    made = SessionStanding(
        session=_SESSION,
        reconciliation=Reconciliation(_LOTS, CashCount(0, 30_000, 0, 30_000, 3)),
        lots={},
        counts=SessionCounts(184, 184, 2, 1),
        by_dose={(_BIBP, 1): 12, (_BIBP, 2): 172},
        fees=(),
        refunds=(),
        waivers=(),
        watched=tuple(_watched(name) for name in NAMES[:3]),
        waiting=63,
        drafts=0,
    )
    return replace(made, **more)  # type: ignore[arg-type]  # fields of SessionStanding


def _open(window: MainWindow, at: SessionStanding, counting: LotKey | None) -> None:
    show_frame(window)
    window.session.show_open(
        present.open_page(practice().catalogue, at, counting, _Clock(), before=(15_204, 70))
    )
    window.session.go_to_open()
    window.session.open.offer_bookings(True)
    window.show_room("session")


def _day(window: MainWindow) -> None:
    _open(window, _standing(), (_BIBP, "2026080418"))


def _counting(window: MainWindow) -> None:
    lots = (replace(_LOTS[0], returned=None), replace(_LOTS[1], returned=None), _FIVE)
    cash = CashCount(20_000, 30_000, 0, None, 3)
    at = _standing(reconciliation=Reconciliation(lots, cash), drafts=1, watched=())
    _open(window, at, (_FIVE.vaccine, _FIVE.lot))


def _too_many(window: MainWindow) -> None:
    lots = (_LOTS[0], replace(_LOTS[1], returned=9), replace(_FIVE, returned=35))
    cash = CashCount(20_000, 30_000, 10_000, 39_000, 3)
    at = _standing(reconciliation=Reconciliation(lots, cash), watched=())
    _open(window, at, (_BIBP, "2026080418"))
    window.session.show_fault(tr("That is no number of vials."))


def _cash(window: MainWindow) -> None:
    lots = (_LOTS[0], replace(_LOTS[1], returned=7))
    at = _standing(
        reconciliation=Reconciliation(lots, CashCount(20_000, 30_000, 0, 49_000, 3)), watched=()
    )
    _open(window, at, CASH)


def _ready(window: MainWindow) -> None:
    lots = (_LOTS[0], replace(_LOTS[1], returned=7))
    cash = CashCount(20_000, 30_000, 0, 50_000, 3)
    _open(window, _standing(reconciliation=Reconciliation(lots, cash), watched=()), None)


def _old(window: MainWindow) -> None:
    before = replace(_SESSION, opened_at=datetime(2026, 11, 20, 21, 10, tzinfo=UTC))
    _open(window, _standing(session=before), (_BIBP, "2026080418"))


def _empty(window: MainWindow) -> None:
    at = _standing(
        reconciliation=Reconciliation((), CashCount()),
        counts=SessionCounts(0, 0, 0, 0),
        by_dose={},
        watched=(),
        waiting=0,
    )
    _open(window, at, None)


def _start(window: MainWindow) -> None:
    show_frame(window)
    equipment = Equipment("3号船", (*_CREW, *_OTHERS), 20_000)
    plan = OperationPlan(72, "南阳码头 Nanyang pier", "湖区 lakeside", equipment)
    named = (*_CREW, StaffMember("王芳 Wang Fang", "wang.fang"))
    proposal = Proposal(plan, named, 10_000)
    start, catalogue = window.session.start, practice().catalogue
    start.show_start(present.start_page(proposal, _SESSION.programme, ""))
    start.loads.offer(present.products(catalogue))
    lot = VaccineLot(_BIBP, "2026080417", date(2027, 6, 30))
    loads = (Load(lot, 150, 1, vvm=1), Load(replace(lot, lot_number="2026080418"), 60, 1, vvm=2))
    start.loads.show_loads(present.load_rows(catalogue, loads), removable=True)
    window.session.show_start()
    window.show_room("session")


def _start_fault(window: MainWindow) -> None:
    _start(window)
    start = window.session.start
    start.show_fault(tr("The operation’s number is missing: type a number."))
    start.loads.say(tr("Which lot? Scan a vial, or type what is printed on the box."), "stop")


def _load(window: MainWindow) -> None:
    from fieldapp.domain.scan import identify

    _day(window)
    catalogue, card = practice().catalogue, window.session.load.loads
    window.session.show_load()
    card.offer(present.products(catalogue))
    code = "0109501101530102" + "17270630" + "102026080419<GS>21000077"
    card.fill(form_of_scan(identify(code, date(2026, 11, 22)), catalogue))


def _waste(window: MainWindow) -> None:
    _day(window)
    title = tr("{lot}: wasted, because…").format(lot="BIBP 2026080418")
    window.session.show_waste(WasteState(title, 1, waste_choices()))
    window.session.waste.choose(0)


def _why(window: MainWindow) -> None:
    _cash(window)
    title = tr("The cash differs. What happened, and who knows of it?")
    window.session.show_reason(ReasonState(title, (), tr("Write down"), free_text=True))


def _second(window: MainWindow) -> None:
    _ready(window)
    window.session.show_second(second_person_form([StaffUser("gao.jun", "高军 Gao Jun", "lead")]))


def _open_vials() -> tuple[VialAtEnd, ...]:
    """One that is kept, and one about which nobody was asked yet."""
    opened = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
    lots = (VaccineLot("bopv", "TEST-0001"), VaccineLot("pentavalent", "TEST-0002"))
    end, asks = OpenVialEnd(Fate.KEEP_IF), load_stock_rules().keep_if
    return tuple(
        VialAtEnd(Vial(bytes([n]), lot, 10, 3 + n, opened, None), end, asks, kept=n == 0)
        for n, lot in enumerate(lots)
    )


def _vials(window: MainWindow) -> None:
    at = _standing(
        reconciliation=Reconciliation(_LOTS, CashCount()), watched=(), open_vials=_open_vials()
    )
    _open(window, at, None)


def _keep(window: MainWindow) -> None:
    _vials(window)
    one = _open_vials()[1]
    window.session.show_keep(keep_form(vial_name(practice().catalogue, one.vial), one.asks))


def _closed(window: MainWindow) -> None:
    show_frame(window)
    lots = (_LOTS[0], replace(_LOTS[1], returned=7))
    cash = CashCount(20_000, 30_000, 0, 50_000, 3)
    at = _standing(reconciliation=Reconciliation(lots, cash), watched=())
    window.session.show_closed(present.closed_page(practice().catalogue, at, 72))
    words = tr("The page to sign is in {file}")
    window.session.closed.say(words.format(file="exports/session-20261122-0510.pdf"))
    window.show_room("session")


SCREENS: Mapping[str, Callable[[MainWindow], None]] = {
    "session": _day,
    "session-counting": _counting,
    "session-too-many": _too_many,
    "session-cash": _cash,
    "session-ready": _ready,
    "session-old": _old,
    "session-empty": _empty,
    "session-start": _start,
    "session-start-fault": _start_fault,
    "session-load": _load,
    "session-waste": _waste,
    "session-why": _why,
    "session-second": _second,
    "session-vials": _vials,
    "session-keep": _keep,
    "session-closed": _closed,
}
