"""ImmunizationRecommendation: of every course that somebody began, what the programme says next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from fieldapp.domain.adverse_event import conditions_after
from fieldapp.domain.due import begun
from fieldapp.domain.schedule.advice import Advice, Person, Verdict
from fieldapp.domain.schedule.case import Forecast
from fieldapp.domain.schedule.history import doses_given
from fieldapp.domain.schedule.programme import Series
from fieldapp.reports.fhir import products
from fieldapp.reports.fhir.records import Ground, PersonTold
from fieldapp.reports.fhir.values import (
    OWN,
    Json,
    coding,
    concept,
    contested,
    filled,
    reference,
    system,
    text,
)

RECOMMENDATION = "urn:fieldapp:recommendation"
"""The system of its identifiers: one a person, replaced whenever it is made anew."""
_LOINC = "http://loinc.org"
_EARLIEST, _DUE, _LATEST = "30981-5", "30980-7", "59777-3"


def recommendation(person: PersonTold, ground: Ground, today: date) -> Json | None:
    """As of today; None for somebody who began no course of the programme."""
    doubt = person.contest or next((dose.contest for dose in person.doses if dose.contest), None)
    listed = list(_recommended(person, ground, today))
    if not listed:
        return None
    patient = person.client.client_id
    return filled(
        {
            "resourceType": "ImmunizationRecommendation",
            "id": patient.hex(),
            "meta": contested(doubt),
            "identifier": [{"system": RECOMMENDATION, "value": patient.hex()}],
            "patient": reference("Patient", patient),
            "date": today.isoformat(),
            "authority": {"display": text(ground.programme.source) or ground.programme.id},
            "recommendation": listed,
        }
    )


def _recommended(person: PersonTold, ground: Ground, today: date) -> Iterator[Json]:
    details = person.client.details
    asked = Person(
        details.birth_date,
        doses_given(dose.event for dose in person.doses),
        details.sex,
        after_doses=conditions_after(person.reactions, ground.aefi),
        latest_birth_date=details.latest_birth_date,
    )
    for advice, series in begun(ground.programme, ground.catalogue, asked, today):
        yield _course(advice, series, ground)


def _course(advice: Advice, series: Series, ground: Ground) -> Json:
    answer, status = advice.forecast, _status(advice)
    dated = status in ("due", "overdue")
    against = products.diseases(ground.catalogue, advice.product)
    return filled(
        {
            "vaccineCode": [products.product(ground.catalogue, advice.product)],
            "targetDisease": against[0] if len(against) == 1 else None,
            "forecastStatus": _status_concept(status),
            "forecastReason": [concept([coding(OWN + "forecast-reason", answer.reason)])],
            "dateCriterion": list(_dates(answer)) if dated else None,
            "series": text(series.title.get("en", series.id)),
            "doseNumberPositiveInt": answer.dose_number if dated else None,
            "seriesDosesPositiveInt": len(series.doses) or None,
        }
    )


def _status(advice: Advice) -> str:
    """In FHIR's words; `clinical-review` is ours: no day can be said before somebody looked."""
    answer = advice.forecast
    if answer.complete:
        return "complete"
    given_today = answer.reason == "DUPLICATE_SAME_DAY"
    if advice.verdict is Verdict.DO_NOT_GIVE and not given_today:
        return "contraindicated"
    if answer.eligible is None or not list(_dates(answer)):
        return "clinical-review"
    return "overdue" if answer.overdue else "due"


def _status_concept(status: str) -> Json:
    ours = status == "clinical-review"
    of = OWN + "forecast-status" if ours else system("immunization-recommendation-status")
    return concept([coding(of, status)], status)


def _dates(answer: Forecast) -> Iterable[Json]:
    for code, day, words in (
        (_EARLIEST, answer.earliest, "Earliest date to give"),
        (_DUE, answer.due, "Date vaccine due"),
        (_LATEST, answer.latest, "Latest date to give"),
    ):
        if day is not None:
            yield {"code": concept([coding(_LOINC, code)], words), "value": day.isoformat()}
