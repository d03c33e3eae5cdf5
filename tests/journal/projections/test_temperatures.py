"""Readings are kept once each, at the second they were taken."""

from __future__ import annotations

from fieldapp.journal.journal import Journal
from fieldapp.wire.facts import TemperaturesRead
from fieldapp.wire.facts.fact import Value
from tests.journal.laptop import NURSE


def read(journal: Journal, tenths: list[Value], steps: list[Value], logger: str = "") -> None:
    fact = TemperaturesRead("Box", 480, 1000, tenths, steps, logger or None)
    journal.append([fact], user=NURSE.login)


def rows(journal: Journal) -> list[tuple[object, ...]]:
    return journal.db.rows("SELECT at_s, tenths, logger FROM temperature")


def test_each_reading_has_its_own_second(journal: Journal) -> None:
    read(journal, [45, 48, -5], [600, 30], logger="L1")
    assert rows(journal) == [(1000, 45, "L1"), (1600, 48, "L1"), (1630, -5, "L1")]


def test_the_same_reading_twice_is_one(journal: Journal) -> None:
    read(journal, [45], [])
    read(journal, [45, 46], [10])
    assert rows(journal) == [(1000, 45, ""), (1010, 46, "")]


def test_what_is_no_reading_ends_the_list_and_breaks_nothing(journal: Journal) -> None:
    read(journal, [45, "warm", 47], [10, 10])
    read(journal, [50, 51, 52], [5])
    assert [tenths for _, tenths, _ in rows(journal)] == [45, 50, 51]
