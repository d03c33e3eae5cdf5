"""Who may do what alone; nobody is stuck for want of a lead."""

from __future__ import annotations

import pytest

from fieldapp.domain.roles import ALONE, Deed, Role, may_alone, may_give

TEAM = (Role.RECORDER, Role.RECORDER, Role.LEAD)


def test_every_deed_says_who_may() -> None:
    assert set(ALONE) == set(Deed)


@pytest.mark.parametrize("deed", Deed)
def test_a_lead_may_alone_and_a_recorder_may_not(deed: Deed) -> None:
    assert may_alone(Role.LEAD, deed, TEAM)
    assert may_alone(Role.SUPERVISOR, deed, TEAM)
    assert not may_alone(Role.RECORDER, deed, TEAM)


@pytest.mark.parametrize("deed", Deed)
def test_a_team_without_anybody_who_may_is_not_stuck(deed: Deed) -> None:
    assert may_alone(Role.RECORDER, deed, (Role.RECORDER,))


def test_an_unknown_role_counts_as_the_least() -> None:
    assert Role("harbour-master") is Role.RECORDER


def test_nobody_gives_a_role_above_their_own() -> None:
    assert may_give(Role.LEAD, Role.LEAD, TEAM)
    assert not may_give(Role.LEAD, Role.SUPERVISOR, TEAM)
    assert may_give(Role.SUPERVISOR, Role.SUPERVISOR, TEAM)


def test_where_nobody_leads_anybody_names_the_first_lead() -> None:
    assert may_give(Role.RECORDER, Role.LEAD, (Role.RECORDER,))
    assert not may_give(Role.RECORDER, Role.SUPERVISOR, (Role.RECORDER,))
