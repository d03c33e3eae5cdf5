"""The verbs: report a reaction after a dose, add to a report later, strike a report through."""

from __future__ import annotations

from fieldapp.actions.end_watch import HOSPITAL
from fieldapp.domain.adverse_event import ReactionDetails
from fieldapp.domain.clock import Clock
from fieldapp.domain.errors import FieldAppError
from fieldapp.domain.immunization import ImmunizationStatus
from fieldapp.journal import doses, reactions, watches
from fieldapp.journal.journal import Journal
from fieldapp.wire.facts import (
    Fact,
    ReactionAmended,
    ReactionWithdrawn,
    WatchEnded,
)
from fieldapp.wire.reaction_codec import changes_between, to_fact

WITHDRAWN = ("wrong-person", "wrong-dose", "no-reaction", "reported-twice", "other")


class NoSuchDose(FieldAppError):
    """A reaction belongs to a dose that was given."""

    happened = "This dose is not here any more, or is struck through."
    safe = "What was typed is kept."
    next_step = "Open the person's history and report the reaction at the right dose."


class NoSuchReport(FieldAppError):
    """The report is not in this journal, or was struck through."""

    happened = "This report is not here any more, or is struck through."
    safe = "What was typed is kept."
    next_step = "Look at the person's history again."


class NothingReported(FieldAppError):
    """A report that says nothing yet."""

    happened = "The report names no reaction yet."
    safe = "What was typed is kept."
    next_step = "Choose what was seen, then save again."


def report_reaction(
    journal: Journal,
    dose_id: bytes,
    details: ReactionDetails,
    *,
    clock: Clock,
    user: str,
    to_hospital: bool = False,
) -> bytes:
    """Record the report and return its event id. Raises NoSuchDose, NothingReported.

    `to_hospital` ends the watch of this visit in the same breath.
    """
    if not details.reactions:
        raise NothingReported()
    with journal.transaction():
        dose = doses.get(journal, dose_id)
        if dose is None or dose.status is not ImmunizationStatus.COMPLETED:
            raise NoSuchDose()
        facts: list[Fact] = [to_fact(journal.ref(dose_id), details, clock.utc_offset_min())]
        facts += _hospital(journal, dose_id, to_hospital)
        reported, *_ = journal.append(facts, user=user)
    return reported.event_id


def follow_up_reaction(
    journal: Journal,
    reaction_id: bytes,
    details: ReactionDetails,
    *,
    user: str,
    to_hospital: bool = False,
) -> bool:
    """Record what is now known instead of what was; whether anything is different.

    Raises NoSuchReport, NothingReported.
    """
    if not details.reactions:
        raise NothingReported()
    with journal.transaction():
        old, event = reactions.reported(journal, reaction_id), reactions.get(journal, reaction_id)
        if old is None or event is None:
            raise NoSuchReport()
        changes = changes_between(old, to_fact(old.dose, details, old.utc_offset_min))
        facts: list[Fact] = []
        if changes:
            facts.append(ReactionAmended(journal.ref(reaction_id), changes))
        facts += _hospital(journal, event.dose_id, to_hospital)
        if facts:
            journal.append(facts, user=user)
    return bool(facts)


def withdraw_reaction(journal: Journal, reaction_id: bytes, reason: str, *, user: str) -> None:
    """Strike the report through. `reason` is one of WITHDRAWN. Raises NoSuchReport."""
    with journal.transaction():
        if reactions.reported(journal, reaction_id) is None:
            raise NoSuchReport()
        journal.append([ReactionWithdrawn(journal.ref(reaction_id), reason)], user=user)


def _hospital(journal: Journal, dose_id: bytes, to_hospital: bool) -> list[WatchEnded]:
    """The end of the whole visit's watch: two doses of one person go to hospital together."""
    if not to_hospital:
        return []
    going_on = watches.going_on(journal)
    people = {watch.person for watch in going_on if watch.dose.event_id == dose_id}
    visit = [watch.dose.event_id for watch in going_on if watch.person in people]
    return [WatchEnded(journal.ref(dose), HOSPITAL) for dose in visit]
