"""A paper is its sheet's templates, filled."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from fieldapp.ui.print.drawing import picture
from fieldapp.ui.print.paper import Paper, paper_of, stamped
from fieldapp.ui.print.sheets import sheet


def test_a_paper_without_all_its_words_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        paper_of("receipt", {"title": "Receipt"}, title="Receipt", stem="receipt-1")


def test_each_box_has_its_own_template() -> None:
    assert {area.template.count("{{amount}}") for area in sheet("receipt").areas} == {0, 1}


def test_a_paper_of_a_practice_is_stamped_over_and_a_real_one_never(qapp: QApplication) -> None:
    paper = Paper("Card", "card", sheet("card-a5"), ())
    assert stamped(paper, made_up=False) == paper
    over = stamped(paper, made_up=True)
    assert over.stamp == "PRACTICE"
    assert picture(over, 2) != picture(paper, 2)
