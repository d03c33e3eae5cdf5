"""The vial scanned last is in hand; what its code says fills the forms that ask for it."""

from __future__ import annotations

from datetime import date

from fieldapp.actions.programme import load_catalogue
from fieldapp.domain.scan import identify
from fieldapp.ui.desk.vial_flow import VialFlow, vial_values
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


def test_a_code_fills_what_it_says() -> None:
    catalogue = load_catalogue()
    known = vial_values(identify(VIAL.format(1), TODAY), catalogue)
    assert known == {"vaccine": "covid-inact-bibp", "lot": "TEST-0001", "expiry": "2023-06-30"}
    stranger = "0109501101539990" + "17230630" + "10X<GS>21S"
    assert vial_values(identify(stranger, TODAY), catalogue) == {"lot": "X", "expiry": "2023-06-30"}
