"""P5: finding one person among a million, in the store and at every length of what was typed."""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from fieldapp.domain.client import Document
from fieldapp.journal import clients
from fieldapp.journal.database import Row
from fieldapp.journal.journal import JOURNAL_FILE, Journal
from fieldapp.journal.name_terms import name_key, pinyin_key, search_terms
from fieldapp.wire.dates import to_day
from fieldapp.wire.events import encode_body
from fieldapp.wire.facts import ClientRegistered
from tests.benchmarks.figure import Figure, show
from tests.benchmarks.record_dose import new_journal

PEOPLE = 1_000_000
LOOKUPS = 300
BATCH = 20_000
GOAL_MS = 5.0
SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余"
GIVEN = "伟芳娜敏静秀丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉兰春梅建国红文博雨晨子涵欣怡浩然"


def made_up_person(number: int, chance: random.Random) -> tuple[str, str, str, date]:
    """Name, passport number, phone and birth date; the same for the same seed."""
    name = chance.choice(SURNAMES) + "".join(chance.choices(GIVEN, k=chance.choice((1, 2, 2))))
    birth = date.fromordinal(date(1930, 1, 1).toordinal() + chance.randrange(30_000))
    return name, f"T{number:08d}", f"1{3_000_000_000 + number * 7:010d}", birth


def fill(journal: Journal, people: int) -> None:
    """Put made-up people straight into the tables; a million events would take an hour."""
    chance = random.Random(5)
    for start in range(1, people + 1, BATCH):
        batch = [
            (number, *made_up_person(number, chance))
            for number in range(start, min(start + BATCH, people + 1))
        ]
        with journal.db.transaction():
            for table, rows in _rows(batch).items():
                marks = ", ".join("?" * len(rows[0]))
                journal.db.run_many(f"INSERT INTO {table} VALUES ({marks})", rows)


def _rows(batch: list[tuple[int, str, str, str, date]]) -> dict[str, list[Row]]:
    """What `projections.clients` would write for these people, table by table."""
    tables: dict[str, list[Row]] = {
        "client": [], "document": [], "phone": [], "client_search (rowid, terms)": [],
    }  # fmt: skip
    for number, name, passport, phone, birth in batch:
        no, day = 1 << 50 | number, to_day(birth)
        body = encode_body(ClientRegistered(name, [[8, passport]], day, 1, phone))
        client_id = number.to_bytes(32, "big")
        tables["client"].append((no, client_id, no, name_key(name), day, body))
        tables["document"].append((passport, "passport", no))
        tables["phone"].append((phone, no))
        tables["client_search (rowid, terms)"].append((no, search_terms(name)))
    return tables


def kinds(journal: Journal, people: int) -> Iterator[tuple[str, Callable[[random.Random], object]]]:
    """Every way to look somebody up: words for it, and one lookup of a random person."""

    def anybody(chance: random.Random) -> tuple[str, str, str]:
        number = chance.randrange(1, people + 1)
        name = made_up_person(number, chance)[0]
        return name, f"T{number:08d}", f"1{3_000_000_000 + number * 7:010d}"

    yield (
        "document",
        lambda chance: clients.by_document(journal, Document("passport", anybody(chance)[1])),
    )
    yield "phone", lambda chance: clients.by_phone(journal, anybody(chance)[2])
    yield "whole name", lambda chance: clients.search(journal, anybody(chance)[0])
    yield "first character", lambda chance: clients.search(journal, anybody(chance)[0][:1])
    yield "two characters", lambda chance: clients.search(journal, anybody(chance)[0][:2])
    for length in range(1, 11):
        yield f"pinyin, {length} letters", _pinyin(journal, anybody, length)
    for length in (3, 6, 9):
        yield f"{length} digits of a phone", _digits(journal, anybody, length)
    yield (
        "initials",
        lambda chance: clients.search(
            journal, "".join(pinyin_key(character)[:1] for character in anybody(chance)[0])
        ),
    )


def _pinyin(
    journal: Journal, anybody: Callable[[random.Random], tuple[str, str, str]], length: int
) -> Callable[[random.Random], object]:
    return lambda chance: clients.search(journal, pinyin_key(anybody(chance)[0])[:length])


def _digits(
    journal: Journal, anybody: Callable[[random.Random], tuple[str, str, str]], length: int
) -> Callable[[random.Random], object]:
    return lambda chance: clients.search(journal, anybody(chance)[2][:length])


def times_ms(lookup: Callable[[random.Random], object]) -> list[float]:
    """Milliseconds of many lookups, sorted."""
    chance, found = random.Random(7), []
    for _ in range(LOOKUPS):
        began = time.perf_counter()
        lookup(chance)
        found.append((time.perf_counter() - began) * 1000)
    return sorted(found)


def measure(people: int = PEOPLE) -> Iterator[Figure]:
    """P5."""
    with tempfile.TemporaryDirectory() as folder:
        journal, _ = new_journal(Path(folder))
        began = time.perf_counter()
        fill(journal, people)
        size = (journal.home / JOURNAL_FILE).stat().st_size / 1e6
        took = time.perf_counter() - began
        yield Figure("P5", f"journal of {people:,} people", size, "MB", note=f"{took:.0f} s")
        for words, lookup in kinds(journal, people):
            times = times_ms(lookup)
            middle, late = times[LOOKUPS // 2], times[LOOKUPS * 95 // 100]
            yield Figure("P5", f"by {words}, p95", late, "ms", GOAL_MS, note=f"p50 {middle:.2f}")
        journal.close()


if __name__ == "__main__":
    show(measure(int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE))
