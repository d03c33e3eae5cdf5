"""Cases are listed by what is chosen; what is decided is found again."""

from __future__ import annotations

import pytest

from fieldapp.hub.cases import listing
from fieldapp.hub.cases.case import State
from fieldapp.hub.cases.kinds import Kind, Way
from fieldapp.hub.cases.listing import CaseFilter
from fieldapp.wire.facts import DoseAmended
from tests.hub.cases.made import case_of, cases, double, judge, the_case
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S


@pytest.mark.parametrize(
    ("which", "number"),
    [
        (CaseFilter(), 1),
        (CaseFilter(kind=Kind.DOUBLE), 1),
        (CaseFilter(kind=Kind.IDENTITY), 0),
        (CaseFilter(device=1), 1),
        (CaseFilter(device=2), 1),
        (CaseFilter(device=3), 0),
        (CaseFilter(before_s=NOW_S), 0),
        (CaseFilter(before_s=NOW_S + 1), 1),
        (CaseFilter(State.REOPENED), 0),
        (CaseFilter(State.DECIDED), 0),
    ],
)
def test_a_list_holds_what_is_chosen(world: World, which: CaseFilter, number: int) -> None:
    double(world)
    assert len(cases(world, which)) == number
    with world.store.reading() as connection:
        assert listing.count(connection, which) == number


def test_what_is_decided_is_listed_as_such_and_as_reopened(world: World) -> None:
    made = double(world)
    case = judge(world, the_case(world), Way.TWO_DOSES)
    (line,) = cases(world, CaseFilter(State.DECIDED, Kind.DOUBLE, device=1))
    assert (line.id, line.state, line.newest) == (case.id, State.DECIDED, case.newest)
    made.one.add(DoseAmended(4, "lot", "TEST-0001", "TEST-0002"))
    world.push_all(made.one)
    for which in (CaseFilter(), CaseFilter(State.REOPENED), CaseFilter(State.DECIDED)):
        (line,) = cases(world, which)
        assert (line.id, line.state) == (case.id, State.REOPENED)


def test_all_about_somebody_is_found_open_and_decided(world: World) -> None:
    double(world)
    case = the_case(world)

    def about(*doses: bytes) -> list[tuple[bytes, State]]:
        with world.store.reading() as connection:
            return [(line.id, line.state) for line in listing.about(connection, [], doses)]

    assert about(case.one) == [(case.id, State.OPEN)]
    judge(world, case, Way.TWO_DOSES)
    assert about(case.one, case.other or b"") == [(case.id, State.DECIDED)]
    assert about(b"nobody's") == []


def test_pages_follow_each_other(world: World) -> None:
    laptop = world.laptop()
    for number in range(3):
        laptop.give(laptop.register(f"Test {number}"), vaccine="no-such")
    world.push_all(laptop)
    with world.store.reading() as connection:
        pages = [listing.page_of(connection, CaseFilter(), skip=skip, most=2) for skip in (0, 2, 4)]
    assert [len(page) for page in pages] == [2, 1, 0]
    assert len({line.id for page in pages for line in page}) == 3


def test_after_one_case_comes_the_next_that_waits_and_after_the_last_the_first(
    world: World,
) -> None:
    double(world)
    double(world, epochs=(b"epoch-11", b"epoch-12"), paper=("passport", "TEST00002"))
    first, second = (line.id for line in cases(world))

    def after(case: bytes, which: CaseFilter | None = None) -> bytes | None:
        with world.store.reading() as connection:
            return listing.after(connection, which or CaseFilter(), case_of(world, case))

    assert (after(first), after(second)) == (second, first)
    assert after(first, CaseFilter(kind=Kind.IDENTITY)) is None
    judge(world, case_of(world, first), Way.TWO_DOSES)
    assert (after(first), after(second)) == (second, None)
