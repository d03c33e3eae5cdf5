"""Pictures of the desk: nobody, several people, somebody new, every verdict, a reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta

from fieldapp.domain.client import Client
from fieldapp.domain.scan import identify
from fieldapp.journal.sightings import Sighting
from fieldapp.ui.desk import present
from fieldapp.ui.desk.registering import form_state
from fieldapp.ui.desk.seen_today import new_here_but_seen
from fieldapp.ui.desk.state import ReasonState
from fieldapp.ui.main_window import MainWindow
from fieldapp.ui.words import NOT_GIVEN, not_given_words, scan_words, tr
from tools.screens.frame import show_frame
from tools.screens.people import BIBP, NOW, WANG_ID, chen, consultation, practice, wang

ALL_NO = {"fever": False, "severe-reaction": False, "other-vaccine": False}


def _desk(window: MainWindow) -> None:
    show_frame(window)
    window.show_room("desk")


def _person(
    days_ago: int | None,
    answers: Mapping[str, bool],
    *,
    vial: str = BIBP,
    who: Callable[[], Client] = wang,
) -> Callable[[MainWindow], None]:
    def show(window: MainWindow) -> None:
        _desk(window)
        at = consultation(days_ago, answers, vial, who())
        page = present.person_page(practice(), at, answers, "left-deltoid", NOW)
        window.desk.show_person(page)

    return show


def _seen_today(window: MainWindow) -> None:
    _desk(window)
    seen = Sighting("2号船 Boat 2", 14 * 60 + 5, BIBP, True)
    at = replace(consultation(23, ALL_NO, BIBP, wang()), seen=seen)
    page = present.person_page(practice(), at, ALL_NO, "left-deltoid", NOW)
    window.desk.show_person(page)


def _register_seen(window: MainWindow) -> None:
    _desk(window)
    scan = identify(WANG_ID, NOW.date())
    window.desk.scan.say(scan_words(scan))
    banner = present.new_here("", NOW - timedelta(days=1), NOW)
    seen = Sighting("2号船 Boat 2", 14 * 60 + 5, BIBP, True)
    banner = new_here_but_seen(banner, seen, practice().catalogue)
    window.desk.show_register(form_state(scan, ()), banner)


def _empty(window: MainWindow) -> None:
    _desk(window)
    window.desk.show_empty()


def _hits(window: MainWindow) -> None:
    _desk(window)
    names = ("王海波 Wang Haibo", "王海博 Wang Haibo", "王海 Wang Hai")
    found = [Client(bytes([n]) * 32, replace(wang().details, name=name))
             for n, name in enumerate(names)]  # fmt: skip
    window.desk.show_hits(present.hits(found, NOW.date()))


def _register(window: MainWindow) -> None:
    _desk(window)
    scan = identify(WANG_ID, NOW.date())
    window.desk.scan.say(scan_words(scan))
    alike = present.hits([wang()], NOW.date())
    banner = present.new_here("", NOW - timedelta(days=1), NOW)
    window.desk.show_register(form_state(scan, alike), banner)


def _reason(window: MainWindow) -> None:
    _desk(window)
    reasons = tuple((code, not_given_words(code)) for code in NOT_GIVEN)
    title, confirm = tr("Not given today, because…"), tr("Record: not given")
    window.desk.show_reasons(ReasonState(title, reasons, confirm))
    window.desk.reason.choose(0)


SCREENS: Mapping[str, Callable[[MainWindow], None]] = {
    "desk-empty": _empty,
    "desk-hits": _hits,
    "desk-register": _register,
    "desk-register-seen": _register_seen,
    "desk-seen-today": _seen_today,
    "desk-unasked": _person(23, {}),
    "desk-due": _person(23, ALL_NO),
    "desk-no-vial": _person(None, {}, vial=""),
    "desk-most-asked": _person(None, {}, vial="covid-ad5-cansino", who=chen),
    "desk-too-early": _person(3, ALL_NO),
    "desk-stop": _person(23, {**ALL_NO, "severe-reaction": True}),
    "desk-fever": _person(23, {**ALL_NO, "fever": True}),
    "desk-reason": _reason,
}
