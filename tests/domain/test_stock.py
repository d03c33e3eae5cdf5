"""A balance is the sum of its movements, however they are ordered, split or taken back."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain.stock import Balance, Kind, Movement, balance, vials_and_doses

PLACES = st.sampled_from([None, "boat-1", "boat-2"])
MOVEMENTS = st.lists(
    st.builds(Movement, st.sampled_from(Kind), st.integers(-50, 50), PLACES), max_size=30
)


@given(MOVEMENTS, st.randoms())
def test_any_order_gives_the_same_sum(movements: list[Movement], random: object) -> None:
    shuffled = list(movements)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # what Hypothesis hands in is a Random
    assert balance(shuffled) == balance(movements)


@given(MOVEMENTS, st.data())
def test_any_split_gives_the_same_sum(movements: list[Movement], data: st.DataObject) -> None:
    split: list[Movement] = []
    for one in movements:
        part = data.draw(st.integers(-60, 60))
        split += [
            Movement(one.kind, part, one.session),
            Movement(one.kind, one.doses - part, one.session),
        ]
    assert balance(split) == balance(movements)


@given(MOVEMENTS, MOVEMENTS)
def test_taking_back_gives_back(kept: list[Movement], undone: list[Movement]) -> None:
    counter = [Movement(one.kind, -one.doses, one.session) for one in undone]
    assert balance([*kept, *undone, *counter]) == balance(kept)


@given(MOVEMENTS)
def test_the_places_add_up_to_what_is_on_hand(movements: list[Movement]) -> None:
    total = balance(movements)
    assert sum(total.at(place) for place in (None, "boat-1", "boat-2")) == total.on_hand


def of(*movements: tuple[Kind, int, str | None]) -> Balance:
    return balance(Movement(*movement) for movement in movements)


DAY: Sequence[tuple[Kind, int, str | None]] = (
    (Kind.RECEIVED, 100, None),
    (Kind.LOADED, 40, "boat-1"),
    (Kind.OPENED, 10, "boat-1"),
    (Kind.GIVEN, 27, "boat-1"),
    (Kind.EXTRA, 1, "boat-1"),
    (Kind.WASTED, 4, "boat-1"),
)


def test_a_day_at_sea_adds_up() -> None:
    before = of(*DAY)
    assert (before.at(None), before.at("boat-1"), before.on_hand) == (60, 10, 70)
    after = of(*DAY, (Kind.RETURNED, 10, "boat-1"), (Kind.SENT_BACK, 5, None))
    assert (after.at(None), after.at("boat-1"), after.places) == (65, 0, {None: 65})
    assert after.of(Kind.GIVEN) == after.of_session(Kind.GIVEN, "boat-1") == 27


def test_a_count_moves_the_book_to_what_was_found() -> None:
    assert of(*DAY, (Kind.COUNTED, -2, "boat-1")).at("boat-1") == 8


def test_what_was_given_without_being_loaded_shows_below_zero() -> None:
    assert of((Kind.GIVEN, 3, "boat-1")).places == {"boat-1": -3}


@pytest.mark.parametrize(
    ("doses", "vial_doses", "told"),
    [(60, 5, (12, 0)), (58, 5, (11, 3)), (6, 1, (6, 0)), (0, 10, (0, 0)), (-7, 5, (-1, -2))],
)
def test_doses_are_told_as_vials_and_the_rest(
    doses: int, vial_doses: int, told: tuple[int, int]
) -> None:
    assert vials_and_doses(doses, vial_doses) == told


def test_a_vial_without_doses_is_a_bug() -> None:
    with pytest.raises(ValueError, match="at least one dose"):
        vials_and_doses(5, 0)
