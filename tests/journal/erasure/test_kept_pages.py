"""Promises of the kept pages of the erasure list: never a gap, whatever comes, and a bound."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from fieldapp.journal.database import Database, open_database
from fieldapp.journal.erasure import kept_pages
from fieldapp.journal.erasure.kept_pages import following, keep, reached
from fieldapp.journal.migrations import STEPS, begin_file, migrate
from fieldapp.wire.erasures import ErasureList
from tests.properties import ONE_FIXTURE


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    made = open_database(tmp_path / "db", bytes(32), create=True)
    begin_file(made)
    migrate(made)
    yield made
    made.close()


def take(db: Database, after: int, version: int, raw: bytes = b"page") -> None:
    keep(db, ErasureList(b"hub", after, version, 0), raw + b" %d-%d" % (after, version))


def kept(db: Database, version: int = 0) -> list[str]:
    return [raw.decode().rpartition(" ")[2] for raw in following(db, version)]


def test_a_file_of_before_gets_the_place_for_them(tmp_path: Path) -> None:
    db = open_database(tmp_path / "older", bytes(32), create=True)
    begin_file(db)
    migrate(db, STEPS[:3])
    db.run("INSERT INTO salt VALUES (7, x'00')")
    assert migrate(db) == len(STEPS) - 3
    assert (reached(db), following(db, 0)) == (0, [])
    assert db.number("SELECT count(*) FROM salt") == 1
    db.close()


def test_pages_go_on_from_wherever_somebody_stands(db: Database) -> None:
    take(db, 0, 3)
    take(db, 3, 7)
    take(db, 7, 9)
    assert kept(db) == ["0-3", "3-7", "7-9"]
    assert kept(db, 3) == ["3-7", "7-9"]
    assert kept(db, 5) == ["3-7", "7-9"], "a page that overlaps says it all"
    assert (kept(db, 9), kept(db, 12), reached(db)) == ([], [], 9)


def test_a_page_that_says_more_takes_the_place_of_those_it_holds(db: Database) -> None:
    take(db, 0, 3)
    take(db, 3, 7)
    take(db, 7, 9)
    take(db, 3, 12)
    assert kept(db) == ["0-3", "3-12"]
    take(db, 3, 9)
    assert kept(db) == ["0-3", "3-12"], "what says less is known already"
    take(db, 5, 12)
    assert kept(db) == ["0-3", "3-12"], "and so is what reaches as far and begins later"


def test_after_a_gap_they_begin_anew_and_nobody_from_before_is_handed_them(db: Database) -> None:
    take(db, 0, 3)
    take(db, 5, 9)
    assert (kept(db), kept(db, 3), kept(db, 5)) == ([], [], ["5-9"])


def test_the_oldest_go_when_there_are_too_many(
    db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_pages, "MOST_BYTES", 120)
    for version in range(1, 12):
        take(db, version - 1, version, bytes(30))
    assert kept(db, 8) == ["8-9", "9-10", "10-11"]
    assert kept(db, 3) == [], "whoever is further behind hears it from the hub"
    take(db, 11, 12, bytes(200))
    assert kept(db, 11) == ["11-12"]
    assert kept(db, 10) == []


@example([(0, 2), (1, 1)], 0)
@ONE_FIXTURE
@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 6)), max_size=12), st.integers(0, 20))
def test_what_is_handed_on_has_no_gap_and_reaches_the_newest(
    db: Database, spans: list[tuple[int, int]], version: int
) -> None:
    db.run("DELETE FROM erasure_page")
    for after, more in spans:
        take(db, after, after + more)
    told = [tuple(map(int, span.split("-"))) for span in kept(db, version)]
    stands = version
    for after, last in told:
        assert after <= stands < last
        stands = last
    assert not told or stands == reached(db)
