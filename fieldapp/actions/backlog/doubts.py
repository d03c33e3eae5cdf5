"""What is doubtful about rows that are real doses all the same: they are taken, and said.

early            the dose came before the programme's minimum interval
expired_lot      the lot had expired on the day
possible_double  the person has another dose of that vaccine on the same day or the day before
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from fieldapp.actions.backlog.people import People
from fieldapp.actions.backlog.row import BacklogRow
from fieldapp.domain.schedule.programme import Programme
from fieldapp.domain.vaccine import Catalogue


@dataclass(frozen=True, slots=True)
class Doubts:
    """Line numbers by kind of doubt."""

    early: tuple[int, ...]
    expired_lot: tuple[int, ...]
    possible_double: tuple[int, ...]
