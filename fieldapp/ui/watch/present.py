"""Turns what the actions answer into what the watch shows. Changes nothing."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from fieldapp.actions.consult import Practice
from fieldapp.actions.watch_board import Board, WatchedPerson
from fieldapp.domain.adverse_event import AdverseEvent, Code, is_grave, still_missing
from fieldapp.domain.client import Client
from fieldapp.domain.immunization import ImmunizationEvent
from fieldapp.domain.watch import Standing
from fieldapp.ui.language import day
from fieldapp.ui.watch.state import (
    BoardState,
    CardState,
    ChoiceState,
    Line,
    ReactionForm,
    ReactionState,
)
from fieldapp.ui.watch.words import code_name, code_words, missing_words
from fieldapp.ui.words import site_words, tr

_MOST_NAMED = 2


def being_watched(count: int) -> str:
    """How many people are watched, as a sentence."""
    if not count:
        return tr("Nobody is being watched")
    return QCoreApplication.translate("watch", "%n people are being watched", "", count)


def badge_words(count: int, may_leave: int) -> str:
    """What the badge means, in words."""
    words = being_watched(count)
    return f"{words}, {tr('{n} may leave').format(n=may_leave)}" if may_leave else words


def may_leave(names: Sequence[str]) -> str:
    """What is said when somebody's time is over."""
    return tr("May leave: {names}").format(names=tr(", ").join(names))


def board(
    practice: Practice,
    now: Board,
    *,
    begun: Collection[bytes] = (),
    reports: int = 0,
    undo: str = "",
    sound: bool = False,
) -> BoardState:
    """The whole board; `begun` are the doses about which a report is half written."""
    return BoardState(
        title=being_watched(len(now.people)),
        rule=_rule(practice, now),
        cards=tuple(_card(practice, person, begun) for person in now.people),
        forgotten=_forgotten(now),
        reports=reports,
        undo=undo,
        sound=sound,
    )


def _rule(practice: Practice, now: Board) -> str:
    if now.clock_doubtful:
        return tr("Clock doubtful: minutes are counted by the laptop’s own running time.")
    minutes = practice.programme.observation_minutes
    return tr(
        "{min} minutes after the dose. The clock keeps running if the laptop is closed."
    ).format(min=minutes)


def _forgotten(now: Board) -> str:
    if not now.forgotten:
        return ""
    return QCoreApplication.translate(
        "watch", "%n people of a closed session were not released", "", len(now.forgotten)
    )


def _card(practice: Practice, person: WatchedPerson, begun: Collection[bytes]) -> CardState:
    stands = person.standing
    grave = any(is_grave(event.details, practice.aefi) for event in person.reactions)
    note, tone = _note(practice, person, grave)
    return CardState(
        dose_ids=person.dose_ids,
        name=person.client.details.name,
        given=_visit_words(practice, person.doses),
        left=tr("Severe reaction") if grave else _left(stands),
        part=1 - stands.left_s / (person.minutes * 60) if person.minutes else 1,
        may_leave=stands.may_leave,
        note=note,
        note_tone=tone,
        reaction=person.reactions[-1].reaction_id if person.reactions else None,
        begun=any(dose in begun for dose in person.dose_ids),
        grave=grave,
    )


