"""The newest decision holds, recall before hold."""

from __future__ import annotations

from fieldapp.domain.lot import LotState
from fieldapp.journal import lots
from fieldapp.journal.journal import Journal
from fieldapp.wire.facts import Fact, LotHeld, LotRecalled, LotReleased, RecallWithdrawn
from tests.journal.laptop import LOT, NURSE, VACCINE


def decide(journal: Journal, *facts: Fact) -> LotState | None:
    journal.append(facts, user=NURSE.login)
    return lots.lot_state(journal, VACCINE, LOT)


def test_a_lot_is_held_until_somebody_releases_it(journal: Journal) -> None:
    assert lots.lot_state(journal, VACCINE, LOT) is None
    held = LotHeld(VACCINE, LOT, "too-warm", None, "Box", 1000, 35)
    assert decide(journal, held) is LotState.HELD
    assert lots.lot_state(journal, VACCINE, "another") is None
    (decision,) = lots.standing(journal, VACCINE, LOT)
    assert (decision.reason, decision.by, decision.minutes) == ("too-warm", NURSE.login, 35)
    assert decide(journal, LotReleased(VACCINE, LOT, "kept-elsewhere")) is None


def test_a_recall_stands_beside_a_hold_and_is_the_graver(journal: Journal) -> None:
    assert decide(journal, LotRecalled(VACCINE, LOT), LotHeld(VACCINE, LOT, "vvm")) is (
        LotState.RECALLED
    )
    assert decide(journal, RecallWithdrawn(VACCINE, LOT, "wrong-lot")) is LotState.HELD
    assert len(lots.all_standing(journal)) == 1


def test_it_is_remembered_for_how_long_an_excursion_held_a_lot(journal: Journal) -> None:
    asked = (VACCINE, LOT, "Box", 1000)
    assert lots.longest_held(journal, *asked) is None
    for minutes in (35, 20):
        decide(journal, LotHeld(VACCINE, LOT, "too-warm", None, "Box", 1000, minutes))
    assert lots.longest_held(journal, *asked) == 35
