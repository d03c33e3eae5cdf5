"""Promises about values of the wrong kind."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from fieldapp.hub.fold.shape import fits_field, is_well_formed
from fieldapp.wire.facts import ClientRegistered, DoseRecorded
from tests.hub.fake_laptop import dose


def test_a_proper_fact_is_well_formed() -> None:
    assert is_well_formed(dose(3))
    assert is_well_formed(dose(b"?" * 16))
    assert is_well_formed(ClientRegistered("Test", [[1, "x"]], None, None))


@pytest.mark.parametrize(
    "change",
    [
        {"client": "3"},
        {"client": None},
        {"client": True},
        {"vaccine": 3},
        {"vaccine": "nul\0"},
        {"occurred_min": 2**60},
        {"occurred_min": 1.5},
        {"screening": "none"},
        {"screening": [1.5]},
        {"screening": [[[[[[1]]]]]]},
        {"row": "text"},
    ],
)
def test_a_value_of_another_kind_is_found(change: dict[str, Any]) -> None:
    assert not is_well_formed(replace(dose(3), **change))


def test_a_field_is_known_by_its_name() -> None:
    assert fits_field(DoseRecorded, "lot", "TEST")
    assert not fits_field(DoseRecorded, "lot", 1)
    assert not fits_field(DoseRecorded, "no_such", 1)
