"""Pictures of the call list: many people, one without a phone, the forms, demand, nobody."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from fieldapp.actions.calls.call_list import CallList, Entry, entry_of
from fieldapp.actions.calls.call_page import CallPage, script_for
from fieldapp.actions.calls.rules import load_call_rules
from fieldapp.domain.call import Call, Outcome, Wishes
from fieldapp.domain.client import Client, ClientDetails
from fieldapp.domain.demand import Demand
from fieldapp.domain.due import CourseStanding, courses_of
from fieldapp.domain.message import Fate, Kind, MessagesKnown, SentMessage
from fieldapp.domain.schedule.advice import Person
from fieldapp.domain.schedule.case import PriorDose
from fieldapp.journal.due import Contact, Standing
from fieldapp.ui.calls import forms, present
from fieldapp.ui.calls.words import WITHDRAWALS, withdrawal_words
from fieldapp.ui.desk.state import ReasonState
from fieldapp.ui.language import day
from fieldapp.ui.main_window import MainWindow
from fieldapp.ui.words import tr
from tools.screens.frame import show_frame
from tools.screens.people import BIBP, NOW, practice

_TODAY = NOW.date()
_PIER, _GATE = "南阳码头 Nanyang pier", "景区北门 North gate of the scenic area"
_PEOPLE = (
    ("马玉莲 Ma Yulian", 1968, 61, "+8613900002207", "zh", _PIER, "南阳岛 Nanyang island"),
    ("John Okoro", 1993, 54, "+2348035558841", "en", _GATE, ""),
    ("陈波 Chen Bo", 1985, 24, "+8613600000190", "zh", _PIER, "二号泊位 berth 2"),
    ("郭平 Guo Ping", 1960, 23, None, "zh", _PIER, "十四号泊位 berth 14"),
    ("Анна Кузнецова Anna Kuznetsova", 1979, 22, "+79161234567", "ru", _GATE, "旅馆 hotel"),
    ("许静 Xu Jing", 1997, 22, "+8615800007712", "zh", _PIER, ""),
    ("何顺 He Shun", 1979, 21, "+8613300005501", "zh", _PIER, ""),
    ("李小龙 Li Xiaolong", 2001, 17, "+8613300005502", "zh", _GATE, ""),
    ("张秀梅 Zhang Xiumei", 1950, 16, "+8613300005503", "zh", _PIER, ""),
)


def _call(client: bytes, outcome: Outcome, days_ago: int, **more: object) -> Call:
    at = NOW.astimezone(UTC) - timedelta(days=days_ago, hours=4)
    made = Call(b"c" * 32, client, BIBP, 2, outcome.value, at, "li-na")
    return replace(made, **more)  # type: ignore[arg-type]  # fields of Call


def _calls(client: bytes, number: int) -> list[Call]:
    promised = _TODAY + timedelta(days=2)
    told: dict[int, list[Call]] = {
        0: [_call(client, Outcome.NO_ANSWER, 4), _call(client, Outcome.NO_ANSWER, 1)],
        1: [_call(client, Outcome.WILL_COME, 1, day=promised, note="下班后 after work")],
        5: [_call(client, Outcome.THIRD_PERSON, 2, note="儿子 his son", again=_TODAY)],
    }
    return told.get(number, [])


def _messages(number: int, course: CourseStanding) -> MessagesKnown | None:
    """What the hub told: of two it told nothing, one wants none, one was sent none yet."""
    if number in (2, 8) or course.due is None:
        return None
    told: dict[int, tuple[Kind, Fate]] = {
        0: (Kind.LAST, Fate.DELIVERED),
        1: (Kind.LAST, Fate.SENT),
        4: (Kind.DUE, Fate.FAILED),
        5: (Kind.DUE, Fate.DELIVERED),
        6: (Kind.DUE, Fate.UNSURE),
    }
    as_of = NOW.astimezone(UTC) - timedelta(hours=3)
    if number not in told:
        return MessagesKnown(as_of, opted_out=number == 7)
    kind, fate = told[number]
    days_after = 0 if kind is Kind.DUE else 28
    sent = SentMessage(course.series_id, 2, kind, course.due + timedelta(days=days_after), fate)
    return MessagesKnown(as_of, (sent,))


def _entry(number: int) -> Entry:
    name, born, days_ago, phone, language, place, area = _PEOPLE[number]
    client, rules, first = bytes([number + 1]) * 32, practice(), _TODAY - timedelta(days=days_ago)
    person = Person(date(born, 3, 1), (PriorDose(first, BIBP),))
    (course,) = courses_of(rules.programme, rules.catalogue, person, _TODAY, load_call_rules())
    contact = Contact(client, name, person.birth_date, phone, language, area)
    standing = Standing(number, contact, course, place, _messages(number, course))
    return entry_of(standing, _calls(client, number), Wishes(), _TODAY, load_call_rules())


def _found(numbers: Sequence[int] = range(len(_PEOPLE)), *, counting: bool = False) -> CallList:
    as_of = datetime(2026, 11, 22, 11, 2, tzinfo=NOW.tzinfo)
    return CallList(tuple(map(_entry, numbers)), as_of, counting)


def _page(entry: Entry, calls: Sequence[Call]) -> CallPage:
    client = Client(entry.client_id, ClientDetails(entry.contact.name))
    return CallPage(client, entry, tuple(calls), {"li-na": "李娜 Li Na"})


def _show(window: MainWindow, found: CallList, chosen: int = 0) -> Entry | None:
    show_frame(window)
    board, rail = window.calls.board, window.rail
    board.show_filters(present.filters(found))
    board.show_list(present.list_state(found, found.entries))
    rail.show_badge("calls", found.for_today, words=present.badge_words(found.for_today))
    window.show_room("calls")
    if not found.entries:
        return None
    entry = found.entries[chosen]
    board.table.selectRow(chosen)
    script = script_for(
        entry, team="微山湖上接种队 Weishan team", caller="李娜 Li Na", today=_TODAY
    )
    page = _page(entry, _calls(entry.client_id, chosen))
    board.pane.show_person(present.person_state(practice(), page, entry, script, NOW))
    return entry


def _person(chosen: int) -> Callable[[MainWindow], None]:
    def show(window: MainWindow) -> None:
        _show(window, _found(), chosen)

    return show


def _off(window: MainWindow) -> None:
    """Somebody who refused is looked at, and can be taken back."""
    entry = _entry(2)
    refused = _call(entry.client_id, Outcome.REFUSED, 0, reason="fears-reaction")
    standing = Standing(2, entry.contact, entry.course, entry.place, entry.messages)
    off = entry_of(standing, [refused], Wishes(), _TODAY, load_call_rules())
    found = CallList((off,), NOW)
    _show(window, found)
    script = script_for(off, team="T", caller="L", today=_TODAY)
    state = present.person_state(practice(), _page(off, [refused]), off, script, NOW)
    window.calls.board.pane.show_person(state)


def _form(outcome: Outcome, chosen: int = 0, fault: str = "") -> Callable[[MainWindow], None]:
    def show(window: MainWindow) -> None:
        entry = _show(window, _found(), chosen)
        if entry is not None:
            state = forms.outcome_form(outcome, entry, practice().catalogue, _TODAY)
            window.calls.board.pane.show_form(state)
        if fault:
            window.calls.board.pane.form.show_fault(tr(fault))

    return show


def _noted(window: MainWindow) -> None:
    _show(window, _found(), 2)
    again = tr("again {day}").format(day=day(_TODAY + timedelta(days=2)))
    words = f"马玉莲 Ma Yulian · {tr('No answer')} · {again}"
    window.calls.board.say(words, "ok")


def _take_back(window: MainWindow) -> None:
    entry = _show(window, _found())
    if entry is not None:
        reasons = tuple((code, withdrawal_words(code)) for code in WITHDRAWALS)
        title = tr("Take back “{what}” of {name}. Why?")
        title = title.format(what=tr("No answer"), name=entry.contact.name)
        window.calls.show_reasons(ReasonState(title, reasons, tr("Take it back")))


def _demand(window: MainWindow) -> None:
    _show(window, _found())
    needed = [
        Demand(BIBP, _PIER, 41, 28, 17),
        Demand("covid-inact-sinovac", _GATE, 12, 9, 1204),
        Demand("covid-inact-wibp", "", 3, 0, 1),
    ]
    page = window.calls.demand
    page.show_demand(present.demand_state(practice().catalogue, needed))
    window.calls.show_page(page)


def _nobody(window: MainWindow) -> None:
    _show(window, CallList((), NOW))


def _locked(window: MainWindow) -> None:
    """The lease is over: what was known before stays, and the head says what is not known."""
    _show(window, replace(_found(), locked_since=NOW - timedelta(days=2)))


def _counting(window: MainWindow) -> None:
    _show(window, _found(range(3), counting=True))


SCREENS: dict[str, Callable[[MainWindow], None]] = {
    "calls": _person(0),
    "calls-foreign": _person(4),
    "calls-no-phone": _person(3),
    "calls-promised": _person(1),
    "calls-soon": _person(8),
    "calls-off": _off,
    "calls-will-come": _form(
        Outcome.WILL_COME, fault="Which day do they come? Write +3, 24 or YYYY-MM-DD."
    ),
    "calls-elsewhere": _form(Outcome.ELSEWHERE),
    "calls-refused": _form(Outcome.REFUSED),
    "calls-no-answer": _form(Outcome.NO_ANSWER),
    "calls-opted-out": _form(Outcome.OPTED_OUT, 4),
    "calls-third-person": _form(Outcome.THIRD_PERSON),
    "calls-noted": _noted,
    "calls-take-back": _take_back,
    "calls-demand": _demand,
    "calls-nobody": _nobody,
    "calls-counting": _counting,
    "calls-locked": _locked,
}
