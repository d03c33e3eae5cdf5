from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from fieldapp.domain.demand import Demand
from fieldapp.ui.print.drawing import pdf_bytes
from fieldapp.ui.print.due_paper import due_paper
from tools.screens.calls import _entry
from tools.screens.people import BIBP, NOW, practice


def test_the_paper_has_whole_numbers_the_days_and_the_demand(qapp: QApplication) -> None:
    entries = [_entry(number) for number in range(4)]
    needed = [Demand(BIBP, "Pier", 4, 2, 1)]
    paper = due_paper(entries, needed, practice().catalogue, "Boat Test", NOW)
    (_, head), (_, body) = paper.areas
    assert "Boat Test" in head
    for words in ("139 0000 2207", "+234 803 555 8841", "no phone · ", "Past 17 Nov 2026", "BIBP"):
        assert words in body, words
    assert paper.private
    assert "马" not in paper.stem
    assert pdf_bytes(paper).startswith(b"%PDF")


def test_many_people_take_several_pages(qapp: QApplication, tmp_path: Path) -> None:
    entries = [_entry(number % 9) for number in range(120)]
    paper = due_paper(entries, [], practice().catalogue, "Boat Test", NOW)
    assert pdf_bytes(paper).count(b"/Type /Page\n") >= 3


def test_whom_the_hub_wrote_to_stands_before_the_last_call(qapp: QApplication) -> None:
    (_, _), (_, body) = due_paper([_entry(0)], [], practice().catalogue, "Boat Test", NOW).areas
    assert "delivered 10 Nov, no answer ×2" in body
    (_, _), (_, body) = due_paper([_entry(2)], [], practice().catalogue, "Boat Test", NOW).areas
    assert "—" not in body, "paper has no tip to say what a dash means"
