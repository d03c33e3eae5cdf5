"""How a case of a forecast-cases/1 file is written: read into a question, and the answer in the
same words. Judges nothing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from fieldapp.domain.schedule.case import Case, Evaluation, Forecast, PriorDose


class CaseMalformed(ValueError):
    """A case that cannot be run; the text begins with the name of the field."""


def read_case(item: Mapping[str, object]) -> Case:
    """A question from one object of the file. Raises CaseMalformed naming the field."""
    conditions = _conditions(item)
    infected = conditions.get("infection_date")
    return Case(
        visit=_day(item.get("visit_date"), "visit_date"),
        birth_date=_optional_day(item.get("birth_date"), "birth_date"),
        product=_text(item.get("product"), "product"),
        visit_product=_optional_text(item.get("visit_product"), "visit_product"),
        prior=_doses(item, "prior_doses"),
        other=_doses(item, "other_vaccines"),
        conditions=frozenset(name for name, value in conditions.items() if value is True),
        infection_date=_optional_day(infected, "conditions.infection_date"),
        series_id=_optional_text(item.get("series"), "series"),
    )


def as_expected(answer: Forecast, item: Mapping[str, object]) -> dict[str, object]:
    """The answer in the shape of a case's `expected`."""
    numbers = [
        dose.get("n", place) for place, dose in enumerate(_objects(item, "prior_doses"), start=1)
    ]
    return {
        "eligible": answer.eligible,
        "reason": answer.reason,
        "dose_number": answer.dose_number,
        "earliest": _written(answer.earliest),
        "due": _written(answer.due),
        "latest": _written(answer.latest),
        "overdue": answer.overdue,
        "series_status": "complete" if answer.complete else "not_complete",
        "warnings": list(answer.warnings),
        "prior": list(map(_evaluation, numbers, answer.evaluations)),
    }


def _evaluation(number: object, evaluation: Evaluation) -> dict[str, object]:
    return {"n": number, "validity": evaluation.validity.value, "reason": evaluation.reason}


def _conditions(item: Mapping[str, object]) -> Mapping[str, object]:
    conditions = item.get("conditions") or {}
    if not isinstance(conditions, dict):
        raise CaseMalformed("conditions: must be an object")
    for name, value in conditions.items():
        if name not in ("infection_date", "sex") and not isinstance(value, bool | None):
            raise CaseMalformed(f"conditions.{name}: must be true or false")
    return conditions


def _doses(item: Mapping[str, object], field: str) -> tuple[PriorDose, ...]:
    return tuple(
        PriorDose(
            _day(dose.get("date"), f"{field}[{n}].date"),
            _text(dose.get("product"), f"{field}[{n}].product"),
        )
        for n, dose in enumerate(_objects(item, field))
    )


def _objects(item: Mapping[str, object], field: str) -> list[Mapping[str, object]]:
    value = item.get(field) or []
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise CaseMalformed(f"{field}: must be a list of objects")
    return value


def _day(value: object, field: str) -> date:
    try:
        return date.fromisoformat(_text(value, field))
    except ValueError as error:
        raise CaseMalformed(f"{field}: must be a date such as 2021-04-22") from error


def _optional_day(value: object, field: str) -> date | None:
    return None if value is None else _day(value, field)


def _text(value: object, field: str) -> str:
    if not isinstance(value, str) or not value:
        raise CaseMalformed(f"{field}: is missing or not a text")
    return value


def _optional_text(value: object, field: str) -> str | None:
    return None if value is None else _text(value, field)


def _written(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
