"""Stock in words: doses as vials, standings with their tone, the gravest thing first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from fieldapp.actions.stock.stock_board import BoxTally, LotRow, StockBoard
from fieldapp.domain.immunization import VaccineLot
from fieldapp.domain.lot import LotStanding
from fieldapp.ui import language
from fieldapp.ui.stock import present
from tools.screens.people import NOW, practice
from tools.screens.stock import _HELD
from tools.screens.stock import _board as pictured

LOT = VaccineLot("covid-inact-sinovac", "S-1", date(2027, 4, 30))
ROW = LotRow(LOT, 2, 27, 7, 20, LotStanding.GOOD)


@pytest.mark.parametrize(
    ("doses", "each", "words"),
    [(1, 1, "1 doses"), (24, 2, "24 doses (12 vials)"), (25, 2, "25 doses (12 vials and 1)")],
)
def test_doses_are_told_as_vials_where_a_vial_holds_several(
    doses: int, each: int, words: str
) -> None:
    assert present.doses_words(doses, each) == words


def test_a_lot_is_told_with_its_places_and_tone() -> None:
    line = present.lot_line(practice().catalogue, ROW, NOW)
    assert (line.product, line.vials, line.doses, line.state) == (
        "CoronaVac",
        "13 +1",
        "27",
        "Good",
    )
    assert line.detail == "In the box 7, in the store 20"
    below = replace(ROW, on_hand=-3, in_store=-3, in_box=0, standing=LotStanding.BELOW_ZERO)
    line = present.lot_line(practice().catalogue, below, NOW)
    assert (line.vials, line.doses, line.state, line.tone) == ("–", "-3", "Count it", "wait")


def board(*rows: LotRow, **more: object) -> StockBoard:
    made = StockBoard(rows, (), None, None, ())
    return replace(made, **more)  # type: ignore[arg-type]  # fields of StockBoard


def test_the_gravest_lot_is_told_first_and_a_usual_day_tells_nothing() -> None:
    held = replace(ROW, standing=LotStanding.HELD)
    recalled = replace(ROW, standing=LotStanding.RECALLED)
    found = present.alert(practice(), board(ROW, held, recalled))
    assert found is not None and found.title == "Lot S-1 is recalled"
    assert present.alert(practice(), board(ROW)) is None
    assert present.alert(practice(), board(replace(held, on_hand=0))) is None


def test_why_a_lot_is_held_is_told_in_chinese_without_spaces_between_sentences(
    qapp: QApplication,
) -> None:
    language.install(qapp, language.CHINESE)
    held = replace(ROW, standing=LotStanding.HELD, decisions=(_HELD,))
    found = present.alert(practice(), board(held))
    assert found is not None
    assert found.words.count("。") == 3
    assert "。 " not in found.words and ", " not in found.words


def test_a_session_without_a_loaded_dose_has_no_share() -> None:
    shown = present.board(practice(), board(ROW, box=BoxTally("s", 0, 3, 0, 0)), NOW)
    assert [tile.words for tile in shown.tiles[:3]] == ["doses, 0 lots", "doses", "doses"]


def test_an_open_vial_says_until_when() -> None:
    shown = present.board(practice(), pictured(), NOW)
    assert shown.vial is not None
    assert shown.vial.words == "Opened today 12:52. Discard at 18:52, in 4 h 20 min."
    over = replace(pictured().vials[0], over=True)
    late = present.board(practice(), pictured(vials=(over,)), NOW + timedelta(hours=6))
    assert late.vial is not None and late.vial.tone == "stop"
    assert late.alert is not None and late.alert.action == "discard"
    assert "WHO/IVB/14.07" in late.alert.words
