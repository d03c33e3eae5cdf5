"""`fieldapp programme test`: every case is answered, a broken one in words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from fieldapp.actions.programme import (
    CaseResult,
    UnknownProgramme,
    UnreadableCases,
    load_programme,
    load_programmes,
    run_cases,
)

SAMPLE = Path(__file__).parent.parent / "data" / "forecast_cases.json"
CASES = {case["id"]: case for case in json.loads(SAMPLE.read_text(encoding="utf-8"))["cases"]}


@pytest.mark.parametrize("result", run_cases(SAMPLE), ids=lambda result: str(result.id))
def test_every_sample_case_passes(result: CaseResult) -> None:
    assert result.got == result.expected
    assert result.passed


def run(tmp_path: Path, *cases: object) -> list[CaseResult]:
    """These cases, from a file."""
    file = tmp_path / "cases.json"
    file.write_text(json.dumps({"cases": cases}), encoding="utf-8")
    return run_cases(file)


def changed(**fields: object) -> dict[str, object]:
    """The first sample case with other fields; None takes a field away."""
    case = {**CASES["FC-003"], **fields}
    return {name: value for name, value in case.items() if value is not None}


def test_a_case_that_disagrees_fails_and_shows_both_answers(tmp_path: Path) -> None:
    expected = {**CASES["FC-003"]["expected"], "earliest": "2021-04-15"}
    (result,) = run(tmp_path, changed(expected=expected))
    shown = result.as_json()
    assert (shown["id"], shown["result"], shown["pass"]) == ("FC-003", "fail", False)
    assert shown["expected"] == expected
    assert result.got["earliest"] == "2021-04-22"


def test_a_case_may_expect_only_some_fields(tmp_path: Path) -> None:
    (result,) = run(tmp_path, changed(expected={"eligible": False, "reason": "TOO_EARLY"}))
    assert result.passed


@pytest.mark.parametrize(
    ("case", "names"),
    [
        (7, "not an object"),
        (changed(expected=None), "expected:"),
        (changed(expected={}), "expected:"),
        (changed(rule_set=None), "rule_set:"),
        (changed(rule_set="mars"), "rule_set: must be one of cn-nhc-2021-03-29"),
        (changed(series="who-nonsense"), "series:"),
        (changed(series=3), "series:"),
        (changed(product=None), "product:"),
        (changed(visit_product=[]), "visit_product:"),
        (changed(visit_date=None), "visit_date:"),
        (changed(visit_date="14 April"), "visit_date: must be a date"),
        (changed(visit_date="2021-02-30"), "visit_date: must be a date"),
        (changed(birth_date=1980), "birth_date:"),
        (changed(prior_doses="none"), "prior_doses:"),
        (changed(prior_doses=[{"n": 1}]), r"prior_doses\[0\].date:"),
        (
            changed(prior_doses=[{"n": 1, "date": "2021-04-01", "product": None}]),
            r"prior_doses\[0\].product:",
        ),
        (changed(other_vaccines=[4]), "other_vaccines:"),
        (changed(conditions=["fever"]), "conditions:"),
        (changed(conditions={"fever": "yes"}), "conditions.fever:"),
        (changed(conditions={"infection_date": "soon"}), "conditions.infection_date:"),
    ],
)
def test_a_malformed_case_fails_naming_the_field_and_the_rest_still_runs(
    tmp_path: Path, case: object, names: str
) -> None:
    broken, good = run(tmp_path, case, CASES["FC-005"])
    assert not broken.passed
    assert names.replace("\\", "") in str(broken.got["error"])
    assert good.passed


def test_an_unknown_birth_date_may_be_null_or_absent(tmp_path: Path) -> None:
    for case in (changed(birth_date=None), {**CASES["FC-003"], "birth_date": None}):
        (result,) = run(tmp_path, case)
        assert result.got["reason"] == "NEEDS_CLINICAL_REVIEW"


def test_a_bare_list_of_cases_and_a_byte_order_mark_are_read(tmp_path: Path) -> None:
    file = tmp_path / "cases.json"
    file.write_text("\ufeff" + json.dumps([CASES["FC-003"]]), encoding="utf-8")
    assert [result.passed for result in run_cases(file)] == [True]


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"7", b'{"cases": 3}', b"[" * 100_000])
def test_a_file_that_is_no_case_file_is_refused_in_words(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "cases.json"
    file.write_bytes(content)
    with pytest.raises(UnreadableCases, match=r"cases\.json"):
        run_cases(file)
    with pytest.raises(UnreadableCases, match="absent"):
        run_cases(tmp_path / "absent.json")


def test_the_programmes_of_this_release_are_found_by_id() -> None:
    assert [p.id for p in load_programmes()] == ["cn-nhc-2021-03-29", "who", "who-sage-2021"]
    assert load_programme("who").id == "who"


@pytest.mark.parametrize("name", ["mars", "", "../catalogue/vaccines", "who.json"])
def test_a_programme_that_is_not_there_is_named(name: str) -> None:
    with pytest.raises(UnknownProgramme):
        load_programme(name)
