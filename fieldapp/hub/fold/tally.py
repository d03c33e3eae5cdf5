"""How many records of each laptop are in the tables, and what became of its dose records: kept in
step with every fold, so that a page need not count millions of rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select, text

from fieldapp.hub import schema

RECORDS = "records"
"""Beside the states of dose records: events of every kind."""
_tally = schema.tally.c
_MORE = text(
    "INSERT INTO tally (device, what, number) VALUES (:device, :what, :number) "
    "ON CONFLICT (device, what) DO UPDATE SET number = tally.number + excluded.number"
)
_DROP_EMPTY = delete(schema.tally).where(
    _tally.device == bindparam("of_device"), _tally.number == 0
)
Sums = Counter[tuple[int, str]]
"""By laptop and word."""


def add(connection: Connection, sums: Sums) -> None:
    """Add to what is kept; numbers may be below zero."""
    rows = [
        {"device": device, "what": what, "number": number}
        for (device, what), number in sorted(sums.items())
        if number
    ]
    if not rows:
        return
    connection.execute(_MORE, rows)
    less = sorted({device for (device, _), number in sums.items() if number < 0})
    if less:
        connection.execute(_DROP_EMPTY, [{"of_device": device} for device in less])


def of_doses(moves: Iterable[tuple[Mapping[str, Any], Mapping[str, Any]]]) -> Sums:
    """What a change of states adds and takes, when rows of `dose` (as they were) become others; a
    record that is new was in no state before."""
    sums: Sums = Counter()
    for before, after in moves:
        if before["given"] and after["state"] != before["state"]:
            sums[before["device"], after["state"]] += 1
            if before["state"] is not None:
                sums[before["device"], before["state"]] -= 1
    return sums


def kept(connection: Connection, devices: Iterable[int] | None = None) -> dict[int, Counter[str]]:
    """By laptop; of all of them where none are named."""
    rows = select(_tally.device, _tally.what, _tally.number)
    if devices is not None:
        rows = rows.where(_tally.device.in_(list(devices)))
    found: dict[int, Counter[str]] = {}
    for device, what, number in connection.execute(rows):
        found.setdefault(device, Counter())[what] = int(number)
    return found
