"""What a proposal assumes where nobody said otherwise: a file of this release, with its sources."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from fieldapp.hub.errors import HubError
from fieldapp.resource_files import resource_path

LANGUAGES = ("en", "zh-Hans")


class ParametersInvalid(HubError):
    """The file of the parameters cannot be used."""

    happened = "The parameters of allocations cannot be used: {where} is missing or wrong."
    safe = "Nothing was decided or changed."
    next_step = "Restore the file resources/allocation/parameters.json of this release."


@dataclass(frozen=True, slots=True)
class Parameters:
    """`wastage` is in per cent, each for vials of up to so many doses, the smallest first."""

    weeks: int
    most_weeks: int
    buffer: int
    wastage: tuple[tuple[int, int], ...]
    source: Mapping[str, str]

    def wastage_of(self, vial: int) -> int:
        """Of vials of this size."""
        return next(
            (percent for size, percent in self.wastage if vial <= size), self.wastage[-1][1]
        )


@cache
def shipped() -> Parameters:
    """Those of this release. Raises ParametersInvalid."""
    try:
        document: Any = json.loads(
            resource_path("allocation", "parameters.json").read_text("utf-8")
        )
    except (OSError, ValueError) as error:
        raise ParametersInvalid(where="the file") from error
    return read_parameters(document if isinstance(document, dict) else {})


def read_parameters(document: Mapping[str, Any]) -> Parameters:
    """An allocation-parameters/1 document. Raises ParametersInvalid naming the place."""
    steps = document.get("wastage_percent")
    if not isinstance(steps, list) or not steps or not all(isinstance(one, dict) for one in steps):
        raise ParametersInvalid(where="wastage_percent")
    weeks, most = _number(document, "weeks", 1), _number(document, "most_weeks", 1)
    return Parameters(
        weeks=min(weeks, most),
        most_weeks=most,
        buffer=_number(document, "buffer_percent"),
        wastage=tuple(
            (_number(one, "doses_per_vial_up_to", 1), _number(one, "percent")) for one in steps
        ),
        source=_texts(document, "source"),
    )


def _texts(document: Mapping[str, Any], name: str) -> Mapping[str, str]:
    """By language."""
    value = document.get(name)
    if not isinstance(value, dict) or not all(isinstance(value.get(one), str) for one in LANGUAGES):
        raise ParametersInvalid(where=name)
    return value


def _number(document: Mapping[str, Any], name: str, least: int = 0) -> int:
    value = document.get(name)
    if isinstance(value, bool) or not isinstance(value, int) or value < least:
        raise ParametersInvalid(where=name)
    return value
