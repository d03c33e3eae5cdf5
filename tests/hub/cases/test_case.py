"""What a case is called at each step of its life."""

from __future__ import annotations

from fieldapp.hub.cases.case import State, read_case
from fieldapp.hub.cases.kinds import Way
from fieldapp.wire.facts import DoseVoided
from tests.hub.cases.made import case_of, double, judge, the_case
from tests.hub.conftest import World


def test_a_case_is_open_until_decided_and_goes_when_the_records_settle_it(world: World) -> None:
    made = double(world)
    case = the_case(world)
    assert (case.state, case.is_open, case.newest) == (State.OPEN, True, None)
    assert {case.one, case.other} == {made.first, made.second}
    case = judge(world, case, Way.REFERRED)
    assert (case.state, case.is_open, case.newest is not None) == (State.WAITING, True, True)
    made.other.add(DoseVoided(4, "written twice"))
    world.push_all(made.other)
    assert case_of(world, case.id).state is State.GONE


def test_what_never_was_a_case_is_none(world: World) -> None:
    with world.store.reading() as connection:
        assert read_case(connection, b"no such") is None
