"""The simulator can see: the mistakes that others have shipped break a promise under it.

All of them: `make simulate-mutants`.
"""

from __future__ import annotations

import pytest

from fieldapp.sync import exchange
from tests.simulation.mutants import MUTANTS, caught_by, mistaken

MOST_SEEDS = 400
FAMOUS = (
    "hub_signs_before_the_commit",
    "hub_keys_events_by_device_and_number",
    "hub_drops_what_it_cannot_read_and_signs_for_it",
    "hub_takes_two_doses_of_one_day_for_one",
    "laptop_calls_it_done_after_one_answer",
    "hub_keeps_only_the_longest_branch",
    "laptop_takes_a_meeting_for_the_hubs_word",
)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", FAMOUS)
def test_a_planted_mistake_is_caught(name: str) -> None:
    assert caught_by(name, MOST_SEEDS) is not None


def test_a_planted_mistake_is_gone_afterwards() -> None:
    real = exchange.is_done
    with mistaken("laptop_calls_it_done_after_one_answer"):
        assert exchange.is_done is not real
    assert exchange.is_done is real


def test_enough_mistakes_are_planted() -> None:
    assert len(MUTANTS) >= 24
