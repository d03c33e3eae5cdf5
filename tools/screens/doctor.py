"""Pictures of the doctor page, a good day and a bad one, and of the people of the laptop."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from fieldapp.actions.doctor import machine, records, road
from fieldapp.actions.doctor.examine import Rules
from fieldapp.actions.doctor.finding import Finding
from fieldapp.journal import ballast
from fieldapp.journal.keyslots import StaffUser
from fieldapp.ui.doctor.present import items, lock_words
from fieldapp.ui.main_window import MainWindow
from fieldapp.ui.people import flow
from fieldapp.ui.words import tr
from tools.screens.frame import show_frame

_PROGRAM = (
    machine.KeyRingUsed(),
    machine.Program(version="0.1.0", sqlite="3.53.0"),
    Rules(
        source="National Health Commission of China, COVID-19 vaccination technical guideline",
        edition="1st ed., 29 Mar 2021",
    ),
)
_WELL = (
    records.ClockRight(),
    records.CopyKept(),
    records.SomeWait(doses=63, age_s=11_520),
    road.HubReached(age_s=5 * 3600),
    road.CertificateHolds(day=date(2029, 11, 22)),
    machine.DiskRoom(free_bytes=96_000_000_000),
    machine.ReserveStands(reserve_bytes=ballast.SIZE),
    machine.BatteryWell(percent=71),
    *_PROGRAM,
)
_BAD = (
    records.ClockDoubtful(),
    records.CopyMissing(),
    records.SomeWaitTooLong(doses=1463, age_s=9 * 24 * 3600),
    records.CameBack(times=1),
    records.ChainWhole(events=10_214),
    road.HubSilent(age_s=9 * 24 * 3600),
    road.CertificateEnded(day=date(2026, 11, 20)),
    machine.DiskNearlyFull(free_bytes=61_000_000),
    machine.ReserveUsed(),
    machine.BatteryNearlyEmpty(percent=7),
    *_PROGRAM,
)


def _page(window: MainWindow, findings: tuple[Finding, ...], looked_at: float | None) -> None:
    show_frame(window)
    window.show_room("desk")
    window.show_page("doctor")
    window.doctor.show_lock_time(lock_words(10))
    window.doctor.show_items(items(findings, looked_at))


def _well(window: MainWindow) -> None:
    _page(window, _WELL, 0.4)


def _bad(window: MainWindow) -> None:
    _page(window, _BAD, None)
    words = tr("Written: {file}. It holds nothing about anybody.")
    window.doctor.say(words.format(file="support-20261122-143200.json"), "ok")


def _at_lock(window: MainWindow) -> None:
    window.strip.show_session("", "", "", "14:32")
    window.show_lock()
    window.show_page("doctor")
    window.doctor.show_open(False)
    window.doctor.show_items(items(_PROGRAM))


def _people(window: MainWindow) -> None:
    show_frame(window)
    window.show_room("desk")
    window.show_page("people")
    team = (("li.na", "李娜 Li Na", "recorder"), ("gao.jun", "高军 Gao Jun", "lead"))
    people = {login: StaffUser(login, name, role) for login, name, role in team}
    form = window.people.form
    form.show_form(flow.everybody(flow.Known(people, frozenset({"li.na"}))))
    form.fill({"who": "li.na", "name": "李娜 Li Na", "login": "li.na", "role": "ended"})


def _own_pin(window: MainWindow) -> None:
    show_frame(window)
    window.show_room("desk")
    window.show_page("people")
    window.people.form.show_form(flow.own_pin())


SCREENS: Mapping[str, Callable[[MainWindow], None]] = {
    "doctor": _well,
    "doctor-bad": _bad,
    "doctor-at-lock": _at_lock,
    "people": _people,
    "people-own-pin": _own_pin,
}
