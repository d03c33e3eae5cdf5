"""Pictures of the stock room: a usual day, a bad day, nothing yet, the forms, the cold chain."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from math import sin

from fieldapp.actions.cold_chain.cold_chain_state import ContainerState
from fieldapp.actions.cold_chain.hold_exposed import Exposure
from fieldapp.actions.cold_chain.import_temperatures import Imported
from fieldapp.actions.cold_chain.logger_file import BadCell
from fieldapp.actions.stock.lot_people import LotPeople
from fieldapp.actions.stock.stock_board import BoxTally, LotRow, OpenVial, StockBoard
from fieldapp.actions.stock_rules import load_stock_rules
from fieldapp.domain.cold_chain import Reading, excursions
from fieldapp.domain.immunization import VaccineLot
from fieldapp.domain.lot import LotStanding, LotState
from fieldapp.domain.stock import Kind
from fieldapp.journal.doses import DoseRecord, DoseState
from fieldapp.journal.lots import LotDecision
from fieldapp.journal.stock import Presence, StockMovement
from fieldapp.journal.temperatures import Series
from fieldapp.ui.desk.state import ReasonState
from fieldapp.ui.main_window import MainWindow
from fieldapp.ui.stock import present
from fieldapp.ui.stock.present_cold import cold, imported
from fieldapp.ui.stock.present_people import people_of_lot
from fieldapp.ui.stock.state import ImportState, MoveState
from fieldapp.ui.stock.words import COUNT, RELEASE, WASTE
from fieldapp.ui.words import tr
from tools.screens.frame import show_frame
from tools.screens.people import NOW, chen, deckhand, dose, practice, wang

_BIBP, _SINOVAC, _MR = "covid-inact-bibp", "covid-inact-sinovac", "mr-live"
_RULES = load_stock_rules()
_NOW_S = int(NOW.timestamp())
_BOX, _FRIDGE = "冷藏箱2 Cold box 2", "冰箱 Refrigerator"


def _lot(vaccine: str, number: str, expiry: date) -> VaccineLot:
    return VaccineLot(vaccine, number, expiry)


_LOTS = (
    LotRow(_lot(_BIBP, "2026091147", date(2028, 8, 31)), 1, 60, 24, 36, LotStanding.GOOD),
    LotRow(_lot(_BIBP, "2026080932", date(2026, 12, 15)), 1, 20, 20, 0, LotStanding.SOON),
    LotRow(_lot(_SINOVAC, "C202607118", date(2027, 4, 30)), 2, 27, 27, 0, LotStanding.IN_USE),
    LotRow(_lot(_MR, "MR-0617", date(2027, 9, 30)), 10, 40, 0, 40, LotStanding.GOOD),
)
_VIAL = OpenVial(
    b"v" * 32,
    _LOTS[2].lot,
    2,
    1,
    NOW - timedelta(hours=1, minutes=40),
    NOW + timedelta(hours=4, minutes=20),
    over=False,
)
_HELD = LotDecision(
    _BIBP,
    "2026091147",
    LotState.HELD,
    "too-warm",
    None,
    NOW - timedelta(hours=2),
    "李娜 Li Na",
    _BOX,
    NOW - timedelta(hours=3),
    42,
)


_RECALL = LotDecision(
    _SINOVAC, "C202607118", LotState.RECALLED, "quality", "药监通告 2026-118",
    NOW - timedelta(hours=2), "", from_hub=True,
)  # fmt: skip


def _readings(days: int, *, peak: int = 84, minutes: int = 12) -> list[Reading]:
    """A calm line, and one peak three hours ago."""
    made, middle = [], _NOW_S - 3 * 3600
    for at_s in range(_NOW_S - days * 86_400, _NOW_S - 300, 240):
        calm = 47 + round(6 * sin(at_s / 3100) + 2 * sin(at_s / 900))
        away = abs(at_s - middle) / 60
        tenths = round(calm + (peak - calm) * (1 - away / minutes)) if away < minutes else calm
        made.append(Reading(at_s, tenths))
    return made


def _container(name: str, *, days: int = 1, **more: int) -> ContainerState:
    readings = _readings(days, **more)
    found = excursions(readings, _RULES.usual, _RULES.longest_gap_s)
    newest = tuple(reversed(found))
    return ContainerState(name, _RULES.usual, (Series(name, "L1", readings),), readings[-1], newest)


def _board(**changes: object) -> StockBoard:
    usual = StockBoard(
        lots=_LOTS,
        vials=(_VIAL,),
        box=BoxTally("weishan-3-70", loaded=116, given=42, wasted=3, lots=4),
        counted=(NOW - timedelta(hours=7), "王敏 Wang Min"),
        containers=(_container(_BOX),),
    )
    return replace(usual, **changes)  # type: ignore[arg-type]  # fields of StockBoard


def _show(window: MainWindow, board: StockBoard, said: str = "") -> None:
    show_frame(window)
    words = tr("{n} need somebody").format(n=board.waiting)
    window.rail.show_badge("stock", board.waiting, words=words)
    window.stock.board.show_board(present.board(practice(), board, NOW))
    window.stock.board.say(said, "ok")
    window.show_room("stock")


def _usual(window: MainWindow) -> None:
    _show(window, _board())


def _bad_day(window: MainWindow) -> None:
    held = replace(_LOTS[0], standing=LotStanding.HELD, decisions=(_HELD,))
    old = _lot(_SINOVAC, "C202605020", date(2026, 10, 31))
    lots = (
        held,
        _LOTS[1],
        replace(_LOTS[2], on_hand=-3, in_box=-3, standing=LotStanding.BELOW_ZERO),
        LotRow(old, 2, 6, 0, 6, LotStanding.EXPIRED),
        replace(_LOTS[3], standing=LotStanding.RECALLED),
    )
    _show(window, _board(lots=lots, containers=(_container(_BOX, peak=121, minutes=40),)))


def _expired(window: MainWindow) -> None:
    old = _lot(_SINOVAC, "C202605020", date(2026, 10, 31))
    lots = (*_LOTS[:3], LotRow(old, 2, 6, 0, 6, LotStanding.EXPIRED))
    _show(window, _board(lots=lots))


def _hours_over(window: MainWindow) -> None:
    _show(window, _board(vials=(replace(_VIAL, over=True, discard_at=NOW - timedelta(hours=1)),)))


def _nothing(window: MainWindow) -> None:
    _show(window, StockBoard((), (), None, None, ()))


def _many(window: MainWindow) -> None:
    lots = tuple(
        replace(_LOTS[n % 4], lot=replace(_LOTS[n % 4].lot, lot_number=f"2026-{n:05}"))
        for n in range(24)
    )
    _show(
        window,
        _board(lots=lots, box=None, vials=()),
        tr("Received: {doses}").format(doses=present.doses_words(24, 2)),
    )


def _receive(window: MainWindow) -> None:
    _usual(window)
    page = window.stock.move_page
    window.stock.show_page(page)
    state = MoveState(
        "receive",
        tr("Receive a lot"),
        tr("Scan every vial: each scan of the same lot counts one more. Or type it."),
        products=present.product_choices(practice().catalogue),
        asks_vvm=True,
    )
    page.show_move(state)
    page.fill_lot(_SINOVAC, "C202607118", "2027-04-30", "2", "12")
    words = tr("{product}, lot {lot}: {n} vials")
    page.scan.say(words.format(product="CoronaVac", lot="C202607118", n=12))
    page.show_save(tr("Receive {doses}").format(doses=present.doses_words(24, 2)), True)


def _move(verb: str, title: str, table: dict[str, str]) -> Callable[[MainWindow], None]:
    def show(window: MainWindow) -> None:
        _usual(window)
        page = window.stock.move_page
        window.stock.show_page(page)
        page.show_move(
            MoveState(
                verb,
                tr(title).format(lot="CoronaVac C202607118"),
                tr("By the book: in the box {box}, in the store {store}.").format(box=27, store=10),
                lot=(_SINOVAC, "C202607118"),
                vial_doses=2,
                places=(("box", tr("Box of {session}").format(session="weishan-3-70")),
                        ("store", tr("Store"))),
                reasons=[(code, tr(words)) for code, words in table.items()],
            )
        )  # fmt: skip
        page.vials.edit.setText("12")
        page.doses.edit.setText("1")
        page.show_save(_save_words(verb), True, tr("Why? Alt and the number"))
        page.choose(1)

    return show


def _save_words(verb: str) -> str:
    doses = present.doses_words(25, 2)
    if verb == "waste":
        return tr("Waste {doses}").format(doses=doses)
    words = tr("Counted: {doses}, {difference} against the book")
    return words.format(doses=doses, difference="-2")


def _fault(window: MainWindow) -> None:
    _receive(window)
    page = window.stock.move_page
    page.say(tr("Type the last usable day as {example}.").format(example="2027-08-31"))
    page.show_save(tr("Receive {doses}").format(doses=present.doses_words(0, 1)), False)


def _movements(window: MainWindow) -> None:
    _usual(window)
    moved = StockMovement(
        b"m" * 32, Kind.RECEIVED, _LOTS[0].lot, 1, 60, None, None, None, None, 1,
        NOW - timedelta(hours=8), "wang-min", False, False, False,
    )  # fmt: skip
    found = [
        replace(moved, kind=Kind.COUNTED, doses=-2, counted=58, reason="lost", vvm=None),
        replace(moved, kind=Kind.WASTED, doses=-5, reason="broken", takes_back=True, vvm=None),
        replace(moved, kind=Kind.WASTED, doses=5, reason="broken", taken_back=True, vvm=None),
        replace(moved, kind=Kind.OPENED, doses=2, lot=_LOTS[2].lot, from_vial=True, vvm=None),
        replace(moved, kind=Kind.LOADED, doses=24, session="weishan-3-70"),
        moved,
    ]
    window.stock.show_page(window.stock.movements)
    names = {"wang-min": "王敏 Wang Min"}
    window.stock.movements.show_lines(present.movement_lines(practice(), found, names))


def _cold(window: MainWindow, state: ImportState, *containers: ContainerState) -> None:
    _usual(window)
    page = window.stock.cold
    window.stock.show_page(page)
    there = [Presence(row.lot, datetime(2026, 1, 1, tzinfo=UTC), None) for row in _LOTS]
    page.show_cold(cold(containers, [_BOX, _FRIDGE], "", NOW, 1, there))
    page.show_import(state)
    page.arrive()


def _cold_usual(window: MainWindow) -> None:
    _cold(window, ImportState(""), _container(_BOX))


def _cold_imported(window: MainWindow) -> None:
    box = _container(_BOX, peak=121, minutes=40)
    bad = tuple(BadCell(n, "Temp (C)", "---", "missing") for n in (41, 42, 97, 98, 99))
    held = (Exposure(_LOTS[0].lot, _BOX, box.excursions[0], "too-warm"),)
    came = Imported("16040034", 4320, 4310, 5, bad, NOW, NOW, held)
    _cold(window, imported(came), box)


def _cold_busy(window: MainWindow) -> None:
    words = tr("{done} of {whole} readings are written down…")
    words = words.format(done="2,000", whole="4,310")
    _cold(window, ImportState(words, "muted", 2000, 4310, busy=True), _container(_BOX))


def _cold_nothing(window: MainWindow) -> None:
    _cold(window, ImportState(""))


def _decide(window: MainWindow) -> None:
    _usual(window)
    reasons = tuple((code, tr(words)) for code, words in RELEASE.items())
    title = tr("Why release {lot}?").format(lot="BIBP 2026091147")
    window.stock.show_reasons(ReasonState(title, reasons, tr("Release it"), free_text=True))


def _hub_recall(window: MainWindow) -> None:
    recalled = replace(_LOTS[2], standing=LotStanding.RECALLED, decisions=(_RECALL,))
    _show(window, _board(lots=(*_LOTS[:2], recalled, _LOTS[3]), vials=()))


def _who_got_it(window: MainWindow) -> None:
    _usual(window)
    window.stock.show_page(window.stock.got_it)
    records = tuple(
        DoseRecord(
            replace(dose(days), vaccinator="wang-min"),
            replace(person, details=replace(person.details, phone=phone)),
            DoseState.CONFIRMED,
            None,
        )
        for person, days, phone in (
            (chen(), 3, "+8613900000001"),
            (wang(), 2, "+8613900000002"),
            (deckhand(), 1, None),
        )
    )
    lot = _RECALL.vaccine_id, _RECALL.lot_number
    found = LotPeople(*lot, records, _RECALL, {"wang-min": "王敏 Wang Min"})
    window.stock.got_it.show_people(*people_of_lot(practice(), found))


SCREENS: dict[str, Callable[[MainWindow], None]] = {
    "stock": _usual,
    "stock-bad-day": _bad_day,
    "stock-expired": _expired,
    "stock-hours-over": _hours_over,
    "stock-nothing": _nothing,
    "stock-many": _many,
    "stock-receive": _receive,
    "stock-receive-fault": _fault,
    "stock-waste": _move("waste", "Waste: {lot}", WASTE),
    "stock-count": _move("count", "Count: {lot}", COUNT),
    "stock-movements": _movements,
    "stock-release": _decide,
    "stock-hub-recall": _hub_recall,
    "stock-who-got-it": _who_got_it,
    "cold-chain": _cold_usual,
    "cold-chain-imported": _cold_imported,
    "cold-chain-busy": _cold_busy,
    "cold-chain-nothing": _cold_nothing,
}
