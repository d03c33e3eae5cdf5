"""Pictures of the desk: nobody, several people, somebody new, every verdict, a reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta

from fieldapp.actions.consult import Consultation
from fieldapp.actions.find_duplicates import Duplicate, Likeness
from fieldapp.actions.known_history import History, Origin, Source
from fieldapp.domain.client import Client
from fieldapp.domain.immunization import DoseSource, ImmunizationStatus, VaccineLot
from fieldapp.domain.message import Fate, Kind, MessagesKnown, SentMessage
from fieldapp.domain.scan import identify
from fieldapp.domain.vial_advice import VialDoubt
from fieldapp.journal.erased_doses import ErasedDose
from fieldapp.journal.keyslots import StaffUser
from fieldapp.journal.sightings import Sighting
from fieldapp.ui.desk import given_forms, present, present_people, reasons
from fieldapp.ui.desk.registering import form_state
from fieldapp.ui.desk.seen_today import new_here_but_seen
from fieldapp.ui.main_window import MainWindow
from fieldapp.ui.words import scan_words, tr
from tools.screens.frame import show_frame, show_records, some_records
from tools.screens.people import (
    BIBP,
    NOW,
    WANG_ID,
    chen,
    consultation,
    deckhand,
    dose,
    practice,
    wang,
)

_PASSPORT = (
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"
)
ALL_NO = dict.fromkeys(("fever", "severe-reaction", "other-vaccine", "neurological"), False)


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
    banner = present_people.new_here("", NOW - timedelta(days=1), NOW)
    seen = Sighting("2号船 Boat 2", 14 * 60 + 5, BIBP, True)
    banner = new_here_but_seen(banner, seen, practice().catalogue)
    window.desk.show_register(form_state(scan, ()), banner)


def _empty(window: MainWindow) -> None:
    _desk(window)
    window.desk.show_empty()


def _put_aside(window: MainWindow) -> None:
    _empty(window)
    window.desk.empty.show_put_aside(2)


def _hits(window: MainWindow) -> None:
    _desk(window)
    names = ("王海波 Wang Haibo", "王海博 Wang Haibo", "王海 Wang Hai")
    found = [Client(bytes([n]) * 32, replace(wang().details, name=name))
             for n, name in enumerate(names)]  # fmt: skip
    window.desk.show_hits(present_people.hits(found, NOW.date()))


def _register(window: MainWindow) -> None:
    _desk(window)
    scan = identify(WANG_ID, NOW.date())
    window.desk.scan.say(scan_words(scan))
    alike = present_people.duplicates([Duplicate(wang(), Likeness.LOOKS_ALIKE)], NOW.date())
    banner = present_people.new_here("", NOW - timedelta(days=1), NOW)
    window.desk.show_register(form_state(scan, alike), banner)


def _reason(window: MainWindow) -> None:
    _desk(window)
    window.desk.show_reasons(reasons.why_not_given())
    window.desk.reason.choose(0)


def _duplicate(window: MainWindow) -> None:
    _register(window)
    found = [Duplicate(wang(), Likeness.CONTEST), Duplicate(chen(), Likeness.SAME_PHONE)]
    hits = present_people.duplicates(found, NOW.date())
    window.desk.register.ask_again(hits, present_people.same_person(found))


def _foreigner(window: MainWindow) -> None:
    _desk(window)
    scan = identify(_PASSPORT, NOW.date())
    window.desk.scan.say(scan_words(scan))
    banner = present_people.new_here("", NOW - timedelta(days=1), NOW)
    window.desk.show_register(form_state(scan), banner)


def _without_papers(window: MainWindow) -> None:
    _desk(window)
    alike = present_people.duplicates([Duplicate(chen(), Likeness.LOOKS_ALIKE)], NOW.date())
    banner = present_people.new_here("", NOW - timedelta(days=1), NOW)
    window.desk.show_register(form_state(None, alike), banner)
    window.desk.register.name.edit.setText("陈小燕")
    window.desk.register.place.edit.setText("鲁微山渔1234号船，二号泊位")


def _elsewhere(window: MainWindow) -> None:
    _desk(window)
    state = given_forms.elsewhere_form(practice().catalogue, wang().details.name, BIBP)
    window.desk.show_form(state)
    window.desk.form.fill({"day": "2026-10-30", "place": "济宁市任城区接种门诊"})


def _late(window: MainWindow) -> None:
    _desk(window)
    at = consultation(23, ALL_NO, BIBP, wang())
    staff = [StaffUser("li-na", "李娜 Li Na", "recorder"), StaffUser("gao", "高军 Gao Jun", "lead")]
    state = given_forms.late_form(
        practice().catalogue, wang().details.name, at.vial, staff, "li-na", NOW
    )
    window.desk.show_form(state)
    window.desk.form.show_fault(tr("Say why, in a few words."))


def _vial(window: MainWindow) -> None:
    _desk(window)
    window.desk.show_form(given_forms.vial_form(practice().catalogue))


def _changed(
    change: Callable[[Consultation], Consultation], vial: str = BIBP, days_ago: int | None = 23
) -> Callable[[MainWindow], None]:
    def show(window: MainWindow) -> None:
        _desk(window)
        at = change(consultation(days_ago, ALL_NO, vial, wang()))
        page = present.person_page(practice(), at, ALL_NO, "left-deltoid", NOW)
        window.desk.show_person(page)

    return show


def _doubtful(at: Consultation) -> Consultation:
    return replace(at, doubts=(VialDoubt.EXPIRED,))


def _unsettled(at: Consultation) -> Consultation:
    return replace(at, unsettled=(Duplicate(chen(), Likeness.LOOKS_ALIKE),))


def _from_roster(at: Consultation) -> Consultation:
    """Dose 1 is another team's, known from the roster; this laptop has never seen the person."""
    first = replace(at.history.events[0], source=DoseSource.ELSEWHERE, evidence="register")
    told = Origin(Source.ROSTER, NOW - timedelta(hours=3))
    sent = SentMessage("cn-inactivated", 2, Kind.DUE, NOW.date(), Fate.DELIVERED)
    messages = MessagesKnown(told.as_of, (sent,))
    history = replace(at.history, events=(first,), known=(told,), messages=messages)
    return replace(at, history=history)


