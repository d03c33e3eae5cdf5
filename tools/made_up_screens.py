"""Every state of every screen, filled with made-up people: for pictures and for tests of the look.

Words come from the same code as in the app, so each screen can be shown in each language.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from typing import cast

from fieldapp.actions.consult import Consultation, Practice
from fieldapp.actions.find_client import History
from fieldapp.actions.programme import load_catalogue, load_programme, load_questions
from fieldapp.actions.system_clock import SystemClock
from fieldapp.actions.today import TodayRecord
from fieldapp.domain.client import Client, ClientDetails, Document, Sex
from fieldapp.domain.immunization import (
    DoseSource,
    ImmunizationEvent,
    ImmunizationStatus,
    VaccineLot,
)
from fieldapp.domain.scan import identify
from fieldapp.domain.schedule.advice import Person, advise
from fieldapp.domain.schedule.history import doses_given
from fieldapp.journal.journal import Journal
from fieldapp.journal.vials import Vial
from fieldapp.sync.errors import NetworkWantsLogin
from fieldapp.sync.outcome import DONE
from fieldapp.ui import language
from fieldapp.ui.copy_card import CopyCardState
from fieldapp.ui.desk import present
from fieldapp.ui.desk.registering import form_state
from fieldapp.ui.desk.state import ReasonState
from fieldapp.ui.error_words import sentence
from fieldapp.ui.lock_screen import LockUser
from fieldapp.ui.main_window import MainWindow
from fieldapp.ui.stick_card import StickState
from fieldapp.ui.strips import TruthState
from fieldapp.ui.sync_screen import AttemptRow, RoadState, SumState
from fieldapp.ui.words import NOT_GIVEN, not_given_words, role_words, scan_words, tr

SITE_ZONE = timezone(timedelta(hours=8))
NOW = datetime(2026, 11, 22, 14, 32, tzinfo=SITE_ZONE)
BIBP = "covid-inact-bibp"
_ID = "370826198001010014"
_PEOPLE = (
    "张秀梅 Zhang Xiumei",
    "刘福生 Liu Fusheng",
    "赵春花 Zhao Chunhua",
    "孙发 Sun Fa",
    "高林 Gao Lin",
)


def practice() -> Practice:
    """A practice with the real rules and no journal: nothing here looks into one."""
    return Practice(
        journal=cast(Journal, None),
        catalogue=load_catalogue(),
        programme=load_programme("cn-nhc-2021-03-29"),
        questions=load_questions(),
        clock=SystemClock(),
    )


def wang() -> Client:
    """The person at the desk."""
    details = ClientDetails(
        name="王海波 Wang Haibo",
        documents=(Document("cn-resident-id", _ID),),
        birth_date=date(1980, 1, 1),
        sex=Sex.MALE,
        key_group="grp-lake",
        home_area="微山县 Weishan County",
    )
    return Client(b"w" * 32, details)


def chen() -> Client:
    """A woman of childbearing age, with much to write about."""
    details = ClientDetails(
        name="陈晓燕 Chen Xiaoyan",
        documents=(Document("cn-resident-id", "370826199506151220"),),
        birth_date=date(1995, 6, 15),
        sex=Sex.FEMALE,
        home_area="微山县南阳镇 Nanyang Town, Weishan County",
        circumstances="鲁微山渔1234号船，二号泊位 boat 1234, berth 2, south pier",
    )
    return Client(b"c" * 32, details)


def dose(days_ago: int, at: datetime = NOW, number: int = 0) -> ImmunizationEvent:
    """A dose of BIBP, some days ago."""
    when = at - timedelta(days=days_ago)
    return ImmunizationEvent(
        event_id=bytes([number + 1]) * 32,
        client_id=b"w" * 32,
        status=ImmunizationStatus.COMPLETED,
        lot=VaccineLot(BIBP, "202608041", date(2028, 2, 28)),
        occurred_at=when,
        recorded_at=when,
        recorded_by="li-na",
        source=DoseSource.GIVEN_HERE,
    )


def consultation(
    days_ago: int | None, answers: Mapping[str, bool], vial: str, who: Client
) -> Consultation:
    """Somebody who had dose 1 so many days ago or never, with or without a vial at hand."""
    rules, client = practice(), who
    events = () if days_ago is None else (dose(days_ago),)
    lot = VaccineLot(vial, "2026080417", date(2028, 2, 28))
    in_use = Vial(b"v" * 32, lot, 1, 1, NOW, None) if vial else None
    advice = advise(
        rules.programme,
        rules.catalogue,
        Person(client.details.birth_date, doses_given(events), client.details.sex),
        questions=rules.questions,
        answers=answers,
        today=NOW.date(),
        visit_product=vial or None,
    )
    return Consultation(client, History(events, NOW - timedelta(hours=5)), in_use, advice)


def show_frame(window: MainWindow, hours_waiting: float = 3.2) -> None:
    """The strips, and a day with a few doses."""
    roles = role_words("vaccinator")
    window.strip.show_session(
        "微山湖上接种队 Weishan team", "3号船 · 南阳码头", f"李娜 Li Na, {roles}", "14:32"
    )
    window.truth.show_truth(
        TruthState(
            recorded_today=184,
            recorded=4812,
            waiting=63,
            confirmed=4749,
            oldest_waiting_s=round(hours_waiting * 3600),
            link_up=False,
            link_words=tr("Hub not reached"),
            copied=4812,
            copy_words=tr("second copy"),
        )
    )
    records = [
        TodayRecord(
            dose(0, NOW - timedelta(minutes=11 * (n + 1)), n), name, confirmed=n > 1, dose_number=1
        )
        for n, name in enumerate(_PEOPLE)
    ]
    struck = records[3].event
    records[3] = replace(
        records[3], event=replace(struck, status=ImmunizationStatus.NOT_DONE, reason="fever")
    )
    window.desk.show_today(
        present.today_state(practice().catalogue, records, records[0].event.event_id)
    )


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


_ALL_NO = {"fever": False, "severe-reaction": False, "other-vaccine": False}


def _lock(window: MainWindow) -> None:
    people = (("李娜 Li Na", "vaccinator"), ("高军 Gao Jun", "team-lead"))
    users = [LockUser(name, f"{name} · {role_words(role)}") for name, role in people]
    window.strip.show_session("", "", "", "14:32")
    window.show_lock()
    window.lock.show_users(users)


def _wrong_pin(window: MainWindow) -> None:
    _lock(window)
    window.lock.show_message(sentence("That PIN is not right."), "stop")


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
    scan = identify(_ID, NOW.date())
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


def _sync(window: MainWindow) -> None:
    show_frame(window, hours_waiting=30)
    window.show_room("sync")
    window.sync.show_sum(SumState(4812, 63, 4749, 4741, 5, 2, 1, 0))
    load = tr("Doses waiting: {n} · about {size}").format(n=63, size=language.size(1900))
    words = tr("It goes by itself when a network is there.")
    window.sync.show_road(RoadState(words, load, may_try=True))
    window.sync.stick.show_stick(
        StickState(
            tr("{name} is in. Sealed: only the hub can read it.").format(name="KINGSTON 32 GB"),
            tr("Doses waiting: {n}").format(n=63),
            ready=True,
        )
    )
    receipt = tr("✓ {n} doses · head {head}…").format(n=93, head="77e0")
    lines = [(3, DONE, receipt), (27, NetworkWantsLogin.happened, tr("none"))]
    window.sync.copy.show_copy(
        CopyCardState(
            tr("Kept after every dose in {folder}").format(folder="SD 64 GB"),
            tr("{n} doses are on it, sealed.").format(n="4,812"),
            "ok",
            kept=True,
        )
    )
    window.sync.show_attempts(
        [
            AttemptRow(
                when=language.capital(language.moment(NOW - timedelta(hours=hours), NOW)),
                road=tr("Internet"),
                doses="93",
                size=language.size(2700),
                happened=sentence(happened),
                receipt=said,
            )
            for hours, happened, said in lines
        ]
    )


def _help(window: MainWindow) -> None:
    _desk(window)
    window.rooms.setCurrentWidget(window.help)


SCREENS: Mapping[str, Callable[[MainWindow], None]] = {
    "lock": _lock,
    "lock-wrong-pin": _wrong_pin,
    "desk-empty": _empty,
    "desk-hits": _hits,
    "desk-register": _register,
    "desk-unasked": _person(23, {}),
    "desk-due": _person(23, _ALL_NO),
    "desk-no-vial": _person(None, {}, vial=""),
    "desk-most-asked": _person(None, {}, vial="covid-ad5-cansino", who=chen),
    "desk-too-early": _person(3, _ALL_NO),
    "desk-stop": _person(23, {**_ALL_NO, "severe-reaction": True}),
    "desk-fever": _person(23, {**_ALL_NO, "fever": True}),
    "desk-reason": _reason,
    "sync": _sync,
    "help": _help,
}
