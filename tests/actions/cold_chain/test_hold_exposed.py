"""Lots that were there when it was too warm or too cold are held, once for each excursion."""

from __future__ import annotations

from datetime import timedelta

import pytest

from fieldapp.actions.cold_chain.hold_exposed import Exposure, exposures, hold_exposed, storage_of
from fieldapp.actions.cold_chain.lot_decisions import release_lot
from fieldapp.actions.practice import Practice
from fieldapp.actions.stock.amount import Amount
from fieldapp.actions.stock.send_back import send_back
from fieldapp.actions.stock_rules import load_stock_rules
from fieldapp.domain.lot import LotState
from fieldapp.journal import lots
from fieldapp.journal.journal import Journal
from fieldapp.wire.facts import TemperaturesRead
from tests.actions.cold_chain.practice import BIBP, BOX, POLIO, USER, practice_on, stocked
from tests.journal.laptop import LEAD, Laptop

RULES = load_stock_rules()


def read(practice: Practice, *tenths: int, step_s: int = 600) -> None:
    """Readings of which the last was taken now."""
    now_s = int(practice.clock.now().timestamp())
    steps = [step_s] * (len(tenths) - 1)
    fact = TemperaturesRead(BOX, 480, now_s - sum(steps), [*tenths], [*steps], "L1")
    practice.journal.append([fact], user=USER)


def hold(practice: Practice) -> list[Exposure]:
    now = practice.clock.now()
    return hold_exposed(practice.journal, practice.catalogue, RULES, now=now, user=USER)


def state(journal: Journal) -> LotState | None:
    return lots.lot_state(journal, BIBP.vaccine_id, BIBP.lot_number)


def test_a_lot_that_was_too_warm_is_held_with_the_minutes_outside(
    journal: Journal, laptop: Laptop
) -> None:
    practice = stocked(journal)
    laptop.clock.pass_s(7200)
    read(practice, 50, 90, 90, 90, 50)
    (one,) = hold(practice)
    assert (one.lot, one.container, one.reason) == (BIBP, BOX, "too-warm")
    (decision,) = lots.standing(journal, BIBP.vaccine_id, BIBP.lot_number)
    assert decision.minutes == one.excursion.minutes == 25
    assert state(journal) is LotState.HELD


def test_the_same_excursion_holds_once_and_a_longer_one_again(
    journal: Journal, laptop: Laptop
) -> None:
    practice = stocked(journal)
    laptop.clock.pass_s(7200)
    read(practice, 50, 90, 90)
    assert len(hold(practice)) == 1
    assert hold(practice) == []
    release_lot(journal, BIBP.vaccine_id, BIBP.lot_number, "kept-elsewhere", user=LEAD.login)
    assert hold(practice) == [] and state(journal) is None
    laptop.clock.pass_s(600)
    read(practice, 95)
    assert len(hold(practice)) == 1 and state(journal) is LotState.HELD


def test_a_lot_that_came_later_or_left_before_was_not_exposed(
    journal: Journal, laptop: Laptop
) -> None:
    practice = practice_on(journal)
    laptop.clock.pass_s(7200)
    read(practice, 50, 90, 90, 90, 50)
    laptop.clock.pass_s(60)
    stocked(journal)
    assert hold(practice) == []
    send_back(journal, Amount(BIBP, 20), "not-needed", user=USER)
    laptop.clock.pass_s(7200)
    read(practice, 50, 90, 90, 90, 50)
    assert hold(practice) == []


def test_cold_holds_what_cold_harms_and_no_other(journal: Journal, laptop: Laptop) -> None:
    practice = stocked(journal, BIBP, POLIO)
    laptop.clock.pass_s(7200)
    read(practice, 30, -10, 30)
    assert [(one.lot, one.reason) for one in hold(practice)] == [(BIBP, "frozen")]


def test_a_lid_open_for_a_moment_holds_nothing_and_is_still_to_be_seen(
    journal: Journal, laptop: Laptop
) -> None:
    practice = stocked(journal)
    laptop.clock.pass_s(7200)
    read(practice, 46, 84, 46, step_s=240)
    assert hold(practice) == []


def test_what_lies_too_far_back_is_left_alone(journal: Journal, laptop: Laptop) -> None:
    practice = stocked(journal)
    laptop.clock.pass_s(7200)
    read(practice, 50, 90, 90, 90, 50)
    later = practice.clock.now() + timedelta(days=RULES.look_back_days + 1)
    assert exposures(journal, practice.catalogue, RULES, later) == []


@pytest.mark.parametrize("vaccine", ["not listed", "covid-inact-bibp"])
def test_the_usual_limits_hold_where_the_catalogue_says_none(
    journal: Journal, vaccine: str
) -> None:
    assert storage_of(practice_on(journal).catalogue, vaccine, RULES) == RULES.usual
