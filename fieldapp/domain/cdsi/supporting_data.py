"""The whole of the supporting data: the antigens, and what is said across them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fieldapp.domain.cdsi.length import Length
from fieldapp.domain.cdsi.series import Antigen
from fieldapp.domain.errors import FieldAppError


class SupportingDataInvalid(FieldAppError):
    """A file of CDSi supporting data cannot be used."""

    happened = "The supporting data cannot be used: {file}: {why}."
    safe = "Nothing recorded is affected; the programmes of this release still work."
    next_step = "Give the folder of CDC's XML files, all of one version."


@dataclass(frozen=True, slots=True)
class LiveConflict:
    """Two live vaccines that must keep a distance, or the second does not count."""

    previous: str
    current: str
    begin: Length
    end_after_valid: Length
    end: Length


@dataclass(frozen=True, slots=True)
class Association:
    """An antigen that a vaccine is given against, from one age to before another."""

    antigen: str
    begin_age: Length | None = None
    end_age: Length | None = None


@dataclass(frozen=True, slots=True)
class VaccineGroup:
    """A line of the forecast: one antigen, or several that are given together.

    `all_together`: every antigen of the group is given even when only one is due.
    """

    name: str
    antigens: tuple[str, ...]
    all_together: bool = False


@dataclass(frozen=True, slots=True)
class Schedule:
    """ScheduleSupportingData: what is said across the antigens."""

    groups: tuple[VaccineGroup, ...]
    associations: Mapping[str, tuple[Association, ...]]
    live_conflicts: tuple[LiveConflict, ...]


@dataclass(frozen=True, slots=True)
class SupportingData:
    """One version of the supporting data, ready to be asked."""

    schedule: Schedule
    antigens: Mapping[str, Antigen]

    def group_named(self, name: str) -> VaccineGroup | None:
        """The vaccine group of this name."""
        return next((group for group in self.schedule.groups if group.name == name), None)
