"""The questions asked before every dose, and what an answer tells the schedule engine.

The questions are data (resources/screening/questions.json); what a condition means for a vaccine
is a rule of the programme. Screening starts unanswered: a question not asked is not a no.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date, timedelta

from fieldapp.domain.client import Sex
from fieldapp.domain.errors import FieldAppError


class QuestionsInvalid(FieldAppError):
    """The screening file cannot be used."""

    happened = "The screening questions cannot be used: {where} is missing or wrong."
    safe = "Nothing recorded is affected."
    next_step = "Restore the file resources/screening/questions.json of this release."


@dataclass(frozen=True, slots=True)
class Question:
    """One question; yes sets `condition`, and the programme says what that means.

    `always` is asked of everybody; the others only where the series has a rule on the condition.
    `sex` and the ages in years limit it to those it can concern. `wait_days`: a yes is over after
    so many days at the latest; None where no day can be named (until well, until a doctor says).
    """

    id: str
    condition: str
    text: Mapping[str, str]
    sex: Sex | None = None
    from_age: int = 0
    to_age: int = 200
    always: bool = True
    wait_days: int | None = None

    def applies_to(self, sex: Sex | None, age: int | None) -> bool:
        """Whether this person is asked; when sex or age is unknown, they are."""
        if self.sex is not None and sex is not None and sex is not self.sex:
            return False
        return age is None or self.from_age <= age <= self.to_age


def questions_for(
    questions: Sequence[Question],
    sex: Sex | None,
    birth_date: date | None,
    today: date,
    conditions: frozenset[str] = frozenset(),
) -> tuple[Question, ...]:
    """The questions for this person, in the order to ask them.

    `conditions` are those that the series in question has a rule on.
    """
    age = None if birth_date is None else age_in_years(birth_date, today)
    return tuple(
        question
        for question in questions
        if question.applies_to(sex, age) and (question.always or question.condition in conditions)
    )


def age_in_years(birth_date: date, today: date) -> int:
    """Completed years of life."""
    birthday_to_come = (today.month, today.day) < (birth_date.month, birth_date.day)
    return today.year - birth_date.year - birthday_to_come


def conditions_of(questions: Sequence[Question], answers: Mapping[str, bool]) -> frozenset[str]:
    """The conditions that the answered-yes questions set."""
    return frozenset(q.condition for q in questions if answers.get(q.id) is True)


def wait_until(
    questions: Sequence[Question], answers: Mapping[str, bool], deferring: Set[str], today: date
) -> date | None:
    """The day from which the yes answers that set these conditions no longer matter.

    None where one of them has no such day, or none was answered yes.
    """
    days = [q.wait_days for q in questions if answers.get(q.id) and q.condition in deferring]
    known = [number for number in days if number is not None]
    return today + timedelta(days=max(known)) if known and len(known) == len(days) else None


def unanswered(questions: Sequence[Question], answers: Mapping[str, bool]) -> tuple[str, ...]:
    """The ids of the questions still to ask."""
    return tuple(question.id for question in questions if question.id not in answers)


def parse_questions(document: Mapping[str, object]) -> tuple[Question, ...]:
    """Read a screening-questions/1 document. Raises QuestionsInvalid."""
    items = document.get("questions")
    if not isinstance(items, list):
        raise QuestionsInvalid(where="questions")
    return tuple(_question(number, item) for number, item in enumerate(items))


def _question(number: int, item: object) -> Question:
    where = f"questions[{number}]"
    match item:
        case {"id": str(name), "sets": str(condition), "text": {"en": str()} as text, **rest}:
            sex, first, last = _limits(where, rest.get("only"))
            always = rest.get("always", False)
            if not isinstance(always, bool):
                raise QuestionsInvalid(where=f"{where}.always")
            days = rest.get("wait_days")
            if not (days is None or (type(days) is int and days > 0)):
                raise QuestionsInvalid(where=f"{where}.wait_days")
            return Question(name, condition, text, sex, first, last, always, days)
    raise QuestionsInvalid(where=where)


def _limits(where: str, only: object) -> tuple[Sex | None, int, int]:
    match only:
        case None:
            return None, 0, 200
        case {"sex": ("F" | "M" | "X") as sex, "from_age": int(first), "to_age": int(last)}:
            return Sex(sex), first, last
    raise QuestionsInvalid(where=f"{where}.only")
