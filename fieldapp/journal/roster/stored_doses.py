"""How a person's doses stand in the roster's file: a small array, texts as numbers of `word`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from fieldapp.journal.database import Database
from fieldapp.wire import cbor
from fieldapp.wire.roster_people import RosterDose

_MOST_BYTES = 64 * 1024


class Words:
    """The texts of `word`, both ways; a new one is written at its first use."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._numbers: dict[str, int] = {text: no for no, text in _rows(db)}

    def number(self, text: str) -> int:
        """The number of a text."""
        found = self._numbers.get(text)
        if found is None:
            found = self._numbers[text] = len(self._numbers) + 1
            self._db.run("INSERT INTO word (no, text) VALUES (?, ?)", found, text)
        return found


def texts_of(db: Database) -> dict[int, str]:
    """Every text by its number."""
    return dict(_rows(db))


def pack(doses: Iterable[RosterDose], words: Words) -> bytes:
    """The column of these doses."""
    rows = [
        [
            words.number(dose.vaccine), words.number(dose.lot), dose.day, dose.device,
            words.number(dose.team), dose.source, words.number(dose.mark),
        ]
        for dose in doses
    ]  # fmt: skip
    return cbor.dumps(rows)


def unpack(column: bytes, texts: Mapping[int, str]) -> tuple[RosterDose, ...]:
    """The doses of a column."""
    rows = cbor.loads(column, max_bytes=_MOST_BYTES)
    assert isinstance(rows, list)  # noqa: S101  only `pack` writes the column
    return tuple(
        RosterDose(texts[v], texts[lot], day, device, texts[team], source, texts[mark])
        for v, lot, day, device, team, source, mark in rows
    )


def _rows(db: Database) -> list[tuple[int, str]]:
    return [(no, text) for no, text in db.rows("SELECT no, text FROM word")]
