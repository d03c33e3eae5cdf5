from __future__ import annotations

import pytest

from fieldapp.journal.journal import Journal
from fieldapp.wire.facts import (
    ClientAmended,
    ClientLinked,
    ClientUnlinked,
    DoseAmended,
    DoseVoided,
    Fact,
    ReactionAmended,
    ReactionReported,
    ReactionWithdrawn,
)
from tests.journal.laptop import NURSE, dose_of, give, register


def changed(journal: Journal, fact: Fact) -> set[bytes]:
    """Whose registrations are newer after this fact than before."""
    before = journal.db.number("SELECT max(at) FROM course_change")
    journal.append([fact], user=NURSE.login)
    rows = journal.db.rows(
        "SELECT client.client_id FROM course_change JOIN client ON client.no = client WHERE at > ?",
        before,
    )
    return {row[0] for row in rows}


def test_a_registration_alone_moves_no_due_day(journal: Journal) -> None:
    register(journal)
    assert journal.db.rows("SELECT * FROM course_change") == []


def test_a_dose_and_what_is_corrected_of_it_move_its_persons_days(journal: Journal) -> None:
    one, other = register(journal), register(journal)
    assert changed(journal, dose_of(journal, one)) == {one}
    dose = journal.ref(give(journal, one))
    assert changed(journal, DoseAmended(dose, "occurred_min", None, 1)) == {one}
    move = DoseAmended(dose, "client", None, journal.ref(other))
    assert changed(journal, move) == {one, other}
    assert changed(journal, DoseVoided(dose, "wrong-person")) == {other}


def test_reactions_and_corrected_registrations_do_as_well(journal: Journal) -> None:
    one = register(journal)
    dose = give(journal, one)
    report = ReactionReported(journal.ref(dose), ["syncope"], 480)
    (told,) = journal.append([report], user=NURSE.login)
    reaction = journal.ref(told.event_id)
    assert changed(journal, ReactionAmended(reaction, [["serious", None, True]])) == {one}
    assert changed(journal, ReactionWithdrawn(reaction, "other")) == {one}
    assert changed(journal, ClientAmended(journal.ref(one), "birth_date", None, 1)) == {one}


@pytest.mark.parametrize("kind", [ClientLinked, ClientUnlinked])
def test_who_is_linked_or_parted_is_looked_at_on_both_sides(
    journal: Journal, kind: type[ClientLinked] | type[ClientUnlinked]
) -> None:
    one, other = register(journal), register(journal)
    fact = kind(journal.ref(one), journal.ref(other), "test")
    assert changed(journal, fact) == {one, other}
