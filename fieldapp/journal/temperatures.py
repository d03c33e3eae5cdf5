"""Reads the temperatures of refrigerators and boxes, as each logger or person told them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from fieldapp.domain.cold_chain import Counted, Reading, Side
from fieldapp.journal.journal import Journal


@dataclass(frozen=True, slots=True)
class Series:
    """What one logger told of one container: its readings by time, and its own counts. `logger` is
    empty where somebody typed them."""

    container: str
    logger: str
    readings: Sequence[Reading]
    counts: Sequence[Counted] = ()


def containers(j: Journal) -> list[str]:
    """Every refrigerator and box that was ever read, by name."""
    return [name for (name,) in j.db.rows("SELECT DISTINCT container FROM temperature ORDER BY 1")]


def all_series(j: Journal, since: datetime, container: str | None = None) -> list[Series]:
    """Every logger's readings since a moment, of one container or of all."""
    since_s = int(since.timestamp())
    found: dict[tuple[str, str], list[Reading]] = {}
    for name, logger, at_s, tenths in j.db.rows(
        "SELECT container, logger, at_s, tenths FROM temperature "
        "WHERE (?1 IS NULL OR container = ?1) AND at_s >= ?2 ORDER BY container, logger, at_s",
        container,
        since_s,
    ):
        found.setdefault((name, logger), []).append(Reading(at_s, tenths))
    counts = _counts(j, since_s)
    return [Series(*key, readings, counts.get(key, ())) for key, readings in found.items()]


def known(j: Journal, container: str, logger: str, first_s: int, last_s: int) -> set[Reading]:
    """The readings of one logger in a span, so that a file read twice adds nothing."""
    rows = j.db.rows(
        "SELECT at_s, tenths FROM temperature WHERE container = ? AND logger = ? "
        "AND at_s BETWEEN ? AND ?",
        container,
        logger,
        first_s,
        last_s,
    )
    return {Reading(at_s, tenths) for at_s, tenths in rows}


def counted(j: Journal, container: str, logger: str) -> dict[tuple[int, Side], int]:
    """The seconds that a logger counted, by day's beginning and side."""
    rows = j.db.rows(
        "SELECT first_s, side, seconds FROM temperature_count WHERE container = ? AND logger = ?",
        container,
        logger,
    )
    return {(first_s, Side(side)): seconds for first_s, side, seconds in rows}


def _counts(j: Journal, since_s: int) -> dict[tuple[str, str], list[Counted]]:
    counts: dict[tuple[str, str], list[Counted]] = {}
    for container, logger, first_s, last_s, side, seconds in j.db.rows(
        "SELECT container, logger, first_s, last_s, side, seconds FROM temperature_count "
        "WHERE last_s >= ? ORDER BY first_s",
        since_s,
    ):
        told = counts.setdefault((container, logger), [])
        told.append(Counted(Side(side), first_s, last_s, seconds))
    return counts
