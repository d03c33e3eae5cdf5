"""The verbs: load the catalogue and the programmes, and run a programme against a file of cases."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from fieldapp.domain.errors import FieldAppError
from fieldapp.domain.schedule.case import Case, Evaluation, Forecast, PriorDose
from fieldapp.domain.schedule.forecast import forecast
from fieldapp.domain.schedule.programme import Programme, parse_programme
from fieldapp.domain.vaccine import Catalogue, parse_catalogue
from fieldapp.resource_files import resource_path


class UnknownProgramme(FieldAppError):
    """No file of this name in resources/schedules."""

    happened = "There is no programme called {name}."
    safe = "Nothing was decided."
    next_step = "See the files in resources/schedules."


class UnreadableCases(FieldAppError):
    """The case file as a whole is not one."""

    happened = "The case file {file} cannot be read: {why}."
    safe = "Nothing was tested."
    next_step = 'Give a JSON file with a list "cases".'


@dataclass(frozen=True, slots=True)
class CaseResult:
    """One case: what the engine said beside what was expected."""

    id: str
    passed: bool
    got: Mapping[str, object]
    expected: Mapping[str, object]

    def as_json(self) -> dict[str, object]:
        """The object that `fieldapp programme test --json` prints for this case."""
        outcome = "pass" if self.passed else "fail"
        return {"id": self.id, "result": outcome, "pass": self.passed, "got": dict(self.got),
                "expected": dict(self.expected)}  # fmt: skip


def load_catalogue() -> Catalogue:
    """The vaccine catalogue of this release."""
    text = resource_path("catalogue", "vaccines.json").read_text(encoding="utf-8")
    return parse_catalogue(json.loads(text))


def load_programme(name: str) -> Programme:
    """A programme by its id. Raises UnknownProgramme or ProgrammeInvalid."""
    try:
        text = resource_path("schedules", f"{name}.json").read_text(encoding="utf-8")
    except OSError as error:
        raise UnknownProgramme(name=name) from error
    return parse_programme(json.loads(text))


def run_cases(path: Path) -> list[CaseResult]:
    """Run a forecast-cases/1 file. An unreadable case fails with words and stops nothing."""
    try:
        document = json.loads(path.read_text(encoding="utf-8-sig"))
        cases = document["cases"] if isinstance(document, dict) else document
    except OSError as error:
        raise UnreadableCases(file=path.name, why=error.strerror or "not readable") from error
    except (ValueError, KeyError) as error:
        raise UnreadableCases(file=path.name, why="it is not JSON with a list of cases") from error
    if not isinstance(cases, list):
        raise UnreadableCases(file=path.name, why="its cases are not a list")
    catalogue, programmes = load_catalogue(), _Programmes()
    return [_run(catalogue, programmes, number, item) for number, item in enumerate(cases, 1)]


class _Programmes(dict[str, Programme]):
    """Loads each programme once."""

    def __missing__(self, name: str) -> Programme:
        self[name] = load_programme(name)
        return self[name]


def _run(catalogue: Catalogue, programmes: _Programmes, number: int, item: object) -> CaseResult:
    if not isinstance(item, dict):
        return CaseResult(f"case {number}", False, {"error": "the case is not an object"}, {})
    name, expected = str(item.get("id", f"case {number}")), item.get("expected")
    if not isinstance(expected, dict):
        return CaseResult(name, False, {"error": "expected is missing"}, {})
    try:
        answer = forecast(programmes[str(item["rule_set"])], catalogue, read_case(item))
    except KeyError as error:
        return CaseResult(name, False, {"error": f"{error.args[0]} is missing"}, expected)
    except (FieldAppError, ValueError, TypeError, AttributeError) as error:
        return CaseResult(name, False, {"error": str(error)}, expected)
    got = as_expected(answer, item)
    return CaseResult(name, got == expected, got, expected)


def read_case(item: Mapping[str, object]) -> Case:
    """A Case from one object of a forecast-cases/1 file. Raises KeyError, ValueError, TypeError."""
    conditions = _object(item.get("conditions") or {})
    born, infected = item.get("birth_date"), conditions.get("infection_date")
    visit_product, series = item.get("visit_product"), item.get("series")
    return Case(
        visit=_day(item["visit_date"]),
        birth_date=None if born is None else _day(born),
        product=str(item["product"]),
        visit_product=None if visit_product is None else str(visit_product),
        prior=tuple(map(_dose, _list(item.get("prior_doses") or []))),
        other=tuple(map(_dose, _list(item.get("other_vaccines") or []))),
        conditions=frozenset(name for name, value in conditions.items() if value is True),
        infection_date=None if infected is None else _day(infected),
        series_id=None if series is None else str(series),
    )


def as_expected(answer: Forecast, item: Mapping[str, object]) -> dict[str, object]:
    """The answer in the shape of a case's `expected`."""
    numbers = [_object(dose).get("n") for dose in _list(item.get("prior_doses") or [])]
    prior = map(_evaluation, numbers, answer.evaluations)
    return {
        "eligible": answer.eligible,
        "reason": answer.reason,
        "dose_number": answer.dose_number,
        "earliest": _text(answer.earliest),
        "due": _text(answer.due),
        "latest": _text(answer.latest),
        "overdue": answer.overdue,
        "series_status": "complete" if answer.complete else "not_complete",
        "warnings": list(answer.warnings),
        "prior": list(prior),
    }


def _evaluation(number: object, evaluation: Evaluation) -> dict[str, object]:
    return {"n": number, "validity": evaluation.validity.value, "reason": evaluation.reason}


def _dose(item: object) -> PriorDose:
    dose = _object(item)
    return PriorDose(_day(dose["date"]), str(dose["product"]))


def _day(value: object) -> date:
    return date.fromisoformat(str(value))


def _text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _object(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise TypeError(f"{value!r} is not an object")
    return value


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError(f"{value!r} is not a list")
    return value
