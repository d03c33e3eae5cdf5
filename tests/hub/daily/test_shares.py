"""Promises of what one person adds: each dose on its day, each person once, and no dose twice."""

from __future__ import annotations

from collections import Counter, defaultdict

from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain.immunization import DoseSource
from fieldapp.hub.daily.shares import (
    GROUP,
    HOME,
    SESSION,
    TEAM,
    TOTAL,
    VACCINE,
    Cell,
    Counts,
    Given,
    Share,
    add,
    add_completed,
    unpacked,
)

DOSES = st.builds(
    Given,
    st.integers(18_000, 18_004),
    st.sampled_from(["two", "also-two", "one", "unlisted"]),
    st.integers(1, 3),
    st.sampled_from(["", "Boat 3 · 70"]),
    st.booleans(),
    st.sampled_from(list(map(int, DoseSource))),
)
SHARES = st.builds(
    Share,
    st.sampled_from(["", "grp-health"]),
    st.sampled_from(["", "110101"]),
    st.lists(DOSES, max_size=5).map(lambda doses: tuple(sorted(doses))),
)


def dose(day: int, vaccine: str = "two", *, source: int = 0, contested: bool = False) -> Given:
    return Given(day, vaccine, 7, "Boat 3 · 70", contested, source)


def counted(*shares: Share) -> dict[Cell, Counts]:
    found: dict[Cell, Counts] = defaultdict(Counter)
    for one in shares:
        add(one, 1, found)
    return found


PARTS = (
    (TOTAL, ""), (VACCINE, "two"), (GROUP, "grp-health"), (HOME, "110101"), (TEAM, "7"),
    (SESSION, "7/Boat 3 · 70"),
)  # fmt: skip


def test_two_doses_are_two_doses_and_one_person_covered() -> None:
    found = counted(Share("grp-health", "110101", (dose(100), dose(121))))
    for kind, code in PARTS:
        assert found[Cell(kind, code, 100)] == {"doses": 1, "covered": 1}
        assert found[Cell(kind, code, 121)] == {"doses": 1}


def test_a_dose_that_others_gave_covers_and_is_not_counted_again() -> None:
    elsewhere = dose(100, source=DoseSource.ELSEWHERE, contested=True)
    found = counted(Share("", "", (elsewhere, dose(121))))
    assert found[Cell(TOTAL, "", 100)] == {"told": 1, "covered": 1}
    assert found[Cell(TOTAL, "", 121)] == {"doses": 1}


def test_who_is_fully_covered_counts_in_every_part_of_the_completing_dose() -> None:
    found: dict[Cell, Counts] = defaultdict(Counter)
    add_completed(Share("grp-health", "110101", (dose(121),)), 1, found)
    assert found == {Cell(kind, code, 121): {"completed": 1} for kind, code in PARTS}


@given(SHARES)
def test_what_is_kept_comes_back(share: Share) -> None:
    assert unpacked(share.packed()) == share


@given(st.lists(SHARES, max_size=4))
def test_parts_add_up_to_the_whole_and_taking_out_leaves_nothing(shares: list[Share]) -> None:
    found = counted(*shares)
    for kind in (VACCINE, GROUP, HOME, TEAM):
        for day in {cell.day for cell in found}:
            parts: Counts = sum(
                (c for cell, c in found.items() if (cell.kind, cell.day) == (kind, day)), Counter()
            )
            assert parts == found[Cell(TOTAL, "", day)]
    for one in shares:
        add(one, -1, found)
    assert not any(any(counts.values()) for counts in found.values())
