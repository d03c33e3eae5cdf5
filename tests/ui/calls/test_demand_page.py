from __future__ import annotations

from pytestqt.qtbot import QtBot

from fieldapp.domain.demand import Demand
from fieldapp.ui.calls import present
from fieldapp.ui.calls.demand_page import DemandPage
from tools.screens.people import BIBP, practice


def test_each_product_and_place_has_a_line(qtbot: QtBot) -> None:
    page = DemandPage()
    qtbot.addWidget(page)
    page.show()
    catalogue = practice().catalogue
    page.show_demand(present.demand_state(catalogue, [Demand(BIBP, "Pier", 1, 2, 3)]))
    assert page.cells[1] == ["BIBP", "Pier", "1", "2", "3", "6"]
    page.show_demand(present.demand_state(catalogue, []))
    assert page.nothing.isVisible()
    assert not page.area.isVisible()
