from __future__ import annotations

from fieldapp.journal import corrections
from fieldapp.journal.journal import Journal
from fieldapp.wire.facts import ClientLinked, DoseAmended, DoseVoided
from tests.journal.laptop import NURSE, give, register


def test_amended_doses_of_a_person_are_known_by_every_registration(journal: Journal) -> None:
    one, other = register(journal), register(journal)
    amended, untouched, voided = (give(journal, person) for person in (one, one, other))
    journal.append(
        [
            DoseAmended(journal.ref(amended), "lot", "A", "B"),
            DoseVoided(journal.ref(voided), "other"),
            ClientLinked(journal.ref(one), journal.ref(other), "same face"),
        ],
        user=NURSE.login,
    )
    assert corrections.amended_of(journal, other) == {amended}
    assert corrections.of_record(journal, untouched) == []
