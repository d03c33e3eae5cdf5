from __future__ import annotations

from fieldapp.journal import session_doses
from fieldapp.journal.journal import Journal
from fieldapp.wire.facts import DoseNotGiven, DoseVoided, SessionOpened
from tests.journal.laptop import NURSE, give, register

LABEL = "boat-test-0508"


def test_a_session_counts_what_stands_and_each_person_once(journal: Journal) -> None:
    one, other = register(journal, "Test One"), register(journal, "Test Other")
    kept, voided = give(journal, one), give(journal, other)
    give(journal, one)
    refused = DoseNotGiven(journal.ref(other), None, "fever", 0, 480, 0, session=LABEL)
    journal.append([DoseVoided(journal.ref(voided), "other"), refused], user=NURSE.login)
    counts = session_doses.counts(journal, LABEL)
    assert (counts.given, counts.people, counts.not_given, counts.voided) == (2, 1, 1, 1)
    given = session_doses.given_doses(journal, LABEL)
    assert (kept, one) == (given[0].dose_id, given[0].client_id)
    assert session_doses.not_given(journal, LABEL) == [("fever", 1)]
    assert len(given) == 2
    assert session_doses.counts(journal, "another").given == 0


def test_what_came_before_leaves_the_session_itself_out(journal: Journal) -> None:
    for label in (LABEL, "next"):
        journal.append([SessionOpened(label, "Pier", None, "p")], user=NURSE.login)
    give(journal, register(journal))
    assert session_doses.people_before(journal, "next") == (1, 1)
    assert session_doses.people_before(journal, LABEL) == (0, 0)
