from __future__ import annotations

from fieldapp.journal import doses, vials
from fieldapp.journal.journal import Journal
from fieldapp.wire.facts import DoseAmended, DoseKnownFrom, DoseVoided, Value
from tests.journal.laptop import NURSE, give, open_vial, register


def amend(journal: Journal, dose_id: bytes, field: str, new: Value) -> None:
    journal.append([DoseAmended(journal.ref(dose_id), field, None, new)], user=NURSE.login)


def doses_left(journal: Journal) -> dict[bytes, int]:
    return {vial.vial_id: vial.doses_left for vial in vials.in_use(journal)}


def test_an_amended_field_is_shown_as_corrected(journal: Journal) -> None:
    dose_id = give(journal, register(journal))
    amend(journal, dose_id, "lot", "TEST-0002")
    amend(journal, dose_id, "note", "read from the box")
    amend(journal, dose_id, "no_such_field; DROP TABLE dose", "x")
    dose = doses.get(journal, dose_id)
    assert dose is not None
    assert (dose.lot.lot_number, dose.note) == ("TEST-0002", "read from the box")


def test_a_dose_of_others_says_how_it_is_known(journal: Journal) -> None:
    dose_id = give(journal, register(journal))
    known = DoseKnownFrom(journal.ref(dose_id), "card", "Jining clinic")
    journal.append([known], user=NURSE.login)
    dose = doses.get(journal, dose_id)
    assert dose is not None
    assert (dose.evidence, dose.place) == ("card", "Jining clinic")


def test_a_dose_can_move_to_the_right_person(journal: Journal) -> None:
    wrong, right = register(journal), register(journal)
    dose_id = give(journal, wrong)
    amend(journal, dose_id, "client", journal.ref(right))
    assert doses.of_client(journal, wrong) == []
    assert [dose.event_id for dose in doses.of_client(journal, right)] == [dose_id]


def test_a_dose_can_move_to_the_vial_it_came_from(journal: Journal) -> None:
    wrong, right = open_vial(journal), open_vial(journal)
    dose_id = give(journal, register(journal), vial=wrong)
    amend(journal, dose_id, "vial", journal.ref(right))
    assert doses_left(journal) == {wrong: 5, right: 4}
    amend(journal, dose_id, "vial", None)
    assert doses_left(journal) == {wrong: 5, right: 5}


def test_a_voided_dose_takes_nothing_from_any_vial(journal: Journal) -> None:
    wrong, right = open_vial(journal), open_vial(journal)
    dose_id = give(journal, register(journal), vial=wrong)
    journal.append([DoseVoided(journal.ref(dose_id), "other")], user=NURSE.login)
    amend(journal, dose_id, "vial", journal.ref(right))
    assert doses_left(journal) == {wrong: 5, right: 5}
