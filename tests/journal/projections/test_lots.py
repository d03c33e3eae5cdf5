"""Decisions about a lot are kept, one row each."""

from __future__ import annotations

from fieldapp.journal.journal import Journal
from fieldapp.wire.facts import LotHeld, LotRecalled, LotReleased, RecallWithdrawn
from tests.journal.laptop import LOT, NURSE, VACCINE


def test_every_decision_is_a_row_with_its_reason(journal: Journal) -> None:
    facts = [
        LotHeld(VACCINE, LOT, "too-warm", None, "Cold box 1", 1_600_000_000, 35),
        LotReleased(VACCINE, LOT, "supplier-says-good", "letter 7"),
        LotRecalled(VACCINE, LOT, "notice 2021-4"),
        RecallWithdrawn(VACCINE, LOT, "wrong-lot"),
    ]
    journal.append(facts, user=NURSE.login)
    rows = journal.db.rows(
        "SELECT about, holds, reason, note, by_user, container, began_s, minutes "
        "FROM lot_decision ORDER BY no"
    )
    who = NURSE.login
    assert rows == [
        ("held", 1, "too-warm", None, who, "Cold box 1", 1_600_000_000, 35),
        ("held", 0, "supplier-says-good", "letter 7", who, None, None, None),
        ("recalled", 1, None, "notice 2021-4", who, None, None, None),
        ("recalled", 0, "wrong-lot", None, who, None, None, None),
    ]
