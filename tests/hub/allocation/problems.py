"""Problems as Hypothesis makes them."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from fieldapp.hub.allocation.problem import Held, Place, Problem

VIALS = (1, 2, 3, 5, 6, 10, 20)


@st.composite
def places(draw: st.DrawFn, weeks: int, name: str) -> Place:
    """One place; nobody's latest day comes before they are due."""
    due = draw(st.lists(st.integers(0, 60), min_size=weeks, max_size=weeks))
    last, left = [], 0
    for week in range(weeks):
        left += due[week]
        number = draw(st.integers(0, left))
        left -= number
        last.append(number)
    reach = draw(st.none() | st.integers(0, 200))
    return Place(name, tuple(due), tuple(last), reach, draw(st.integers(0, 5)))


@st.composite
def stocked(draw: st.DrawFn, place: Place, rates: Problem) -> Place:
    """The same with doses to hand, never more for second doses than they need."""
    by_week = tuple(draw(st.integers(0, doses)) for doses in map(abs, rates.needed(place)))
    held = Held(by_week, draw(st.integers(0, 60)), books=draw(st.none() | st.integers(0, 90)))
    return replace(place, held=draw(st.sampled_from((None, held))))


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    """Few places and weeks, any supply: scarce, plenty, late, none; some hold doses already."""
    weeks = draw(st.integers(1, 4))
    number = draw(st.integers(0, 4))
    rates = Problem(
        vial=draw(st.sampled_from(VIALS)),
        supply=tuple(draw(st.lists(st.integers(0, 40), min_size=weeks, max_size=weeks))),
        places=(),
        wastage=draw(st.sampled_from((0, 5, 15, 25, 50, 90))),
        buffer=draw(st.sampled_from((0, 10, 25, 100))),
    )
    bare = [draw(places(weeks, f"place {at}")) for at in range(number)]
    return replace(rates, places=tuple(draw(stocked(place, rates)) for place in bare))
