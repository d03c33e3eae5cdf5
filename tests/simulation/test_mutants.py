"""The simulator can see: the mistakes that others have shipped break a promise under it.

All of them: `make simulate-mutants`.
"""

from __future__ import annotations

import pytest

from tests.simulation.mutants import MUTANTS, caught_by

MOST_SEEDS = 400
FAMOUS = (
    "hub_signs_before_the_commit",
    "hub_keys_events_by_device_and_number",
    "hub_drops_what_it_cannot_read_and_signs_for_it",
    "hub_takes_two_doses_of_one_day_for_one",
    "laptop_calls_it_done_after_one_answer",
    "hub_keeps_only_the_longest_branch",
)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", FAMOUS)
def test_a_planted_mistake_is_caught(name: str) -> None:
    assert caught_by(name, MOST_SEEDS) is not None


def test_a_planted_mistake_is_gone_afterwards() -> None:
    caught_by("laptop_calls_it_done_after_one_answer", MOST_SEEDS)
    assert caught_by("laptop_calls_it_done_after_one_answer", 0) is None
    assert len(MUTANTS) >= 15
