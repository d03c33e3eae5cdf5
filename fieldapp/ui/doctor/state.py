"""What the doctor page shows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DoctorItem:
    """One thing that was looked at, in words; `next_step` is empty where all is well."""

    name: str
    icon: str
    tone: str
    happened: str
    next_step: str = ""