def _double(at: Consultation) -> Consultation:
    """The hub found that two teams recorded a dose on one day."""
    at = _from_roster(at)
    known = (*at.history.known, Origin(Source.OWN, NOW - timedelta(days=23)))
    return replace(at, history=replace(at.history, known=known, findings=("possible-double",)))


def _locked(at: Consultation) -> Consultation:
    """Nothing is known, and the lease of the roster has ended."""
    since = NOW - timedelta(days=2)
    return replace(at, history=History((), NOW - timedelta(days=16), locked_since=since))


def _long_history(at: Consultation) -> Consultation:
    """A dose of others, one struck through, one corrected; the last dose of a vial."""
    flu = VaccineLot("flu-inactivated", "F2026", None)
    other = replace(dose(60, number=5), lot=flu, source=DoseSource.ELSEWHERE, evidence="card")
    struck = replace(
        dose(30, number=6), status=ImmunizationStatus.ENTERED_IN_ERROR, reason="wrong-person"
    )
    mine, vial = at.history.events[0], at.vial
    history = replace(at.history, events=(other, struck, mine))
    last = None if vial is None else replace(vial, doses=5, doses_left=1)
    return replace(at, history=history, vial=last, amended=frozenset({mine.event_id}))


def _erased(window: MainWindow) -> None:
    """One of today's doses is of somebody whom the hub erased by law since."""
    _empty(window)
    records, at = some_records(), NOW - timedelta(minutes=27)
    gone = ErasedDose(b"e" * 32, BIBP, at, at, NOW, "request", is_confirmed=True)
    show_records(window, records, [gone])


SCREENS: Mapping[str, Callable[[MainWindow], None]] = {
    "desk-empty": _empty,
    "desk-erased": _erased,
    "desk-put-aside": _put_aside,
    "desk-hits": _hits,
    "desk-register": _register,
    "desk-register-seen": _register_seen,
    "desk-seen-today": _seen_today,
    "desk-unasked": _person(23, {}),
    "desk-due": _person(23, ALL_NO),
    "desk-no-vial": _person(None, {}, vial=""),
    "desk-most-asked": _person(None, {}, vial="covid-ad5-cansino", who=chen),
    "desk-birth-year": _person(None, {}, who=deckhand),
    "desk-too-early": _person(3, ALL_NO),
    "desk-stop": _person(23, {**ALL_NO, "severe-reaction": True}),
    "desk-fever": _person(23, {**ALL_NO, "fever": True}),
    "desk-reason": _reason,
    "desk-duplicate": _duplicate,
    "desk-foreigner": _foreigner,
    "desk-without-papers": _without_papers,
    "desk-elsewhere": _elsewhere,
    "desk-late": _late,
    "desk-vial": _vial,
    "desk-vial-doubtful": _changed(_doubtful),
    "desk-unsettled": _changed(_unsettled),
    "desk-history": _changed(_long_history),
    "desk-roster": _changed(_from_roster),
    "desk-possible-double": _changed(_double),
    "desk-roster-locked": _changed(_locked, days_ago=None),
    "desk-other-vaccine": _person(23, {**ALL_NO, "other-vaccine": True}),
}
