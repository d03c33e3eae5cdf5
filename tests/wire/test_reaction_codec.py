"""A report comes back from its fact as it was told, and a follow-up changes only what it names."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain.adverse_event import ReactionDetails
from fieldapp.wire.errors import Undecodable
from fieldapp.wire.facts import ReactionReported, Value
from fieldapp.wire.reaction_codec import amended, changes_between, from_fact, to_fact
from tests.wire.made_up_facts import facts_of, texts, values

_minutes = st.datetimes(datetime(1970, 1, 1), datetime(2199, 12, 31)).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)
details = st.builds(
    ReactionDetails,
    reactions=st.lists(texts, max_size=3).map(tuple),
    onset=st.none() | _minutes,
    serious=st.none() | st.booleans(),
    criteria=st.lists(texts, max_size=3).map(tuple),
    outcome=st.none() | texts,
    died_on=st.none() | st.dates(date(1970, 1, 1), date(2199, 12, 31)),
    reconstituted=st.none() | _minutes,
    comment=st.none() | texts,
)


@given(details)
def test_a_report_comes_back(told: ReactionDetails) -> None:
    assert from_fact(to_fact(7, told, 480)) == told


@given(details, details)
def test_a_follow_up_leads_from_the_old_to_the_new(
    old: ReactionDetails, new: ReactionDetails
) -> None:
    before, after = to_fact(7, old, 480), to_fact(7, new, 480)
    changes = changes_between(before, after)
    assert amended(before, changes) == after
    assert bool(changes) is (before != after)


@given(facts_of(ReactionReported), st.lists(values, max_size=4))
def test_no_change_that_fits_nothing_does_any_harm(
    fact: ReactionReported, changes: list[Value]
) -> None:
    assert isinstance(fact, ReactionReported)
    amended(fact, changes)


@pytest.mark.parametrize(
    "change",
    [
        ["no_such_field", None, 1],
        ["dose", 7, 8],
        ["utc_offset_min", 480, 0],
        ["serious", None, "yes"],
        ["onset_min", None, 2**60],
        ["reactions", [], None],
        "serious",
    ],
)
def test_what_does_not_fit_is_passed_over(change: Value) -> None:
    fact = to_fact(7, ReactionDetails(("syncope",)), 480)
    assert amended(fact, [change, ["outcome", None, "recovered"]]).outcome == "recovered"
    assert amended(fact, [change]) == fact


def test_a_time_out_of_all_years_is_refused() -> None:
    with pytest.raises(Undecodable):
        from_fact(ReactionReported(1, [], 480, onset_min=2**60))
