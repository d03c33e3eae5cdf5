"""A logger's file is taken over once, whole, however often and however interrupted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from fieldapp.actions.cold_chain.import_temperatures import READINGS_A_FACT, import_temperatures
from fieldapp.actions.practice import Practice
from fieldapp.domain.lot import LotState
from fieldapp.journal import lots, temperatures
from fieldapp.journal.journal import Journal
from fieldapp.journal.verify import verify
from tests.actions.cold_chain.practice import BIBP, BOX, USER, practice_on, stocked
from tests.actions.cold_chain.test_fridge_tag import REPORT
from tests.journal.laptop import Laptop

DAWN = datetime(2021, 8, 1, 12, 10)  # ten minutes after the lot came, by the site's clock


@pytest.fixture
def practice(journal: Journal, laptop: Laptop) -> Practice:
    made = stocked(journal)
    laptop.clock.pass_s(5 * 24 * 3600)
    return made


def written(folder: Path, values: Sequence[str], name: str = "logger.csv") -> Path:
    lines = ["time,temp"]
    for number, value in enumerate(values):
        lines.append(f"{DAWN + timedelta(minutes=number):%Y-%m-%d %H:%M:%S},{value}")
    file = folder / name
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def kept(practice: Practice) -> list[int]:
    since = practice.clock.now() - timedelta(days=30)
    return [
        one.tenths for s in temperatures.all_series(practice.journal, since) for one in s.readings
    ]


def test_a_file_is_taken_over_and_its_excursion_holds_the_lot(
    practice: Practice, tmp_path: Path
) -> None:
    file = written(tmp_path, ["4.6", "9.0", *["9.5"] * 20, "5.0", "4.6"])
    came = import_temperatures(practice, BOX, file, user=USER)
    assert (came.lines, came.added, came.already_here, came.bad) == (24, 24, 0, ())
    assert [one.lot for one in came.held] == [BIBP]
    assert lots.lot_state(practice.journal, BIBP.vaccine_id, BIBP.lot_number) is LotState.HELD
    assert verify(practice.journal).ok


def test_the_same_file_twice_adds_nothing(practice: Practice, tmp_path: Path) -> None:
    file = written(tmp_path, ["4.6", "4.7", "bad", "4.8"])
    import_temperatures(practice, BOX, file, user=USER)
    before = practice.journal.head()
    again = import_temperatures(practice, BOX, file, user=USER)
    assert (again.added, again.already_here, len(again.bad)) == (0, 3, 1)
    assert practice.journal.head() == before


def test_a_longer_export_of_the_same_logger_adds_what_is_new(
    practice: Practice, tmp_path: Path
) -> None:
    import_temperatures(practice, BOX, written(tmp_path, ["4.6"] * 3), user=USER)
    came = import_temperatures(practice, BOX, written(tmp_path, ["4.6"] * 5), user=USER)
    assert (came.added, came.already_here) == (2, 3)


def test_a_cancelled_import_keeps_what_it_has_and_goes_on_the_next_time(
    practice: Practice, tmp_path: Path
) -> None:
    file = written(tmp_path, ["4.6"] * (READINGS_A_FACT * 8))
    seen: list[tuple[int, int]] = []
    came = import_temperatures(
        practice,
        BOX,
        file,
        user=USER,
        progress=lambda done, of: seen.append((done, of)),
        cancelled=lambda: bool(seen),
    )
    assert came.cancelled and len(kept(practice)) == came.added == seen[0][0]
    rest = import_temperatures(practice, BOX, file, user=USER)
    assert rest.added == READINGS_A_FACT * 8 - came.added
    assert len(kept(practice)) == READINGS_A_FACT * 8


def test_a_fridge_tag_brings_its_own_minutes_once(
    journal: Journal, laptop: Laptop, tmp_path: Path
) -> None:
    practice = stocked(journal)
    laptop.clock.pass_s(5 * 24 * 3600)
    file = tmp_path / "tag.txt"
    report = REPORT.replace("2026-11-27", "2021-08-03").replace("2026-11-26", "2021-08-02")
    file.write_text(report, encoding="utf-8")
    came = import_temperatures(practice, BOX, file, user=USER)
    assert [(one.reason, one.excursion.minutes) for one in came.held] == [
        ("frozen", 90),
        ("too-warm", 180),
    ]
    before = journal.head()
    assert import_temperatures(practice, BOX, file, user=USER).added == 0
    assert journal.head() == before


def test_a_file_without_one_good_line_is_told_and_adds_nothing(
    journal: Journal, tmp_path: Path
) -> None:
    file = tmp_path / "future.csv"
    file.write_text("time,temp\n2030-01-01 07:00,4.6\n", encoding="utf-8")
    came = import_temperatures(practice_on(journal), BOX, file, user=USER)
    assert (came.lines, came.added, came.first, came.last) == (1, 0, None, None)
