"""The sheets of resources/print: how large each is, and where its templates and its code stand."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias

from fieldapp.resource_files import resource_path

Box: TypeAlias = "tuple[float, float, float, float]"
"""x, y, width, height in millimetres from the sheet's upper left corner."""


@dataclass(frozen=True, slots=True)
class Area:
    """A template and the box that it fills."""

    template: str
    box: Box


@dataclass(frozen=True, slots=True)
class Sheet:
    """One kind of paper, in millimetres. `code` is the square of the QR code: x, y, side.

    `fold` is how far down the sheet is folded; None: it is not.
    """

    name: str
    width: float
    height: float
    text_pt: float
    areas: tuple[Area, ...]
    code: tuple[float, float, float]
    fold: float | None = None


@cache
def sheet(name: str) -> Sheet:
    """The sheet of this name. Raises KeyError for one that is not among the resources."""
    found = _all()[name]
    areas = tuple(Area(_template(part["template"]), _box(part["box"])) for part in found["areas"])
    x, y, side = found["code"]
    width, height = found["size"]
    return Sheet(name, width, height, found["text_pt"], areas, (x, y, side), found.get("fold"))


def sheet_names() -> tuple[str, ...]:
    """All sheets."""
    return tuple(_all())


@cache
def _all() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = json.loads(
        resource_path("print", "sheets.json").read_text("utf-8")
    )
    return found


def _template(name: str) -> str:
    return resource_path("print", name).read_text("utf-8")


def _box(numbers: list[float]) -> Box:
    x, y, width, height = numbers
    return x, y, width, height
