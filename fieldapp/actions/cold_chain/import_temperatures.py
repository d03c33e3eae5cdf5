"""The verb: take over a logger's file. Safe to repeat: what is here already is not added again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

from fieldapp.actions.cold_chain.hold_exposed import Exposure, hold_exposed
from fieldapp.actions.cold_chain.logger_file import BadCell, LoggerFile
from fieldapp.actions.cold_chain.read_logger_file import read_logger_file
from fieldapp.actions.cold_chain.record_temperature import clean_container
from fieldapp.actions.moments import site_now
from fieldapp.actions.practice import Practice
from fieldapp.actions.stock_rules import load_stock_rules
from fieldapp.domain.cold_chain import Reading
from fieldapp.journal import temperatures
from fieldapp.wire.dates import from_wall
from fieldapp.wire.events import FLAG_IMPORTED
from fieldapp.wire.facts import Fact, TemperaturesCounted, TemperaturesRead

READINGS_A_FACT = 400
FACTS_A_COMMIT = 5
"""Few enough that a dose recorded meanwhile waits no time that anybody notices."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a file. `lines` = `added` + `already_here` + bad; `cancelled`: the rest of it
    waits for the next import. `first`, `last`: the span of its readings, UTC."""

    logger: str
    lines: int
    added: int
    already_here: int
    bad: tuple[BadCell, ...]
    first: datetime | None
    last: datetime | None
    held: tuple[Exposure, ...] = ()
    cancelled: bool = False


def import_temperatures(
    practice: Practice,
    container: str,
    path: Path,
    *,
    user: str,
    progress: Callable[[int, int], None] = lambda done, of: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Imported:
    """Record the readings of `path` as those of `container`, and hold the lots they endanger.

    Raises NoContainer, UnreadableLoggerFile.
    """
    name, clock = clean_container(container), practice.clock
    offset = clock.utc_offset_min()
    file = read_logger_file(path, now=site_now(clock), utc_offset_min=offset)
    told = sorted({Reading(_utc_s(one.at, offset), one.tenths) for one in file.readings})
    new = _news(practice, name, file.logger, told)
    chunks = [new[at : at + READINGS_A_FACT] for at in range(0, len(new), READINGS_A_FACT)]
    added, stopped = 0, False
    for at in range(0, len(chunks), FACTS_A_COMMIT):
        if cancelled():
            stopped = True
            break
        some = chunks[at : at + FACTS_A_COMMIT]
        facts = [_fact(name, file.logger, chunk, offset) for chunk in some]
        practice.journal.append(facts, user=user, flags=FLAG_IMPORTED)
        added += sum(map(len, some))
        progress(added, len(new))
    counts = [] if stopped else _counts(practice, name, file, offset)
    practice.journal.append(counts, user=user, flags=FLAG_IMPORTED)
    held = hold_exposed(
        practice.journal, practice.catalogue, load_stock_rules(), now=clock.now(), user=user
    )
    return Imported(
        logger=file.logger,
        lines=len(file.readings) + len(file.bad),
        added=added,
        already_here=len(file.readings) - len(new),
        bad=tuple(file.bad),
        first=from_wall(told[0].at_s) if told else None,
        last=from_wall(told[-1].at_s) if told else None,
        held=tuple(held),
        cancelled=stopped,
    )


def _utc_s(site_time: datetime, utc_offset_min: int) -> int:
    utc = site_time - timedelta(minutes=utc_offset_min)
    return int(utc.replace(tzinfo=UTC).timestamp())


def _news(
    practice: Practice, container: str, logger: str, told: Sequence[Reading]
) -> list[Reading]:
    if not told:
        return []
    span = (told[0].at_s, told[-1].at_s)
    here = temperatures.known(practice.journal, container, logger, *span)
    return [one for one in told if one not in here]


def _fact(container: str, logger: str, some: Sequence[Reading], offset: int) -> Fact:
    steps = [later.at_s - earlier.at_s for earlier, later in pairwise(some)]
    tenths = [one.tenths for one in some]
    return TemperaturesRead(container, offset, some[0].at_s, [*tenths], [*steps], logger)


def _counts(practice: Practice, container: str, file: LoggerFile, offset: int) -> list[Fact]:
    here = temperatures.counted(practice.journal, container, file.logger)
    facts: list[Fact] = []
    for count in file.counts:
        first_s = _utc_s(datetime.combine(count.day, datetime.min.time()), offset)
        seconds = count.minutes * 60
        if here.get((first_s, count.side), 0) < seconds:
            last_s = first_s + 24 * 3600 - 1
            facts.append(
                TemperaturesCounted(
                    container, offset, first_s, last_s, count.side.value, seconds, file.logger
                )
            )
    return facts
