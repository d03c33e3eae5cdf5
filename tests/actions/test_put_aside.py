"""What the hub holds in quarantine is shown with why, until it is fixed or struck through."""

from __future__ import annotations

from fieldapp.actions.put_aside import how_many, put_aside
from fieldapp.actions.void_dose import void_dose
from fieldapp.journal.entries import position_of
from fieldapp.journal.journal import Journal
from tests.journal.laptop import NURSE, give, register
from tests.journal.roster.filled import dose as roster_dose
from tests.journal.roster.filled import fill, somebody


def hold(journal: Journal, event_id: bytes, reason: str) -> None:
    """As a receipt of the hub does."""
    place = position_of(journal.db, event_id)
    journal.db.run("INSERT INTO quarantine VALUES (?, ?)", place, reason)


def test_registrations_come_first_and_every_record_says_why(journal: Journal) -> None:
    person, other = register(journal, "甲"), register(journal, "乙")
    dose = give(journal, other)
    give(journal, other)
    hold(journal, dose, "future-date")
    hold(journal, person, "missing-name")
    found = put_aside(journal)
    assert [(one.client.details.name, one.reason) for one in found] == [
        ("甲", "missing-name"),
        ("乙", "future-date"),
    ]
    assert found[0].dose is None
    assert found[1].dose is not None
    assert found[1].dose.event_id == dose
    assert how_many(journal) == 2


def test_what_was_struck_through_needs_nobody_any_more(journal: Journal) -> None:
    dose = give(journal, register(journal))
    hold(journal, dose, "unknown-vaccine")
    void_dose(journal, dose, "other", user=NURSE.login)
    assert (put_aside(journal), how_many(journal)) == ([], 0)


def test_what_the_roster_tells_of_own_people_is_listed_too(journal: Journal) -> None:
    own = register(journal, "王小明")
    fill(
        journal,
        somebody("王小明", roster_dose(mark="too-early"), ref=own[:16], contest="decisions-differ"),
        somebody("别人", roster_dose(mark="too-early"), ref=b"x" * 16),
    )
    found = [(one.client.client_id, one.reason, one.found) for one in put_aside(journal)]
    assert found == [(own, "decisions-differ", True), (own, "too-early", True)]
    assert how_many(journal) == 2


def test_what_a_supervisor_decided_is_told_last_and_asks_nobody(journal: Journal) -> None:
    own, other = register(journal, "王小明"), register(journal, "乙")
    dose = give(journal, own)
    hold(journal, dose, "set-aside")
    hold(journal, other, "set-aside")
    told = roster_dose(mark="decided-one-dose")
    fill(journal, somebody("王小明", told, ref=own[:16], contest="decisions-differ"))
    assert [(one.reason, one.is_decided) for one in put_aside(journal)] == [
        ("decisions-differ", False),
        ("set-aside", True),
        ("set-aside", True),
        ("decided-one-dose", True),
    ]
    assert how_many(journal) == 1
