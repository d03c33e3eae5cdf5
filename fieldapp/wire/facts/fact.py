"""What every fact is, and the values that its fields may hold.

Bodies are positional: adding, removing or reordering a field is a new version with its own class
and an upcaster (`facts.earlier`). Values are only None, bool, int, bytes, str and lists of these.
Dates are days since 1970-01-01; `occurred_min` is minutes since 1970-01-01T00:00 on the site's
own clock, `utc_offset_min` that clock's distance from UTC. A reference (`Ref`) is the sequence
number of an event of the same epoch and branch, or the first 16 bytes of any other event's hash.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

Ref: TypeAlias = int | bytes
Value: TypeAlias = "bool | int | bytes | str | list[Value] | None"


@dataclass(frozen=True, slots=True)
class Fact:
    """One event of a journal; the order of its fields is the order of its body."""


Types: TypeAlias = Mapping[type[Fact], tuple[int, int]]
"""Which number and version in the header stands for which fact."""
