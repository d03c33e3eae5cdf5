"""Promises of the parameters: those shipped can be used, name their source, and a slip is named."""

from __future__ import annotations

import json
from typing import Any

import pytest

from fieldapp.hub.allocation.parameters import ParametersInvalid, read_parameters, shipped
from fieldapp.hub.allocation.problem import MOST_WASTAGE
from fieldapp.resource_files import resource_path


def document() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        resource_path("allocation", "parameters.json").read_text("utf-8")
    )
    return found


def test_those_of_this_release_can_be_used() -> None:
    found = shipped()
    assert all(found.source.values()) and 1 <= found.weeks <= found.most_weeks
    assert [found.wastage_of(vial) for vial in (1, 2, 6, 10, 20)] == [5, 15, 15, 25, 25]
    assert all(percent <= MOST_WASTAGE for _, percent in found.wastage)


@pytest.mark.parametrize(
    ("name", "value"),
    [("weeks", 0), ("weeks", True), ("buffer_percent", -1), ("wastage_percent", []),
     ("wastage_percent", [{"percent": 5}]), ("most_weeks", "8"), ("source", "WHO")],
)  # fmt: skip
def test_what_is_wrong_is_named(name: str, value: object) -> None:
    with pytest.raises(ParametersInvalid):
        read_parameters({**document(), name: value})
