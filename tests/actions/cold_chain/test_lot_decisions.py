"""Anybody may hold a lot; releasing and recalls need the right, alone or beside somebody."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from fieldapp.actions.cold_chain.lot_decisions import (
    NothingToDecide,
    hold_lot,
    recall_lot,
    release_lot,
    withdraw_recall,
)
from fieldapp.actions.permission import NotAllowed, SecondPerson
from fieldapp.domain.lot import LotState
from fieldapp.journal import lots
from fieldapp.journal.journal import Journal
from tests.actions.cold_chain.practice import BIBP, USER
from tests.journal.laptop import LEAD
from tests.journal.recalled import hub_recalls

LOT = (BIBP.vaccine_id, BIBP.lot_number)


def test_a_recorder_holds_and_only_the_lead_releases(journal: Journal) -> None:
    hold_lot(journal, *LOT, "vvm", user=USER)
    assert lots.lot_state(journal, *LOT) is LotState.HELD
    with pytest.raises(NotAllowed):
        release_lot(journal, *LOT, "kept-elsewhere", user=USER)
    assert lots.lot_state(journal, *LOT) is LotState.HELD
    release_lot(journal, *LOT, "kept-elsewhere", user=LEAD.login)
    assert lots.lot_state(journal, *LOT) is None


def test_a_recorder_releases_with_the_lead_beside_them(journal: Journal) -> None:
    hold_lot(journal, *LOT, "other", user=USER, note="fell into water")
    second = SecondPerson(LEAD.login)
    release_lot(journal, *LOT, "other", user=USER, note="dry all the time", second=second)
    assert lots.lot_state(journal, *LOT) is None


def test_the_lead_notes_a_recall_and_withdraws_it(journal: Journal) -> None:
    with pytest.raises(NotAllowed):
        recall_lot(journal, *LOT, user=USER)
    recall_lot(journal, *LOT, user=LEAD.login, notice="letter 2021-4")
    assert lots.lot_state(journal, *LOT) is LotState.RECALLED
    with pytest.raises(NotAllowed):
        withdraw_recall(journal, *LOT, "wrong-lot", user=USER)
    withdraw_recall(journal, *LOT, "wrong-lot", user=LEAD.login)
    assert lots.lot_state(journal, *LOT) is None


def test_what_does_not_stand_cannot_be_decided(journal: Journal) -> None:
    decisions: list[Callable[[], None]] = [
        lambda: release_lot(journal, *LOT, "other", user=LEAD.login),
        lambda: withdraw_recall(journal, *LOT, "other", user=LEAD.login),
        lambda: hold_lot(journal, *LOT, "because", user=LEAD.login),
        lambda: recall_lot(journal, LOT[0], " ", user=LEAD.login),
    ]
    for decide in decisions:
        with pytest.raises(NothingToDecide):
            decide()
    hold_lot(journal, *LOT, "vvm", user=LEAD.login)
    with pytest.raises(NothingToDecide):
        hold_lot(journal, *LOT, "vvm", user=LEAD.login)


def test_what_the_hub_recalled_only_the_hub_lifts(journal: Journal) -> None:
    hub_recalls(journal, LOT)
    with pytest.raises(NothingToDecide):
        withdraw_recall(journal, *LOT, "wrong-lot", user=LEAD.login)
    recall_lot(journal, *LOT, user=LEAD.login, notice="letter 2021-4")  # ours, beside it
    withdraw_recall(journal, *LOT, "wrong-lot", user=LEAD.login)
    assert lots.lot_state(journal, *LOT) is LotState.RECALLED
