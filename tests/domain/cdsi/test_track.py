"""What an interval runs from, and which target dose comes next."""

from __future__ import annotations

from datetime import date

from fieldapp.domain.cdsi.person import Observation
from fieldapp.domain.cdsi.series import IntervalRule
from fieldapp.domain.cdsi.track import Judged, Reason, Status, Track

from .made_up import KILLED, WITHDRAWN, person, series, target, track

FIRST, SECOND, THIRD = date(2021, 1, 1), date(2021, 2, 1), date(2021, 3, 1)


def begun() -> Track:
    """A valid dose, one that came too soon, and a withdrawn vaccine."""
    doses = (("2021-01-01", KILLED), ("2021-02-01", KILLED), ("2021-03-01", WITHDRAWN))
    one = track(series(target(1), target(2)), person(*doses, observed=[Observation("055", SECOND)]))
    first, second, third = one.history
    one.satisfy(one.series.doses[0], first)
    one.judged = [
        Judged(first, Status.VALID),
        Judged(second, Status.NOT_VALID, (Reason.TOO_SOON,)),
        Judged(third, Status.NOT_VALID, (Reason.INADVERTENT,)),
    ]
    return one


def test_the_dose_before_is_one_of_the_right_vaccine_counted_or_not() -> None:
    previous = begun().previous()
    assert previous is not None
    assert previous.dose.day == SECOND
    assert previous.too_early
    assert track(series(target()), person()).previous() is None


def test_an_interval_runs_from_what_its_rule_names() -> None:
    one = begun()
    assert one.since(IntervalRule(from_previous=True)) == SECOND
    assert one.since(IntervalRule(from_target=1)) == FIRST
    assert one.since(IntervalRule(from_target=2)) is None
    assert one.since(IntervalRule(from_observation="055")) == SECOND
    assert one.since(IntervalRule(from_observation="056")) is None
    assert one.since(IntervalRule()) is None


def test_the_newest_of_some_vaccines_is_looked_for_before_the_dose_in_question() -> None:
    one = begun()
    rule = IntervalRule(from_most_recent=frozenset({KILLED}))
    assert one.since(rule) == SECOND
    assert one.since(rule, before=one.history[1]) == FIRST
    assert one.since(IntervalRule(from_most_recent=frozenset({WITHDRAWN}))) is None


def test_a_recurring_target_dose_comes_again() -> None:
    one = track(series(target(1, recurring=True)), person(("2021-01-01", KILLED)))
    one.satisfy(one.series.doses[0], one.history[0])
    assert one.target is one.series.doses[0]
    assert not one.complete


def test_a_series_is_complete_when_something_was_given_and_nothing_is_left() -> None:
    done = begun()
    done.satisfy(done.series.doses[1], done.history[1])
    assert done.target is None
    assert done.complete
    assert not begun().complete
    skipped = track(series(target()), person())
    skipped.at = 1
    assert not skipped.complete


def test_the_reason_told_first_is_the_gravest() -> None:
    dose = begun().history[0]
    judged = Judged(dose, Status.NOT_VALID, (Reason.LIVE_CONFLICT, Reason.TOO_SOON))
    assert judged.reason is Reason.LIVE_CONFLICT
    assert judged.too_early
    assert Judged(dose, Status.VALID).reason is None
