"""What readers are not shown: figures of so few people that somebody could tell who is meant.

Where the small ones could be told from the whole less the rest, the next smallest go with them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection

from fieldapp.hub.coverage.denominators import Entry, entries, holding_on
from fieldapp.hub.daily.report import Part, Report, Restated, sum_of
from fieldapp.hub.daily.shares import GROUP, HOME

SMALL = 20
TOGETHER = "small-parts"
"""The code of those that stand together because each is small."""


def hidden(sizes: Mapping[str, int]) -> frozenset[str]:
    """Of parts by their number of people, those not to be shown. Whoever names no part ("") is
    none, and of a part of nobody there is nothing to hide."""
    gone: list[str] = []
    people = 0
    for size, code in sorted((size, code) for code, size in sizes.items() if code and size > 0):
        safe_together = not gone or (len(gone) > 1 and people >= SMALL)
        if size >= SMALL and safe_together:
            break
        gone.append(code)
        people += size
    return frozenset(gone)


def sizes_of(
    kind: str, covered: Mapping[str, int], holding: Mapping[tuple[str, str], Entry]
) -> dict[str, int]:
    """How many people each part has; where nobody entered that, how many of them are known."""
    entered = {code: entry.size for (of, code), entry in holding.items() if of == kind}
    return dict(covered) | entered


def for_readers(connection: Connection, report: Report, day: date) -> Report:
    """The report with the small groups and areas as one part; the sums stay what they are."""
    holding = holding_on(entries(connection), day)
    parts = dict(report.parts)
    for kind in (GROUP, HOME):
        covered = {part.code: part.so_far.covered for part in report.parts.get(kind, ())}
        parts[kind] = _joined(report.parts[kind], hidden(sizes_of(kind, covered, holding)))
    return replace(report, parts=parts)


def _joined(parts: tuple[Part, ...], gone: Collection[str]) -> tuple[Part, ...]:
    small = [part for part in parts if part.code in gone]
    if not small:
        return parts
    said = [part.on_day.said for part in small if part.on_day.said is not None]
    on_day = Restated(sum_of(part.on_day.known for part in small), sum_of(said) if said else None)
    together = Part(TOGETHER, on_day, sum_of(part.so_far for part in small))
    return (*(part for part in parts if part.code not in gone), together)
