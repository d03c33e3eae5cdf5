"""What is said across the antigens is read: groups, vaccines, live conflicts."""

from __future__ import annotations

import pytest

from fieldapp.domain.cdsi.schedule_file import parse_schedule
from fieldapp.domain.cdsi.supporting_data import SupportingDataInvalid

from .made_up import length, text_of

TEXT = text_of("ScheduleSupportingData.xml")


def test_groups_say_whether_their_antigens_are_given_together() -> None:
    groups = {group.name: group for group in parse_schedule("s", TEXT).groups}
    assert groups["Moon-Star"].all_together
    assert not groups["Sunpox"].all_together


def test_a_vaccine_is_against_an_antigen_within_an_age() -> None:
    associations = parse_schedule("s", TEXT).associations
    assert [one.antigen for one in associations["903"]] == ["Moon", "Star"]
    rain, sunpox = associations["905"]
    assert (rain.end_age, sunpox.begin_age) == (length("50 years"), length("50 years"))


def test_live_conflicts_are_read() -> None:
    (conflict,) = parse_schedule("s", TEXT).live_conflicts
    assert (conflict.previous, conflict.current) == ("904", "903")
    assert (conflict.end_after_valid, conflict.end) == (length("24 days"), length("28 days"))


@pytest.mark.parametrize(
    ("right", "wrong", "why"),
    [
        ("<conflictEndInterval>28 days<", "<conflictEndInterval><", "conflictEndInterval"),
        ("<previous><vaccineType>Star</vaccineType><cvx>904</cvx></previous>", "", "previous"),
    ],
)
def test_half_a_conflict_is_refused(right: str, wrong: str, why: str) -> None:
    with pytest.raises(SupportingDataInvalid, match=why):
        parse_schedule("s", TEXT.replace(right, wrong))
