"""Reports are found by person, whoever registered them, and all together."""

from __future__ import annotations

from fieldapp.journal import reactions
from fieldapp.journal.journal import Journal
from fieldapp.wire.facts import ClientLinked, ReactionReported, ReactionWithdrawn
from tests.journal.laptop import NURSE, VACCINE, give, register


def report(journal: Journal, client: bytes, *, withdrawn: bool = False) -> bytes:
    dose = journal.ref(give(journal, client))
    (told,) = journal.append([ReactionReported(dose, ["fever"], 480)], user=NURSE.login)
    if withdrawn:
        journal.append([ReactionWithdrawn(journal.ref(told.event_id), "other")], user=NURSE.login)
    return told.event_id


def test_a_report_says_of_whom_after_what_and_by_whom(journal: Journal) -> None:
    client = register(journal)
    report(journal, client)
    (event,) = reactions.of_client(journal, client)
    assert (event.client_id, event.vaccine_id) == (client, VACCINE)
    assert (event.reported_by, event.details.reactions) == (NURSE.login, ("fever",))


def test_linked_registrations_share_their_reports(journal: Journal) -> None:
    one, other = register(journal), register(journal)
    told = report(journal, one)
    journal.append([ClientLinked(journal.ref(one), journal.ref(other), "same")], user=NURSE.login)
    assert [event.reaction_id for event in reactions.of_client(journal, other)] == [told]


def test_several_people_are_asked_about_at_once_and_withdrawn_reports_left_out(
    journal: Journal,
) -> None:
    one, other = register(journal), register(journal)
    told = report(journal, one)
    report(journal, one, withdrawn=True)
    report(journal, other)
    person = journal.db.number("SELECT person FROM client WHERE client_id = ?", one)
    found = reactions.of_people(journal, [person, 99])
    assert [event.reaction_id for event in found[person]] == [told]
    assert found[99] == []


def test_every_report_is_listed_withdrawn_ones_too(journal: Journal) -> None:
    client = register(journal)
    told = [report(journal, client), report(journal, client, withdrawn=True)]
    assert [event.reaction_id for event in reactions.all_reports(journal)] == told


def test_a_withdrawn_or_unknown_report_takes_no_follow_up(journal: Journal) -> None:
    gone = report(journal, register(journal), withdrawn=True)
    assert reactions.reported(journal, gone) is None
    assert reactions.reported(journal, bytes(32)) is None
    assert reactions.get(journal, bytes(32)) is None
