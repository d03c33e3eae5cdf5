"""From a person at the desk, a receipt or a session to a paper: looked at, saved when asked."""

from __future__ import annotations

import stat
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fieldapp.actions.consult import Practice
from fieldapp.actions.programme import load_catalogue, load_programme, load_questions
from fieldapp.ui.background import Job, Lane
from fieldapp.ui.print.paper import Paper
from fieldapp.ui.print.paper_screen import PaperScreen
from fieldapp.ui.print.print_flow import PrintFlow
from fieldapp.ui.print.printers import printer_for
from tests.journal.laptop import LOT, Laptop, give, register
from tests.ui.hands import CONTROL, press
from tests.ui.print.papers import SLIP, SUMMARY, pages

Key = Qt.Key


@dataclass
class Office:
    """The page, its flow, and who is at the desk."""

    screen: PaperScreen
    practice: Practice
    exports: Path
    qtbot: QtBot
    journal_lane: Lane
    at_desk: bytes | None = None
    answer: QPrinter | str = ""
    asked: list[str] = field(default_factory=list)
    flow: PrintFlow = field(init=False)

    def ask_printer(self, over: QWidget, paper: Paper) -> QPrinter | str:
        self.asked.append(paper.title)
        return self.answer

    def sees(self, true: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(true)

    def sees_paper(self) -> None:
        self.sees(lambda: self.screen.preview.picture is not None)

    def files(self) -> list[Path]:
        return sorted(self.exports.glob("*")) if self.exports.exists() else []


@pytest.fixture
def office(qtbot: QtBot, tmp_path: Path) -> Iterator[Office]:
    laptop = Laptop(tmp_path / "home")
    laptop.set_up()
    rules = (load_catalogue(), load_programme("cn-nhc-2021-03-29"), load_questions())
    practice = Practice(laptop.open(), *rules, laptop.clock)
    screen, owner, lane = PaperScreen(), QObject(), Lane()
    qtbot.addWidget(screen)
    screen.resize(1184, 600)
    screen.show()
    qtbot.waitUntil(screen.isActiveWindow)
    made = Office(screen, practice, tmp_path / "exports", qtbot, lane)
    made.flow = PrintFlow(
        screen,
        practice,
        journal_lane=lane,
        exports=made.exports,
        at_desk=lambda: made.at_desk,
        parent=owner,
        ask_printer=made.ask_printer,
    )
    yield made
    made.flow.stop()
    lane.wait()
    made.flow.lane.wait()
    laptop.close()
    owner.deleteLater()


def with_a_card(office: Office) -> None:
    """A made-up person with a dose is at the desk, and their card on the page."""
    office.at_desk = register(office.practice.journal, "王甲")
    give(office.practice.journal, office.at_desk)
    office.flow.entered()
    office.sees_paper()


def test_the_card_of_whoever_is_at_the_desk_is_shown_and_no_file_made(office: Office) -> None:
    with_a_card(office)
    assert office.screen.subtitle.text() == "王甲"
    assert "Nothing is saved yet" in office.screen.note.text()
    assert "delete the file" in office.screen.note.text()
    assert office.files() == []


def test_with_nobody_at_the_desk_it_says_what_to_do(office: Office) -> None:
    with_a_card(office)
    office.at_desk = None
    office.flow.entered()
    assert "Nobody is at the desk" in office.screen.note.text()
    assert office.screen.preview.picture is None
    press(office.screen, Key.Key_F9)
    assert office.files() == []


def test_f9_saves_a_pdf_for_the_owner_alone_and_says_where(office: Office) -> None:
    with_a_card(office)
    press(office.screen, Key.Key_F9)
    office.sees(lambda: "Saved" in office.screen.said.text())
    (file,) = office.files()
    assert str(file) in office.screen.said.text()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert LOT in pages(file.read_bytes())[0]


def test_the_file_is_deleted_again_when_asked(office: Office) -> None:
    with_a_card(office)
    press(office.screen, Key.Key_F9)
    office.sees(office.screen.delete.isVisible)
    press(office.screen, Key.Key_Delete)
    office.sees(lambda: office.files() == [])
    office.sees(lambda: office.screen.said.text().startswith("The file is deleted"))
    assert not office.screen.delete.isVisible()


def test_the_other_size_is_one_key(office: Office) -> None:
    with_a_card(office)
    first = office.screen.preview.picture
    assert first is not None
    press(office.screen, Key.Key_Right)
    office.sees(lambda: office.screen.preview.picture is not first)
    second = office.screen.preview.picture
    assert second is not None
    assert second.height() / second.width() == pytest.approx(108 / 85.6, abs=0.01)


def test_a_receipt_and_a_summary_ask_for_the_page(office: Office) -> None:
    with office.qtbot.waitSignal(office.flow.wanted):
        office.flow.show_receipt(SLIP)
    office.flow.entered()
    office.sees(lambda: office.screen.title.text() == "Receipt")
    with office.qtbot.waitSignal(office.flow.wanted):
        office.flow.show_summary(SUMMARY)
    office.flow.entered()
    office.sees(lambda: office.screen.title.text() == "Session summary")
    assert not office.screen.sizes.isVisible()


def test_a_printer_is_asked_for_only_by_its_key(office: Office, tmp_path: Path) -> None:
    with_a_card(office)
    assert office.asked == []
    press(office.screen, Key.Key_P, CONTROL)
    assert (office.asked, office.files()) == (["Vaccination card"], [])
    assert office.screen.said.text() == "", "the dialog was left"
    office.answer = "No printer is set up"
    press(office.screen, Key.Key_P, CONTROL)
    assert office.screen.said.text() == "No printer is set up"


def test_what_is_printed_leaves_no_file_behind(office: Office, tmp_path: Path) -> None:
    with_a_card(office)
    shown = office.flow.paper
    assert shown is not None
    printer = printer_for(shown)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out-of-the-printer.pdf"))
    office.answer = printer
    press(office.screen, Key.Key_P, CONTROL)
    office.sees(lambda: "Sent to the printer" in office.screen.said.text())
    assert LOT in pages((tmp_path / "out-of-the-printer.pdf").read_bytes())[0]
    assert office.files() == []


def test_a_folder_that_cannot_be_written_is_said(office: Office) -> None:
    with_a_card(office)
    office.exports.write_text("a file where the folder should be")
    press(office.screen, Key.Key_F9)
    office.sees(lambda: "could not be written" in office.screen.said.text())


def test_a_card_that_comes_late_pushes_no_other_paper_aside(office: Office) -> None:
    gate, owner = threading.Event(), QObject()
    office.journal_lane.start(Job(lambda: gate.wait(30), owner))
    office.at_desk = register(office.practice.journal, "王甲")
    office.flow.entered()
    office.flow.show_receipt(SLIP)
    office.flow.entered()
    gate.set()
    office.journal_lane.wait()
    office.sees_paper()
    assert office.screen.title.text() == "Receipt"


def test_after_the_end_nothing_is_shown(office: Office) -> None:
    office.at_desk = register(office.practice.journal, "王甲")
    office.flow.entered()
    office.flow.stop()
    office.journal_lane.wait()
    office.qtbot.wait(30)
    assert office.screen.preview.picture is None
