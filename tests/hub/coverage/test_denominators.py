"""Promises of denominators: dated, with a source, never changed; the newest that is not struck
through holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from fieldapp.hub.coverage.denominators import (
    AlreadyStruck,
    BadDenominator,
    Entry,
    Typed,
    enter,
    entries,
    holding_on,
    strike,
)
from fieldapp.hub.daily.shares import GROUP
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S

TODAY = date(2021, 6, 30)
TYPED = Typed(GROUP, "grp-health", date(2021, 6, 1), "1,240", "County health bureau, June")


def entered(world: World, typed: Typed = TYPED) -> Entry:
    with world.store.writing() as connection:
        return enter(connection, typed, "lu.qing", NOW_S, TODAY)


def listed(world: World) -> list[Entry]:
    with world.store.reading() as connection:
        return entries(connection)


def size_on(world: World, day: date) -> int | None:
    found = holding_on(listed(world), day).get((GROUP, "grp-health"))
    return found.size if found else None


def test_what_is_entered_is_kept_with_day_source_and_by_whom(world: World) -> None:
    made = entered(world)
    assert listed(world) == [made]
    assert (made.size, made.as_of, made.login) == (1240, date(2021, 6, 1), "lu.qing")


def test_from_its_day_on_the_newest_holds_and_the_old_stay(world: World) -> None:
    entered(world)
    entered(world, replace(TYPED, as_of=date(2021, 6, 15), size="1300"))
    entered(world, replace(TYPED, size="1250"))
    days = {day: size_on(world, date(2021, 6, day)) for day in (1, 14, 15, 30)}
    assert days == {1: 1250, 14: 1250, 15: 1300, 30: 1300}
    assert size_on(world, date(2021, 5, 31)) is None
    assert [one.size for one in listed(world)] == [1250, 1300, 1240]


def test_a_struck_entry_holds_no_more_and_stays_to_be_seen(world: World) -> None:
    entered(world)
    wrong = entered(world, replace(TYPED, size="12400"))
    with world.store.writing() as connection:
        strike(connection, wrong.no, "one zero too many", "lu.qing", NOW_S)
    assert size_on(world, TODAY) == 1240
    (struck, _) = listed(world)
    assert (struck.struck_by, struck.why) == ("lu.qing", "one zero too many")
    with pytest.raises(AlreadyStruck), world.store.writing() as connection:
        strike(connection, wrong.no, "again", "lu.qing", NOW_S)


@pytest.mark.parametrize(
    "typed",
    [
        replace(TYPED, kind=""),
        replace(TYPED, code=" "),
        replace(TYPED, size="0"),
        replace(TYPED, size="-5"),
        replace(TYPED, size="many"),
        replace(TYPED, size="9" * 40),
        replace(TYPED, size="²"),
        replace(TYPED, as_of=None),
        replace(TYPED, as_of=TODAY + timedelta(days=1)),
        replace(TYPED, source="  "),
        replace(TYPED, source="x" * 201),
    ],
)
def test_what_is_no_denominator_is_refused(world: World, typed: Typed) -> None:
    with pytest.raises(BadDenominator):
        entered(world, typed)
    assert listed(world) == []


def test_striking_needs_a_reason_and_an_entry(world: World) -> None:
    made = entered(world)
    with pytest.raises(BadDenominator), world.store.writing() as connection:
        strike(connection, made.no, " ", "lu.qing", NOW_S)
    with pytest.raises(AlreadyStruck), world.store.writing() as connection:
        strike(connection, 99, "no such", "lu.qing", NOW_S)
