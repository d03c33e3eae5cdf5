"""How warm or cold a vaccine may be kept in the field, and whether cold harms it.

Temperatures are whole tenths of a degree Celsius, as loggers write them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

FIELD_LIMITS = ("after_thaw", "service_level")
"""Where a product is frozen in a depot, these are its limits with a team."""

_HARMED = ("do_not_freeze", "freeze_sensitive", "diluent_do_not_freeze")


@dataclass(frozen=True, slots=True)
class Storage:
    """The limits of one product with a team. `low_tenths` None: no cold harms it."""

    high_tenths: int
    low_tenths: int | None
    freeze_sensitive: bool


def parse_storage(raw: object) -> Storage | None:
    """A product's `storage` in the catalogue; None where it says no limits. Raises ValueError."""
    if not isinstance(raw, Mapping):
        return None
    limits = next((raw[name] for name in FIELD_LIMITS if name in raw), raw)
    if not isinstance(limits, Mapping) or "max_c" not in limits:
        return None
    harmed = any(raw.get(name) is True for name in _HARMED)
    low = _tenths(limits.get("min_c")) if harmed else None
    return Storage(_tenths(limits["max_c"]), low, harmed)


def _tenths(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError("a temperature is a number")
    return round(value * 10)
