"""Questions that need no journal: what a scan is, and whether a programme gives these answers."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Run

DATA = Path(__file__).parents[1] / "data"
SCAN = "11010519491231002X"
KEYS = {"kind", "valid", "expected", "error", "warnings"}
Type = Callable[[bytes], None]


def test_a_scan_is_named_with_all_that_it_says(run: Run) -> None:
    said = run("identify", SCAN, "--json", "--today", "2021-08-01")
    assert (said.code, said.err) == (0, "")
    assert set(said.json) == KEYS
    assert (said.json["kind"], said.json["valid"]) == ("cn-resident-id", True)
    assert said.json["expected"]["birth_date"] == "1949-12-31"


def test_a_scan_that_is_not_valid_is_an_answer_not_a_failure(run: Run) -> None:
    said = run("identify", "110105194912310021", "--json")
    assert said.code == 0
    assert (said.json["valid"], said.json["expected"]) == (False, None)
    assert said.json["error"]


def test_a_person_reads_the_same_in_words(run: Run) -> None:
    said = run("identify", SCAN)
    assert said.out.splitlines()[0] == "cn-resident-id: valid"
    assert "  birth_date: 1949-12-31" in said.out.splitlines()
    assert "not valid" in run("identify", "110105194912310021").out


def test_the_text_may_come_from_a_pipe_and_be_two_lines(run: Run, type_in: Type) -> None:
    zone = (
        b"P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\n"
        b"L898902C36UTO7408122F1204159ZE184226B<<<<<10\n"
    )
    type_in(zone)
    said = run("identify", "--json", "--today", "2011-08-01")
    assert (said.json["kind"], said.json["valid"]) == ("mrz", True)


def test_bytes_that_are_no_text_stop_nothing(run: Run, type_in: Type) -> None:
    type_in(b"\xff\xfe\x00")
    assert run("identify", "--json").code == 0


def test_every_line_is_answered_in_order_and_a_bad_one_stops_nothing(
    run: Run, type_in: Type
) -> None:
    good = [json.dumps({"id": n, "kind": "cn-resident-id", "input": SCAN}).encode() for n in (1, 2)]
    type_in(b"\n".join([good[0], b'{"id": 7', b"\xff\xff", b"[1]", b"", good[1]]) + b"\n")
    said = run("identify", "--lines", "--today", "2021-08-01")
    answers = [json.loads(line) for line in said.out.splitlines()]
    assert said.code == 0
    assert [answer["id"] for answer in answers] == [1, None, None, None, 2]
    assert [answer["valid"] for answer in answers] == [True, False, False, False, True]
    assert {answer["error"] for answer in answers[1:4]} == {"BAD_CASE"}


def test_every_sample_case_of_scans_is_answered_as_expected(run: Run, type_in: Type) -> None:
    document = json.loads((DATA / "id_cases.json").read_text(encoding="utf-8"))
    cases = document["cases"]
    type_in("\n".join(json.dumps(case) for case in cases).encode())
    today = document.get("today", "2026-07-25")
    answers = [
        json.loads(line) for line in run("identify", "--lines", "--today", today).out.splitlines()
    ]
    assert [answer["id"] for answer in answers] == [case["id"] for case in cases]
    assert [answer["valid"] for answer in answers] == [case["valid"] for case in cases]


def test_a_programme_that_answers_every_case_ends_with_0(run: Run) -> None:
    said = run("programme", "test", DATA / "forecast_cases.json", "--json")
    assert (said.code, said.err) == (0, "")
    assert all(set(one) >= {"id", "pass", "got", "expected"} for one in said.json)
    assert all(one["pass"] is True for one in said.json)


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_one_case_that_disagrees_ends_with_1_and_names_it(
    form: list[str], run: Run, tmp_path: Path
) -> None:
    cases = json.loads((DATA / "forecast_cases.json").read_text(encoding="utf-8"))["cases"][:3]
    cases[1]["expected"]["reason"] = "NONSENSE"
    file = tmp_path / "cases.json"
    file.write_text(json.dumps({"cases": cases}), encoding="utf-8")
    said = run("programme", "test", file, *form)
    assert said.code == 1
    assert said.err == "fieldapp: 1 of 3 cases fail\n"
    assert cases[1]["id"] in said.out


def test_a_case_file_that_is_missing_is_said_in_one_line(run: Run, tmp_path: Path) -> None:
    said = run("programme", "test", tmp_path / "gone.json")
    assert (said.code, said.out) == (1, "")
    assert "gone.json" in said.err
    assert said.err.count("\n") == 1


CDSI = DATA / "cdsi"


def test_published_cases_are_counted_by_vaccine_group(run: Run) -> None:
    said = run("programme", "test", str(CDSI / "cases.csv"), "--cdsi", str(CDSI))
    assert said.code == 0
    assert "Moon-Star: 6 passed, 0 explained, 0 failed" in said.out.splitlines()
    assert said.out.splitlines()[-1] == "31 cases: 31 passed, 0 explained, 0 failed"


def test_a_published_case_that_fails_is_told_with_its_reason(run: Run, tmp_path: Path) -> None:
    text = (CDSI / "cases.csv").read_text(encoding="utf-8")
    (tmp_path / "cases.csv").write_text(text.replace("Immune,", "Complete,"), encoding="utf-8")
    said = run("programme", "test", str(tmp_path / "cases.csv"), "--cdsi", str(CDSI))
    assert said.code == 1
    assert "  IMMUNE-1 failed: status: Immune, expected Complete" in said.out.splitlines()
    assert "1 of 31 cases fail" in said.err


def test_published_cases_are_told_as_json(run: Run) -> None:
    said = run("programme", "test", str(CDSI / "cases.csv"), "--cdsi", str(CDSI), "--json")
    assert {case["result"] for case in said.json} == {"passed"}
