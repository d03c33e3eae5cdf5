"""A short attack in every run; `make fuzz SECONDS=N` is the long one."""

from __future__ import annotations

from random import Random

import pytest

from fieldapp.domain.errors import FieldAppError
from tests.fuzz.attack import attack
from tests.fuzz.mutate import mutated
from tests.fuzz.targets import targets

TARGETS = targets()
TRIES = {"xlsx list": 60, "csv list": 150}
TRIES |= {name: 60 for name in TARGETS if name.startswith("CDSi")}  # each reads a whole folder


@pytest.mark.parametrize("name", TARGETS)
def test_no_bytes_break_a_reader(name: str) -> None:
    came = attack(TARGETS[name], Random(7), TRIES.get(name, 600))
    assert [why for why, _ in came.broken] == []
    assert came.refused or name == "answer"


@pytest.mark.parametrize("name", TARGETS)
def test_the_good_bytes_are_good(name: str) -> None:
    """An attack that begins with refusals would prove nothing."""
    read = 0
    for good in TARGETS[name].good:
        try:
            TARGETS[name].read(good)
            read += 1
        except FieldAppError:
            continue
    assert read


def test_a_seed_makes_the_same_bytes() -> None:
    good = TARGETS["frame"].good
    one, other = ([mutated(good, random) for _ in range(50)] for random in (Random(3), Random(3)))
    assert one == other
    assert len(set(one)) > 40