def _left(stands: Standing) -> str:
    if stands.may_leave:
        return tr("May leave")
    return tr("{min} min left").format(min=-(-stands.left_s // 60))


def _visit_words(practice: Practice, doses: Sequence[ImmunizationEvent]) -> str:
    if len(doses) == 1:
        return given_words(practice, doses[0])
    names = tr(", ").join(dict.fromkeys(_product(practice, dose) for dose in doses))
    time = f"{doses[-1].occurred_at:%H:%M}"
    return f"{tr('given {time}').format(time=time)} · {names}"


def given_words(practice: Practice, dose: ImmunizationEvent) -> str:
    """When, which vaccine, which arm."""
    parts = [tr("given {time}").format(time=f"{dose.occurred_at:%H:%M}")]
    parts.append(_product(practice, dose))
    if dose.site is not None:
        parts.append(site_words(dose.site.value))
    return " · ".join(parts)


def _note(practice: Practice, person: WatchedPerson, grave: bool) -> tuple[str, str]:
    """What is out of the ordinary, the gravest first, and its tone."""
    if person.reactions:
        seen = dict.fromkeys(c for event in person.reactions for c in event.details.reactions)
        words = _seen_words(practice, tuple(seen))
        return tr("Reported: {reaction}").format(reaction=words), "stop" if grave else "wait"
    if person.standing.clock_doubtful:
        return tr("Clock doubtful: counted by the running time"), "wait"
    if person.longer:
        words = tr("{min} minutes, for a reaction before").format(min=person.minutes)
        return words, "info"
    if person.standing.off_s >= 60:
        return tr("The laptop was off meanwhile: counted by the clock"), "muted"
    return "", "muted"


def _seen_words(practice: Practice, seen: tuple[str, ...]) -> str:
    """The first of what was seen; the form shows all of it."""
    words = code_words(practice.aefi.reactions, seen[:_MOST_NAMED])
    return f"{words} …" if len(seen) > _MOST_NAMED else words


def reports_list(practice: Practice, told: Sequence[tuple[AdverseEvent, Client]]) -> ChoiceState:
    """Every report, the newest first, with what it still lacks."""
    lines = tuple(_report_line(practice, event, client) for event, client in told)
    nothing = tr("No reaction was reported on this laptop.")
    return ChoiceState(tr("Reported reactions"), lines, nothing)


def _report_line(practice: Practice, event: AdverseEvent, client: Client) -> Line:
    details = event.details
    words = f"{client.details.name} · {_seen_words(practice, details.reactions)}"
    parts = [practice.catalogue.short_name(event.vaccine_id), day(event.reported_at.date())]
    missing = still_missing(details, practice.aefi)
    if event.withdrawn is not None:
        parts.insert(0, tr("struck through"))
    elif missing:
        parts.insert(0, tr("still to ask: {what}").format(what=missing_words(missing)))
    if details.serious and event.withdrawn is None:
        parts.insert(0, tr("serious"))
    return Line(event.reaction_id, words, " · ".join(parts))


def doses_list(
    practice: Practice, client: Client, doses: Sequence[ImmunizationEvent]
) -> ChoiceState:
    """The doses of somebody who is not on the board, the newest first."""
    title = tr("{name}: a reaction to which dose?").format(name=client.details.name)
    lines = tuple(_dose_line(practice, dose) for dose in doses)
    return ChoiceState(title, lines, tr("No dose of this person is known here."))


def _dose_line(practice: Practice, dose: ImmunizationEvent) -> Line:
    words = f"{day(dose.occurred_at.date())} · {_product(practice, dose)}"
    return Line(dose.event_id, words, tr("Lot {lot}").format(lot=dose.lot.lot_number))


def _product(practice: Practice, dose: ImmunizationEvent) -> str:
    return practice.catalogue.short_name(dose.lot.vaccine_id)


def reaction(
    practice: Practice,
    client: Client,
    dose: ImmunizationEvent,
    form: ReactionForm,
    *,
    report: AdverseEvent | None,
    is_watched: bool,
    half_written: bool,
) -> ReactionState:
    """The form about one dose."""
    codes = practice.aefi
    return ReactionState(
        title=tr("Reaction: {name}").format(name=client.details.name),
        dose=_dose_words(practice, dose),
        note=_form_note(practice, report, half_written),
        reactions=_offers(codes.reactions),
        criteria=_offers(codes.criteria),
        outcomes=_offers(codes.outcomes),
        form=form,
        may_withdraw=report is not None,
        is_watched=is_watched,
    )


def _form_note(practice: Practice, report: AdverseEvent | None, half_written: bool) -> str:
    if half_written:
        return tr("What was half written is here again.")
    missing = still_missing(report.details, practice.aefi) if report is not None else ()
    return tr("Still to ask: {what}").format(what=missing_words(missing)) if missing else ""


def _dose_words(practice: Practice, dose: ImmunizationEvent) -> str:
    lot = tr("Lot {lot}").format(lot=dose.lot.lot_number)
    when = day(dose.occurred_at.date())
    return f"{when} · {given_words(practice, dose)} · {lot}"


def _offers(codes: tuple[Code, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((code.id, code_name(code)) for code in codes)


def left_words(name: str, outcome: str, at: datetime) -> str:
    """What was said last, beside its undo."""
    when = f"{at:%H:%M}"
    if outcome == "early":
        return tr("{name} left early, {time}").format(name=name, time=when)
    return tr("{name} left well, {time}").format(name=name, time=when)
