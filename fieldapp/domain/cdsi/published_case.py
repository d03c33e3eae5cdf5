"""A test case as CDC publishes it, and where our answer differs from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from fieldapp.domain.cdsi.assess import GroupAnswer, assess, groups_of
from fieldapp.domain.cdsi.forecast import SeriesStatus
from fieldapp.domain.cdsi.person import Given, Person
from fieldapp.domain.cdsi.supporting_data import SupportingData, VaccineGroup
from fieldapp.domain.cdsi.track import Judged, Status


@dataclass(frozen=True, slots=True)
class ExpectedDose:
    """What a case expects of a given dose; the workbook names one reason, if any."""

    place: int
    status: Status
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PublishedCase:
    """One case: the question, and what is expected of the answer."""

    id: str
    name: str
    group: str
    person: Person
    today: date
    status: SeriesStatus
    doses: tuple[ExpectedDose, ...] = ()
    dose_number: int | None = None
    earliest: date | None = None
    recommended: date | None = None
    past_due: date | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing on which we and the case do not agree; `place` is that of the dose it is about."""

    what: str
    got: str
    expected: str
    place: int | None = None

    def __str__(self) -> str:
        about = f"dose {self.place} " if self.place else ""
        return f"{about}{self.what}: {self.got}, expected {self.expected}"


def answer_to(data: SupportingData, group: VaccineGroup, case: PublishedCase) -> GroupAnswer:
    """Our answer to a case's question."""
    return assess(data, group, case.person, case.today)


def differences(
    data: SupportingData, case: PublishedCase, answer: GroupAnswer
) -> tuple[Difference, ...]:
    """Everything on which an answer differs from what the case expects."""
    pairs = (
        ("status", answer.status.value, case.status.value),
        ("earliest", answer.earliest, case.earliest),
        ("recommended", answer.recommended, case.recommended),
        ("past due", answer.past_due, case.past_due),
        ("dose number", answer.dose_number, case.dose_number),
    )
    found = [
        Difference(what, _written(got), _written(expected))
        for what, got, expected in pairs
        if got != expected
    ]
    judged = {one.dose: one for one in answer.judged}
    doses = {dose.place: dose for dose in case.person.doses}
    for expected in case.doses:
        dose = doses[expected.place]
        one = judged.get(dose) or _judged_elsewhere(data, case, dose)
        found += _of_dose(expected, one)
    return tuple(found)


def _judged_elsewhere(data: SupportingData, case: PublishedCase, dose: Given) -> Judged | None:
    """A dose of another vaccine in the history is judged in its own group."""
    for group in groups_of(data, dose.cvx):
        for one in assess(data, group, case.person, case.today).judged:
            if one.dose == dose:
                return one
    return None


def _of_dose(expected: ExpectedDose, judged: Judged | None) -> Iterator[Difference]:
    place = expected.place
    if judged is None:
        yield Difference("is", "not judged", expected.status.value, place)
    elif judged.status is not expected.status:
        got = " ".join(filter(None, (judged.status.value, *(r.value for r in judged.reasons))))
        yield Difference("is", got, f"{expected.status.value} {expected.reason}".strip(), place)
    elif expected.reason.lower() not in {reason.value.lower() for reason in judged.reasons} | {""}:
        got = ", ".join(reason.value for reason in judged.reasons)
        yield Difference("because of", got, expected.reason, place)


def _written(value: object) -> str:
    return "nothing" if value is None else str(value)
