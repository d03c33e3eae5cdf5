"""Pictures of the watch: few, many and nobody, a doubtful clock, the AEFI form, the lists."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from fieldapp.actions.watch_board import Board, WatchedPerson
from fieldapp.domain.adverse_event import AdverseEvent, ReactionDetails
from fieldapp.domain.client import Client, ClientDetails
from fieldapp.domain.immunization import BodySite
from fieldapp.domain.schedule.advice import Person, advise
from fieldapp.domain.schedule.history import doses_given
from fieldapp.domain.watch import Standing
from fieldapp.ui.desk.present import person_page as desk_page
from fieldapp.ui.desk.state import ReasonState
from fieldapp.ui.main_window import MainWindow
from fieldapp.ui.watch import present
from fieldapp.ui.watch.reporting import form_of, new_form
from fieldapp.ui.watch.state import BoardState, ReactionForm
from fieldapp.ui.watch.words import EARLY, early_words
from fieldapp.ui.words import tr
from tools.screens.frame import show_frame
from tools.screens.people import BIBP, NAMES, NOW, consultation, dose, practice, wang

_LENGTH_S = 30 * 60
_FAINTED = ReactionDetails(("syncope", "nausea"), serious=False)
_GRAVE = ReactionDetails(
    ("anaphylaxis", "urticaria", "severe-local"),
    onset=datetime(2026, 11, 22, 14, 27),
    serious=True,
    criteria=("life-threatening", "hospital"),
    treatment="肾上腺素 0.5 mg 肌注 adrenaline i.m.",
    description="全身荨麻疹，喘鸣，血压下降 hives, wheezing, low pressure",
)


def _client(name: str) -> Client:
    return Client(name.encode().ljust(32)[:32], ClientDetails(name))


def _watched(name: str, minutes_ago: int, number: int) -> WatchedPerson:
    site = BodySite.RIGHT_DELTOID if number % 3 == 2 else BodySite.LEFT_DELTOID
    given = replace(dose(0, NOW - timedelta(minutes=minutes_ago), number), site=site)
    left = max(0, _LENGTH_S - minutes_ago * 60)
    return WatchedPerson(
        client=_client(name),
        doses=(given,),
        minutes=30,
        standing=Standing(left, minutes_ago * 60),
        leaves_at=given.occurred_at + timedelta(minutes=30),
    )


def _report(details: ReactionDetails, person: WatchedPerson) -> AdverseEvent:
    return AdverseEvent(
        reaction_id=bytes([len(details.reactions)]) * 32,
        dose_id=person.dose_ids[0],
        client_id=person.client.client_id,
        vaccine_id=person.doses[0].lot.vaccine_id,
        details=details,
        reported_at=datetime(2026, 11, 22, 6, 30, tzinfo=UTC),
        reported_by="li-na",
    )


def _three() -> tuple[WatchedPerson, ...]:
    minutes = ((2, 34), (1, 28), (0, 11))
    return tuple(_watched(NAMES[n], ago, n) for n, ago in minutes)


def _many() -> tuple[WatchedPerson, ...]:
    people = [_watched(NAMES[n % 5], 37 - 2 * n, n) for n in range(17)]
    people[1] = replace(people[1], reactions=(_report(_FAINTED, people[1]),))
    people[2] = replace(people[2], reactions=(_report(_GRAVE, people[2]),))
    people[3] = replace(people[3], minutes=60, longer=True, standing=Standing(29 * 60, 31 * 60))
    people[4] = replace(people[4], standing=Standing(60, 29 * 60, off_s=15 * 60))
    people[5] = replace(people[5], doses=(people[5].doses[0], dose(0, NOW, 40)))
    return tuple(people)


def _doubtful() -> tuple[WatchedPerson, ...]:
    return tuple(
        replace(person, standing=replace(person.standing, clock_doubtful=True), leaves_at=None)
        for person in _three()
    )


def _board(people: Callable[[], tuple[WatchedPerson, ...]], **more: object) -> BoardState:
    now = Board(people(), people()[:2] if more.pop("forgotten", False) else ())
    return present.board(practice(), now, **more)  # type: ignore[arg-type]  # keywords of board


def _show(window: MainWindow, state: BoardState) -> None:
    show_frame(window)
    ready = sum(card.may_leave for card in state.cards)
    words = present.badge_words(len(state.cards), ready)
    window.rail.show_badge("watch", ready or len(state.cards), words=words, ready=ready > 0)
    window.watch.show_board(state)
    window.show_room("watch")


def _few(window: MainWindow) -> None:
    _show(window, _board(_three))


def _many_people(window: MainWindow) -> None:
    left = present.left_words(NAMES[3], "well", NOW)
    begun = {_many()[6].dose_ids[0]}
    _show(window, _board(_many, reports=2, undo=left, begun=begun, forgotten=True, sound=True))


def _nobody(window: MainWindow) -> None:
    _show(window, _board(lambda: ()))


def _clock(window: MainWindow) -> None:
    _show(window, _board(_doubtful))


def _form(
    form: ReactionForm, *, saved: ReactionDetails | None = None, half_written: bool = False
) -> Callable[[MainWindow], None]:
    def show(window: MainWindow) -> None:
        _few(window)
        person = _three()[2]
        state = present.reaction(
            practice(),
            person.client,
            person.doses[0],
            form,
            report=_report(saved, person) if saved else None,
            is_watched=saved is None,
            half_written=half_written,
        )
        window.watch.show_reaction(state)

    return show


def _second_half(window: MainWindow) -> None:
    _form(_WHOLE, saved=_GRAVE)(window)
    window.watch.reaction.turn_over()


def _fault(window: MainWindow) -> None:
    _form(replace(_NEW, reactions=("syncope",)))(window)
    words = tr("Was it serious? F7 when none of these; otherwise choose which.")
    window.watch.reaction.show_fault(words)


def _reports(window: MainWindow) -> None:
    _few(window)
    people = _three()
    told = [_report(_GRAVE, people[0]), _report(_FAINTED, people[1])]
    told.append(replace(_report(_FAINTED, people[2]), withdrawn="wrong-person"))
    listed = [(event, person.client) for event, person in zip(told, people, strict=True)]
    window.watch.show_choice(present.reports_list(practice(), listed))


def _doses(window: MainWindow) -> None:
    _few(window)
    given = [dose(days, NOW, days) for days in (0, 24)]
    window.watch.show_choice(present.doses_list(practice(), _client(NAMES[1]), given))


def _early(window: MainWindow) -> None:
    _few(window)
    reasons = tuple((code, early_words(code)) for code in EARLY)
    left = tr("{min} min left").format(min=19)
    title = tr("{name} leaves early ({left}). Why?").format(name=NAMES[0], left=left)
    window.watch.show_reasons(ReasonState(title, reasons, tr("Leaves early")))


def _at_the_desk(window: MainWindow) -> None:
    """After a severe reaction to dose 1, somebody comes for dose 2."""
    show_frame(window)
    window.show_room("desk")
    at = consultation(23, _ALL_NO, BIBP, wang())
    dose_1 = at.history.events[0]
    told = replace(_report(_GRAVE, _three()[0]), dose_id=dose_1.event_id)
    after = {BIBP: frozenset({"severe_vaccine_allergy"})}
    rules = practice()
    details = at.client.details
    person = Person(details.birth_date, doses_given([dose_1]), details.sex, after_doses=after)
    advice = advise(
        rules.programme,
        rules.catalogue,
        person,
        questions=rules.questions,
        answers=_ALL_NO,
        today=NOW.date(),
        visit_product=BIBP,
    )
    page = replace(at, reactions=(told,), advice=advice)
    window.desk.show_person(desk_page(rules, page, _ALL_NO, "left-deltoid", NOW))


def _waiting(window: MainWindow) -> None:
    """Somebody who is still being watched is looked up at the desk."""
    show_frame(window)
    window.show_room("desk")
    at = replace(consultation(0, _ALL_NO, BIBP, wang()), watched_until=NOW)
    window.desk.show_person(desk_page(practice(), at, _ALL_NO, "left-deltoid", NOW))


_ALL_NO = {"fever": False, "severe-reaction": False, "other-vaccine": False}
_NEW = new_form(NOW.replace(tzinfo=None), is_watched=True)
_WHOLE = form_of(_GRAVE, NOW.replace(tzinfo=None))

SCREENS: dict[str, Callable[[MainWindow], None]] = {
    "watch": _few,
    "watch-many": _many_people,
    "watch-nobody": _nobody,
    "watch-clock": _clock,
    "watch-early": _early,
    "reaction-new": _form(_NEW),
    "reaction-serious": _form(_WHOLE, half_written=True),
    "reaction-more": _second_half,
    "reaction-fault": _fault,
    "reaction-reports": _reports,
    "reaction-doses": _doses,
    "reaction-at-desk": _at_the_desk,
    "watch-at-desk": _waiting,
}
