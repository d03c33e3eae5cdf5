"""The verbs: load the catalogue, the programmes and the questions of this release, and run a
programme against a file of cases. How a case is written is `programme_case.py`'s business."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fieldapp.actions.programme_case import CaseMalformed, as_expected, read_case
from fieldapp.domain.errors import FieldAppError
from fieldapp.domain.schedule.forecast import NoSeries, forecast
from fieldapp.domain.schedule.programme import Programme
from fieldapp.domain.schedule.programme_file import parse_programme
from fieldapp.domain.schedule.reader import ProgrammeInvalid
from fieldapp.domain.screening import Question, QuestionsInvalid, parse_questions
from fieldapp.domain.vaccine import Catalogue, CatalogueInvalid, parse_catalogue
from fieldapp.resource_files import resource_path

DEFAULT_PROGRAMME = "cn-nhc-2021-03-29"
"""What teams follow unless they are told otherwise."""


class UnknownProgramme(FieldAppError):
    """No file of this name in resources/schedules."""

    happened = "There is no programme called {name}."
    safe = "Nothing was decided."
    next_step = "See the files in resources/schedules."


class UnreadableCases(FieldAppError):
    """The case file as a whole is not one."""

    happened = "The case file {file} cannot be read: {why}."
    safe = "Nothing was tested."
    next_step = 'Give a JSON file with a list "cases", or CDC workbook cases with --cdsi FOLDER.'


@dataclass(frozen=True, slots=True)
class CaseResult:
    """One case: what the engine said beside what was expected.

    For a case that could not be run, `got` holds only `error`, which names the field.
    """

    id: str
    passed: bool
    got: Mapping[str, object]
    expected: Mapping[str, object]

    def as_json(self) -> dict[str, object]:
        """The object that `fieldapp programme test --json` prints for this case."""
        return {
            "id": self.id,
            "result": "pass" if self.passed else "fail",
            "pass": self.passed,
            "got": dict(self.got),
            "expected": dict(self.expected),
        }


def load_catalogue() -> Catalogue:
    """The vaccine catalogue of this release. Raises CatalogueInvalid."""
    try:
        return parse_catalogue(_object_in(resource_path("catalogue", "vaccines.json")))
    except (OSError, ValueError) as error:
        raise CatalogueInvalid(product="the file", field="its content") from error


def load_questions() -> tuple[Question, ...]:
    """The screening questions of this release. Raises QuestionsInvalid."""
    try:
        return parse_questions(_object_in(resource_path("screening", "questions.json")))
    except (OSError, ValueError) as error:
        raise QuestionsInvalid(where="the file's content") from error


def load_programme(name: str) -> Programme:
    """A programme by its id. Raises UnknownProgramme or ProgrammeInvalid."""
    for path in _programme_files():
        if path.stem == name:
            return _programme(path)
    raise UnknownProgramme(name=name)


def load_programmes() -> list[Programme]:
    """Every programme of this release, by id. Raises ProgrammeInvalid."""
    return [_programme(path) for path in _programme_files()]


def _programme_files() -> list[Path]:
    return sorted(resource_path("schedules").glob("*.json"), key=lambda path: path.stem)


def _programme(path: Path) -> Programme:
    try:
        programme = parse_programme(_object_in(path))
    except ValueError as error:
        raise ProgrammeInvalid(programme=path.stem, where="the file", why=str(error)) from error
    if programme.id != path.stem:
        raise ProgrammeInvalid(
            programme=path.stem, where="programme.id", why="must be the file's name"
        )
    return programme


def run_cases(path: Path) -> list[CaseResult]:
    """Run a forecast-cases/1 file. A case that cannot be read fails with words and stops nothing.

    Raises UnreadableCases when the file as a whole is none.
    """
    catalogue = load_catalogue()
    programmes = {programme.id: programme for programme in load_programmes()}
    return [
        _run(catalogue, programmes, number, item) for number, item in enumerate(_cases(path), 1)
    ]


def _cases(path: Path) -> list[object]:
    try:
        document: Any = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise UnreadableCases(file=path.name, why=error.strerror or "not readable") from error
    except (ValueError, RecursionError) as error:
        raise UnreadableCases(file=path.name, why="it is not JSON in UTF-8") from error
    cases = document.get("cases") if isinstance(document, dict) else document
    if not isinstance(cases, list):
        raise UnreadableCases(file=path.name, why="it has no list of cases")
    return cases


def _run(
    catalogue: Catalogue, programmes: Mapping[str, Programme], number: int, item: object
) -> CaseResult:
    if not isinstance(item, dict):
        return _not_run(f"case {number}", {}, "the case is not an object")
    name, expected = str(item.get("id", f"case {number}")), item.get("expected")
    if not isinstance(expected, dict) or not expected:
        return _not_run(name, {}, "expected: is missing or not an object")
    programme = programmes.get(str(item.get("rule_set")))
    if programme is None:
        return _not_run(name, expected, "rule_set: must be one of " + ", ".join(programmes))
    try:
        got = as_expected(forecast(programme, catalogue, read_case(item)), item)
    except CaseMalformed as error:
        return _not_run(name, expected, str(error))
    except NoSeries as error:
        return _not_run(name, expected, f"series: {error.happened}")
    agreed = all(key in got and got[key] == value for key, value in expected.items())
    return CaseResult(name, agreed, got, expected)


def _not_run(name: str, expected: Mapping[str, object], why: str) -> CaseResult:
    return CaseResult(name, False, {"error": why}, expected)


def _object_in(path: Path) -> dict[str, object]:
    document = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(document, dict):
        raise ValueError("is not an object")
    return document
