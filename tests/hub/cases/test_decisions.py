"""Decisions are only added to; the newest of a case is in force."""

from __future__ import annotations

from fieldapp.hub.cases import decisions
from fieldapp.hub.cases.kinds import Kind, Way
from tests.hub.cases.made import double, judge, the_case
from tests.hub.conftest import World


def test_the_newest_is_in_force_and_nothing_is_lost(world: World) -> None:
    made = double(world)
    case = judge(world, the_case(world), Way.TWO_DOSES)
    judge(world, case, Way.ONE_DOSE, made.second)
    with world.store.reading() as connection:
        (one,) = decisions.about(connection, Kind.DOUBLE, [made.first])
        assert (one.way, one.dropped, one.settles) == (Way.ONE_DOSE, made.first, True)
        assert decisions.about(connection, Kind.IDENTITY, [made.first]) == []
        assert decisions.of_records(connection, [b"x"]) == []
        assert [d.way for d in decisions.all_of(connection, case.id)] == [
            Way.ONE_DOSE, Way.TWO_DOSES,
        ]  # fmt: skip
    judge(world, case, Way.UNDONE)
    with world.store.reading() as connection:
        assert decisions.about(connection, Kind.DOUBLE, [made.second]) == []
        assert decisions.newest_of(connection, [case.id])[case.id].way is Way.UNDONE
