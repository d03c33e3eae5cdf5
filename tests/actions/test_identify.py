from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from fieldapp.actions.identify import answer_lines, as_json, identify_text
from fieldapp.domain.scan import KINDS, read_as

_FILE = Path(__file__).resolve().parent.parent / "data" / "id_cases.json"
FAMILY = json.loads(_FILE.read_text("utf-8"))
TODAY = date.fromisoformat(FAMILY["clock"])


def answer(case: object) -> dict[str, object]:
    (line,) = answer_lines([json.dumps(case) + "\n"], TODAY)
    answered = json.loads(line)
    assert isinstance(answered, dict)
    return answered


@pytest.mark.parametrize("case", FAMILY["cases"], ids=lambda case: case["id"])
def test_every_sample_case_is_answered_as_expected(case: dict[str, object]) -> None:
    names = ("id", "kind", "valid", "expected", "error", "warnings")
    asked = {name: case[name] for name in ("id", "kind", "input")}
    assert answer(asked) == {name: case[name] for name in names}


def test_every_kind_of_the_family_is_known() -> None:
    assert set(FAMILY["vocabulary"]["kind"]) <= KINDS


BAD: dict[str, object] = {"valid": False, "expected": None, "error": "BAD_CASE", "warnings": []}


@pytest.mark.parametrize(
    "line",
    ["not json", "[1]", "null", "[" * 100_000, '{"id": 1', "\ufeff{}x"],
)
def test_a_line_that_is_no_case_stops_nothing(line: str) -> None:
    good = json.dumps({"id": "A", "kind": "phone", "input": "13900000000"})
    bad, fine = (json.loads(text) for text in answer_lines([line, "\n", good], TODAY))
    assert bad == {"id": None, "kind": None, **BAD}
    assert fine["valid"] is True


@pytest.mark.parametrize(
    "case",
    [
        {"id": "A", "kind": "library-card", "input": "1"},
        {"id": "A", "kind": ["mrz"], "input": "1"},
        {"id": "A", "kind": "phone", "input": 13900000000},
        {"id": "A", "kind": "mrz", "input": ["P<UTO", 1]},
        {"id": "A", "kind": "mrz"},
        {"id": "A"},
    ],
)
def test_a_case_that_cannot_be_asked_is_named_as_bad(case: dict[str, object]) -> None:
    assert answer(case) == {"id": "A", "kind": case.get("kind"), **BAD}


def test_codes_scanned_one_after_another_show_the_one_used_twice() -> None:
    codes = ["81000010000000000001", "81000010000000000002", "81000 01000 00000 00001"]
    case = {"id": "A", "kind": "cn-trace-code", "input": codes}
    assert answer(case)["warnings"] == ["ALREADY_USED"]
    assert answer({**case, "input": codes[:2]})["warnings"] == []
    assert answer({**case, "input": []})["error"] == "EMPTY"


def test_one_text_is_answered_without_naming_a_kind() -> None:
    assert identify_text("13900000000", TODAY) == {
        "kind": "phone",
        "valid": True,
        "expected": {"e164": "+8613900000000"},
        "error": None,
        "warnings": [],
    }


def test_what_is_not_valid_has_no_fields() -> None:
    scan = read_as("taiwan-permit", "1", TODAY)
    assert as_json(scan)["expected"] is None


def test_answers_are_plain_ascii_whatever_the_console_can_show() -> None:
    (line,) = answer_lines(['{"id": "例", "kind": "name", "input": "王\\ud800"}'], TODAY)
    assert line.isascii() and json.loads(line)["expected"] == {"name": "王?"}
