"""Published cases are run and counted; every made-up case by reason passes."""

from __future__ import annotations

from pathlib import Path

import pytest

from fieldapp.actions.published_cases import Outcome, Verdict, run_published_cases

FOLDER = Path(__file__).parents[1] / "data" / "cdsi"
CASES = FOLDER / "cases.csv"


@pytest.mark.parametrize("outcome", run_published_cases(CASES, FOLDER), ids=lambda one: one.case)
def test_every_made_up_case_passes(outcome: Outcome) -> None:
    assert (outcome.verdict, outcome.why) == (Verdict.PASSED, "")


def changed(tmp_path: Path, right: str, wrong: str) -> list[Outcome]:
    """The outcomes that are not passed, after a change in the cases."""
    text = CASES.read_text(encoding="utf-8")
    assert right in text
    (tmp_path / "cases.csv").write_text(text.replace(right, wrong), encoding="utf-8")
    outcomes = run_published_cases(tmp_path / "cases.csv", FOLDER)
    return [one for one in outcomes if one.verdict is not Verdict.PASSED]


def test_a_case_that_differs_fails_with_both_values(tmp_path: Path) -> None:
    (one,) = changed(
        tmp_path, "02/21/2025,03/10/2025,05/07/2025,Sunpox,01/10/2025", ",,,Sunpox,01/10/2025"
    )
    assert (one.case, one.group, one.verdict) == ("AGE-1", "Sunpox", Verdict.FAILED)
    assert "earliest: 2025-02-21, expected nothing" in one.why


def test_a_case_that_the_data_itself_explains_is_no_failure(tmp_path: Path) -> None:
    (one,) = changed(tmp_path, "1,07/01/2025,07/01/2025,,Rain", "2,07/01/2025,07/01/2025,,Rain")
    assert (one.case, one.verdict) == ("SEASON-2", Verdict.EXPLAINED)
    assert "whole course" in one.why
    assert one.as_json()["result"] == "explained"


def test_a_case_that_cannot_be_read_fails_and_stops_nothing(tmp_path: Path) -> None:
    (one,) = changed(tmp_path, '"Newborn, no dose",01/10/2025', '"Newborn, no dose",soon')
    assert (one.case, one.verdict) == ("AGE-1", Verdict.FAILED)
    assert one.why.startswith("dob:")


def test_a_group_that_the_data_does_not_have_fails(tmp_path: Path) -> None:
    (one,) = changed(
        tmp_path,
        "Contraindicated,,,,,,,,,,,,,,,,,,,,,-,,,,Sunpox",
        "Contraindicated,,,,,,,,,,,,,,,,,,,,,-,,,,Snow",
    )
    assert one.why == "vaccine_group: Snow is not in the supporting data"
