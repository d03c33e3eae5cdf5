from __future__ import annotations

from dataclasses import replace

from fieldapp.actions.load_vials import Load
from fieldapp.actions.session_standing import SessionStanding, current_standing
from fieldapp.domain.reconciliation import CashCount, LotCount, Reconciliation
from fieldapp.journal.fees import FeeWaiver
from fieldapp.ui.session import present
from fieldapp.ui.session.state import OpenState
from tests.actions.operation import A, Operation, operation_on
from tests.journal.laptop import VACCINE, Laptop

LOT = LotCount(VACCINE, "0417", 60, 53, 0, None)


def standing(laptop: Laptop, *lots: LotCount, **more: object) -> tuple[Operation, SessionStanding]:
    operation = operation_on(laptop).start(Load(A, 1))
    at = current_standing(operation.practice)
    assert at is not None
    cash = more.pop("cash", CashCount())
    assert isinstance(cash, CashCount)
    told = replace(at, reconciliation=Reconciliation(lots, cash), **more)  # type: ignore[arg-type]  # fields of SessionStanding
    return operation, told


def shown(laptop: Laptop, *lots: LotCount, counting: object = None, **more: object) -> OpenState:
    operation, at = standing(laptop, *lots, **more)
    key = counting if isinstance(counting, tuple) else None
    return present.open_page(operation.practice.catalogue, at, key, laptop.clock)


def test_before_the_count_nobody_is_told_what_should_be_there(laptop: Laptop) -> None:
    """A blind count is an honest count: the sum is shown once the box was counted."""
    page = shown(laptop, LOT, counting=(VACCINE, "0417"))
    assert page.count is not None
    assert "7" not in page.count.words.replace("0417", "")
    assert (page.rows[0].returned, page.rows[0].chip.words) == ("–", "not counted")
    assert not page.may_close


def test_a_lot_that_is_over_asks_for_what_was_not_written_down(laptop: Laptop) -> None:
    page = shown(laptop, replace(LOT, returned=9), counting=(VACCINE, "0417"))
    assert page.count is not None
    assert "2 too many" in page.count.words and "F3" in page.count.words
    assert page.count.explain == ""


def test_what_was_opened_or_found_besides_is_in_the_columns(laptop: Laptop) -> None:
    lot = replace(LOT, returned=2, wasted=1, in_use=2, extra=1, back=2, loaded=60)
    page = shown(laptop, lot, replace(LOT, lot="0418", returned=7))
    row = page.rows[0]
    assert (row.loaded, row.wasted, row.returned) == ("61", "3", "4")
    assert page.rows[-1].key is None
    assert [row.chip.words for row in page.rows] == ["1 vial missing", "yes", "1 to explain"]


def test_the_checks_say_cash_waivers_drafts_and_what_waits(laptop: Laptop) -> None:
    waiver = FeeWaiver(b"", "exempt", 10_000, "CNY", "r", "shipwrecked", "Gao Jun", None)
    cash = CashCount(20_000, 30_000, 10_000, 40_000, 3)
    page = shown(laptop, cash=cash, waivers=(waiver,), drafts=2, waiting=0)
    said = " / ".join(item.words for item in page.checks)
    assert "Cash 400 yuan = 200 yuan to begin with + 200 yuan for 3 receipts" in said
    assert "1 fee not taken, by name and reason" in said
    assert "2 forms left half typed" in said
    assert "Every dose is confirmed by the hub" in said
    assert page.may_close


def test_cash_without_a_float_is_said_as_receipts(laptop: Laptop) -> None:
    page = shown(laptop, cash=CashCount(0, 30_000, 0, 30_000, 3))
    assert any(item.words == "Cash 300 yuan = 3 receipts" for item in page.checks)


def test_the_head_says_where_since_when_and_what_came_before(laptop: Laptop) -> None:
    operation, at = standing(laptop)
    page = present.open_page(
        operation.practice.catalogue, at, None, laptop.clock, before=(15_204, 70)
    )
    assert page.title == "Operation 71"
    assert page.opened == "opened 12:00 at Nanyang pier"
    assert page.aside == "key area: lakeside · 15,204 people in 70 operations before"
    assert page.old == ""


def test_the_closed_page_tells_the_sums_and_the_next_number(laptop: Laptop) -> None:
    operation, at = standing(laptop, waiting=3)
    page = present.closed_page(operation.practice.catalogue, at, 72)
    assert page.title == "Operation 71 is closed"
    assert page.lines == ("0 doses recorded", "3 doses wait for the hub; they stay safe here.")
    assert page.next_words == "Open operation 72"
