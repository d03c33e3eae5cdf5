"""The vial scanned last is in hand; what its code says fills the forms that ask for it."""

from __future__ import annotations

from datetime import date

from fieldapp.actions.programme import load_catalogue
from fieldapp.domain.client import Document
from fieldapp.domain.scan import identify
from fieldapp.ui.desk.vial_flow import VialFlow, vial_values
from tests.journal.laptop import register
from tests.journal.recalled import hub_recalls
from tests.ui.desk.conftest import VIAL, Desk

TODAY = date(2021, 8, 1)


def test_the_vial_scanned_last_is_in_hand(desk: Desk) -> None:
    flow, opened = VialFlow(desk.flow.means), list[bytes | None]()
    for serial in (1, 2, 1):
        scan = identify(VIAL.format(serial), TODAY)
        flow.scanned(scan, lambda: opened.append(flow.in_hand))
        desk.settle()
    first, second, again = opened
    assert first != second
    assert again != first, "the first was put away when the second was opened"


def test_a_vial_that_the_hub_recalled_is_refused_with_when_and_why(desk: Desk) -> None:
    hub_recalls(desk.practice.journal, ("covid-inact-bibp", "TEST-0001"))
    before = desk.practice.journal.head()
    desk.scan(VIAL.format(1))
    desk.settle()
    said = desk.screen.scan.said.text()
    assert "Lot TEST-0001 was recalled by the hub on 31 Jul 2021" in said
    assert "Its quality is in doubt (Notice 4)." in said
    assert "scan another vial" in said
    assert desk.practice.journal.head() == before


def test_a_recall_that_comes_while_the_vial_is_in_use_stops_the_next_dose(desk: Desk) -> None:
    register(desk.practice.journal, "测试甲", Document("cn-resident-id", "11010519491231002X"))
    desk.scan_vial()
    desk.scan("11010519491231002X")
    desk.sees_page(desk.screen.person)
    hub_recalls(desk.practice.journal, ("covid-inact-bibp", "TEST-0001"))
    desk.flow.look_again()  # what the end of a sync does
    desk.settle()
    assert desk.screen.person.verdict.title.text() == "Do not use this vial"
    assert "recalled by the hub" in desk.screen.person.verdict.reason.text()


def test_a_code_fills_what_it_says() -> None:
    catalogue = load_catalogue()
    known = vial_values(identify(VIAL.format(1), TODAY), catalogue)
    assert known == {"vaccine": "covid-inact-bibp", "lot": "TEST-0001", "expiry": "2023-06-30"}
    stranger = "0109501101539990" + "17230630" + "10X<GS>21S"
    assert vial_values(identify(stranger, TODAY), catalogue) == {"lot": "X", "expiry": "2023-06-30"}
