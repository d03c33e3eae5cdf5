"""Reports of reactions: amended by what is added, struck through when withdrawn, never lost."""

from __future__ import annotations

from fieldapp.journal import reactions
from fieldapp.journal.journal import Journal
from fieldapp.journal.verify import verify
from fieldapp.wire.facts import Fact, ReactionAmended, ReactionReported, ReactionWithdrawn
from tests.journal.laptop import NURSE, give, register


def append(journal: Journal, fact: Fact) -> bytes:
    (recorded,) = journal.append([fact], user=NURSE.login)
    return recorded.event_id


def report(journal: Journal) -> bytes:
    dose = give(journal, register(journal))
    return append(journal, ReactionReported(journal.ref(dose), ["syncope"], 480))


def test_a_follow_up_is_added_and_counted(journal: Journal) -> None:
    reaction = report(journal)
    changes: list[object] = [["outcome", None, "recovered"], ["of_a_newer_program", None, 1]]
    append(journal, ReactionAmended(journal.ref(reaction), changes))  # type: ignore[arg-type]  # lists of values
    event = reactions.get(journal, reaction)
    assert event is not None
    assert (event.details.outcome, event.follow_ups) == ("recovered", 1)


def test_a_withdrawn_report_keeps_its_reason(journal: Journal) -> None:
    reaction = report(journal)
    append(journal, ReactionWithdrawn(journal.ref(reaction), "wrong-person"))
    event = reactions.get(journal, reaction)
    assert event is not None and event.withdrawn == "wrong-person"


def test_a_report_whose_dates_make_no_sense_stays_an_event_only(journal: Journal) -> None:
    dose = journal.ref(give(journal, register(journal)))
    append(journal, ReactionReported(dose, ["fever"], 480, onset_min=2**60))
    assert reactions.all_reports(journal) == []
    assert verify(journal).ok
