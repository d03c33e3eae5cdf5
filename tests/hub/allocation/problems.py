"""Problems as Hypothesis makes them."""

from __future__ import annotations

from hypothesis import strategies as st

from fieldapp.hub.allocation.problem import Place, Problem

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
def problems(draw: st.DrawFn) -> Problem:
    """Few places and weeks, any supply: scarce, plenty, late, none."""
    weeks = draw(st.integers(1, 4))
    number = draw(st.integers(0, 4))
    return Problem(
        vial=draw(st.sampled_from(VIALS)),
        supply=tuple(draw(st.lists(st.integers(0, 40), min_size=weeks, max_size=weeks))),
        places=tuple(draw(places(weeks, f"place {at}")) for at in range(number)),
        wastage=draw(st.sampled_from((0, 5, 15, 25, 50, 90))),
        buffer=draw(st.sampled_from((0, 10, 25, 100))),
    )
