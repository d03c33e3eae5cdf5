"""Pictures of the set-up: the first start, each step, and what a scanner did with the code."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from fieldapp.actions.programme import load_catalogue
from fieldapp.actions.set_up import Mark, SetUp, Step
from fieldapp.cli.demo.team import vial_code
from fieldapp.sync.errors import HubUnreachable
from fieldapp.ui.copy_card import CopyCardState
from fieldapp.ui.desk.arrival import Arrived
from fieldapp.ui.desk.scan_edit import SEPARATOR
from fieldapp.ui.error_words import in_words
from fieldapp.ui.main_window import MainWindow
from fieldapp.ui.practice_band import practice_note
from fieldapp.ui.set_up.first_page import FirstPage
from fieldapp.ui.set_up.laptop_page import SetUpForm
from fieldapp.ui.set_up.shown_code import EXPECTED, judge
from fieldapp.ui.set_up.steps import LAPTOP, LOOK, READY, first_lines, lines
from fieldapp.ui.set_up.words import step_words
from fieldapp.ui.words import tr
from tools.screens import desk, lock
from tools.screens.frame import show_frame
from tools.screens.people import NOW, WANG_ID

_DONE, _LATER = Mark.FINISHED, Mark.LATER
_CODE = "7C4M-9QRS-D2K8-V0XW-5HTB-N3JE-8GZP-41AY"
_GOOD = Arrived(EXPECTED, len(EXPECTED), True, 4, "enter", ("ctrl",), False)
_SWAPPED = EXPECTED.replace(SEPARATOR, "").translate(str.maketrans("zyZY-/:;_", "yzYZß-ÖöÄ"))


def _first(step: str) -> Callable[[MainWindow], None]:
    """Before there is a laptop: nothing stands around the steps."""

    def show(window: MainWindow) -> None:
        page = FirstPage()
        if step == LAPTOP:
            pin = "2468-2468"
            page.laptop.fill(SetUpForm("微山湖 3 号船", "boat", "李娜 Li Na", "li.na", pin, pin))
        page.show_step(step, first_lines(step))
        for part in (window.strip, window.rail, window.truth):
            part.hide()
        window.rooms.addWidget(page)
        window.rooms.setCurrentWidget(page)

    return show


def _step(name: str, **marks: Mark) -> Callable[[MainWindow], None]:
    def show(window: MainWindow) -> None:
        show_frame(window)
        window.show_room("desk")
        window.show_page("set_up")
        page = window.set_up
        now = SetUp(True, False, {Step[step]: how for step, how in marks.items()})
        page.people.show_known((("李娜 Li Na", "lead"), ("高军 Gao Jun", "recorder")))
        page.people.show_done(now.marks.get(Step.PEOPLE) is _DONE)
        page.ready.show_left([step_words(step.value) for step in now.left])
        page.show_step(name, lines(now))

    return show


def _unreachable(window: MainWindow) -> None:
    _step("hub")(window)
    page = window.set_up.hub
    page.code.edit.setText(_CODE)
    page.hub.edit.setText("https://hub.example.org")
    page.say(in_words(HubUnreachable()), "stop")


def _asked(window: MainWindow) -> None:
    """Where no network is: the request is on the stick."""
    _unreachable(window)
    told = tr(
        "The request is on the stick: {file}. Bring it to the hub, then read its pack here, or "
        "later in the sync room."
    )
    window.set_up.hub.say(told.format(file="laptop-3d2e91a7-0c4f88b1.vxe"), "ok")


def _joined(window: MainWindow) -> None:
    _step("hub", HUB=_DONE)(window)
    page = window.set_up.hub
    page.show_done(True)
    words = tr("Joined {hub} as laptop {n}.")
    page.say(words.format(hub="https://hub.example.org", n=17), "ok")


def _copied(window: MainWindow) -> None:
    _step("second-copy", HUB=_DONE, PEOPLE=_DONE, COPY=_DONE)(window)
    where = tr("Kept after every dose in {folder}").format(folder="SD CARD")
    how = tr("{n} doses are on it, sealed.").format(n=0)
    window.set_up.copy.show_copy(CopyCardState(where, how, "ok", kept=True))


def _no_card(window: MainWindow) -> None:
    _step("second-copy", HUB=_LATER, PEOPLE=_DONE)(window)
    how = tr("A card that stays in keeps every dose if the laptop is lost.")
    window.set_up.copy.show_copy(CopyCardState(tr("No card was chosen."), how))


def _printed(window: MainWindow) -> None:
    _step("printer", HUB=_DONE, PEOPLE=_DONE, COPY=_DONE)(window)
    window.set_up.printer.show_sent("HP LaserJet M15w")


def _no_printer(window: MainWindow) -> None:
    _step("printer", HUB=_DONE, PEOPLE=_DONE, COPY=_DONE)(window)
    words = tr("No printer is set up on this laptop. Save the PDF and print it elsewhere.")
    window.set_up.printer.say(words, "wait")


def _scanned(arrived: Arrived, *, good: bool) -> Callable[[MainWindow], None]:
    def show(window: MainWindow) -> None:
        marks = {"SCANNER": _DONE} if good else {}
        _step("scanner", HUB=_LATER, PEOPLE=_DONE, COPY=_DONE, **marks)(window)
        window.set_up.scanner.show_check(judge(arrived))
        window.set_up.scanner.show_done(good)

    return show


def _practice(window: MainWindow) -> None:
    desk.SCREENS["desk-due"](window)
    window.show_practice(True)


def _practice_lock(window: MainWindow) -> None:
    lock.SCREENS["lock"](window)
    vial = vial_code(load_catalogue(), NOW.date())
    window.lock.show_message(practice_note("2468", WANG_ID, vial))
    window.show_practice(True)


BEFORE_THE_ROOMS = ("first-start", "first-laptop")
"""Screens of a window of their own, where there is no laptop yet."""
_ALL = dict.fromkeys((step.name for step in Step), _DONE)

SCREENS: Mapping[str, Callable[[MainWindow], None]] = {
    "first-start": _first(LOOK),
    "first-laptop": _first(LAPTOP),
    "set-up-look": _step(LOOK),
    "set-up-hub": _step("hub"),
    "set-up-hub-unreachable": _unreachable,
    "set-up-hub-asked": _asked,
    "set-up-hub-joined": _joined,
    "set-up-people": _step("people", HUB=_LATER),
    "set-up-people-two": _step("people", HUB=_DONE, PEOPLE=_DONE),
    "set-up-no-card": _no_card,
    "set-up-card": _copied,
    "set-up-no-printer": _no_printer,
    "set-up-printed": _printed,
    "set-up-scanner": _step("scanner", HUB=_DONE, PEOPLE=_DONE, COPY=_DONE),
    "set-up-scanner-good": _scanned(_GOOD, good=True),
    "set-up-scanner-bad": _scanned(replace(_GOOD, text=_SWAPPED, ended_by="tab"), good=False),
    "set-up-left": _step(READY, HUB=_LATER, PEOPLE=_DONE, COPY=_LATER, SCANNER=Mark.NOT_NEEDED),
    "set-up-whole": _step(READY, **_ALL),
    "practice-desk": _practice,
    "practice-lock": _practice_lock,
}
