from __future__ import annotations

from fieldapp.journal import corrections
from fieldapp.journal.journal import Journal
from fieldapp.wire.facts import AmendmentExplained, ClientAmended, DoseAmended, DoseVoided
from tests.journal.laptop import LEAD, NURSE, give, register


def test_every_value_that_was_replaced_stays_readable(journal: Journal) -> None:
    dose = give(journal, register(journal))
    ref = journal.ref(dose)
    journal.append([DoseAmended(ref, "lot", "TEST-0001", "TEST-0002")], user=NURSE.login)
    journal.append([DoseAmended(ref, "lot", "TEST-0002", "TEST-0003")], user=LEAD.login)
    first, second = corrections.of_record(journal, dose)
    assert (first.field, first.old, first.new) == ("lot", "TEST-0001", "TEST-0002")
    assert (second.old, second.new, second.recorded_by) == ("TEST-0002", "TEST-0003", LEAD.login)


def test_an_explanation_belongs_to_what_it_explains_alone(journal: Journal) -> None:
    person = register(journal)
    dose, other = give(journal, person), give(journal, person)
    ref = journal.ref(dose)
    journal.append(
        [
            DoseAmended(ref, "lot", "A", "B"),
            DoseAmended(journal.ref(other), "lot", "A", "B"),
            ClientAmended(journal.ref(person), "name", "A", "B"),
            AmendmentExplained(ref, "read-again", "lead.test"),
        ],
        user=NURSE.login,
    )
    journal.append(
        [DoseAmended(ref, "lot", "B", "C"), AmendmentExplained(ref, "typed-wrong")],
        user=NURSE.login,
    )
    told = [(made.reason, made.second_person) for made in corrections.of_record(journal, dose)]
    assert told == [("read-again", "lead.test"), ("typed-wrong", None)]
    assert corrections.of_record(journal, other)[0].reason is None
    assert corrections.of_record(journal, person)[0].reason is None


def test_a_void_is_a_correction_with_its_reason_and_second_person(journal: Journal) -> None:
    dose = give(journal, register(journal))
    journal.append([DoseVoided(journal.ref(dose), "wrong-person", "lead.test")], user=NURSE.login)
    (void,) = corrections.of_record(journal, dose)
    assert (void.field, void.reason, void.second_person) == (None, "wrong-person", "lead.test")
