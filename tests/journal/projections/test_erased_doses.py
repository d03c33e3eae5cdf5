"""An erased dose is a row of nobody: counted, taken from its vial, found by no person."""

from __future__ import annotations

import pytest

from fieldapp.journal.entries import position, position_of
from fieldapp.journal.erasure.bodies import destroy
from fieldapp.journal.journal import SYSTEM, Journal
from fieldapp.journal.projections.apply import replay
from fieldapp.journal.projections.references import DanglingReference
from fieldapp.journal.rebuild import digest, rebuild
from fieldapp.wire.facts import Erased
from tests.journal.laptop import LOT, VACCINE, give, open_vial, register


def erase(journal: Journal, event_id: bytes, *, vial: bytes | None = None) -> None:
    with journal.transaction():
        destroy(journal.db, [position_of(journal.db, event_id) or 0])
        journal.forget_seed()
        replay(journal.db)
        kept = None if vial is None else journal.ref(vial)
        stock = (VACCINE, LOT, "boat-test-0508", kept, 480) if vial else ()
        fact = Erased(journal.ref(event_id), "pipl-47", 1_627_700_000, *stock)
        journal.append([fact], user=SYSTEM)


def test_it_stays_a_dose_of_its_lot_and_vial(journal: Journal) -> None:
    vial = open_vial(journal)
    dose = give(journal, register(journal), vial=vial)
    erase(journal, dose, vial=vial)
    row = journal.db.row(
        "SELECT no = client, given, vaccine, lot, session, source, erased_s, legal_basis, note, "
        "(SELECT doses_left FROM vial WHERE no = dose.vial) FROM dose"
    )
    assert row == (1, 1, VACCINE, LOT, "boat-test-0508", 0, 1_627_700_000, "pipl-47", None, 4)
    live = digest(journal)
    rebuild(journal)
    assert digest(journal) == live


def test_of_one_that_came_from_elsewhere_the_stock_hears_nothing(journal: Journal) -> None:
    erase(journal, give(journal, register(journal)))
    assert journal.db.rows("SELECT lot, source, vial FROM dose") == [("", 2, None)]


def test_of_anything_else_no_row_stays(journal: Journal) -> None:
    erase(journal, register(journal))
    assert journal.db.number("SELECT count(*) FROM dose") == 0


def test_a_dose_whose_body_is_here_is_not_erased_by_a_word(journal: Journal) -> None:
    dose = give(journal, register(journal))
    journal.append([Erased(journal.ref(dose), "pipl-47")], user=SYSTEM)
    assert journal.db.rows("SELECT lot, erased_s FROM dose") == [(LOT, None)]


def test_an_event_that_is_not_here_cannot_be_named(journal: Journal) -> None:
    assert position_of(journal.db, b"?" * 32) is None and position(1, 1)
    with pytest.raises(DanglingReference):
        journal.append([Erased(b"?" * 16, "pipl-47")], user=SYSTEM)
