"""Doubtful but real doses are taken, and each doubt is said with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from fieldapp.actions.backlog.doubts import Doubts
from fieldapp.journal.journal import Journal

from .made_up import import_it, row, write


def doubts(journal: Journal, tmp_path: Path, *rows: dict[str, str]) -> Doubts:
    """What is doubtful about these rows; every one of them is taken."""
    taken = import_it(journal, write(tmp_path / "backlog.csv", *rows))
    assert taken.accepted == len(rows)
    return taken.doubts


@pytest.mark.parametrize(
    ("second", "lines"),
    [("2021-04-23", (3,)), ("2021-04-29", (3,)), ("2021-04-30", ()), ("2021-07-09", ())],
)
def test_an_inactivated_dose_2_before_day_21_is_early(
    second: str, lines: tuple[int, ...], journal: Journal, tmp_path: Path
) -> None:
    assert doubts(journal, tmp_path, row(), row(given_at=second)).early == lines


def test_rows_may_stand_in_any_order(journal: Journal, tmp_path: Path) -> None:
    later, sooner = row(given_at="2021-04-20"), row(given_at="2021-04-09")
    assert doubts(journal, tmp_path, later, sooner).early == (2,)


def test_a_dose_of_the_journal_counts_when_a_later_file_is_judged(
    journal: Journal, tmp_path: Path
) -> None:
    assert doubts(journal, tmp_path, row()).early == ()
    assert doubts(journal, tmp_path, row(given_at="2021-04-20")).early == (2,)


def test_two_people_of_one_name_are_not_judged_together(journal: Journal, tmp_path: Path) -> None:
    other = row(given_at="2021-04-20", phone="13900000000")
    assert doubts(journal, tmp_path, row(), other).early == ()


@pytest.mark.parametrize(
    ("expiry", "lines"),
    [("2021-04-08", (2,)), ("2021-04-09", ()), ("", ())],
)
def test_a_lot_is_expired_from_the_day_after_its_last_usable_day(
    expiry: str, lines: tuple[int, ...], journal: Journal, tmp_path: Path
) -> None:
    assert doubts(journal, tmp_path, row(expiry=expiry)).expired_lot == lines


@pytest.mark.parametrize(
    ("second", "lines"),
    [
        ("2021-04-09T09:00", (3,)),
        ("2021-04-09T16:00", (3,)),
        ("2021-04-10T08:00", (3,)),
        ("2021-04-11T08:00", ()),
    ],
)
def test_the_same_vaccine_the_same_or_the_next_day_may_be_one_dose_written_twice(
    second: str, lines: tuple[int, ...], journal: Journal, tmp_path: Path
) -> None:
    assert doubts(journal, tmp_path, row(), row(given_at=second)).possible_double == lines


def test_a_dose_recorded_at_the_desk_and_again_on_paper_is_a_possible_double(
    journal: Journal, tmp_path: Path
) -> None:
    doubts(journal, tmp_path, row())
    again = row(given_at="2021-04-09T17:30")
    assert doubts(journal, tmp_path, again).possible_double == (2,)


def test_a_dose_not_given_raises_no_doubt(journal: Journal, tmp_path: Path) -> None:
    found = doubts(
        journal,
        tmp_path,
        row(),
        row(status="not-given", reason="too-early", given_at="2021-04-10", expiry="2021-01-01"),
    )
    assert found == Doubts((), (), ())
