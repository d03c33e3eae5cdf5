from __future__ import annotations

from fieldapp.actions.calls.demand import next_two_weeks
from fieldapp.domain.call import Outcome
from fieldapp.domain.demand import Demand
from tests.actions.calls.conftest import PLACE, Team
from tests.journal.laptop import VACCINE


def test_demand_follows_from_the_list_two_weeks_ahead(team: Team) -> None:
    for days_ago in (30, 18, 10, 3):
        team.knows(f"Test {days_ago}", days_ago)
    team.calls(team.knows("Gone", 30), Outcome.REFUSED)
    found, needed = next_two_weeks(team.practice)
    assert len(found.entries) == 4
    assert needed == [Demand(VACCINE, PLACE, now=1, week_1=1, week_2=1)]
