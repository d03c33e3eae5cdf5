"""What somebody typed, read: numbers of doses become whole vials, and what cannot be is named.

Cells are named by what they are and where: `s0.2` the second doses of the first place in the third
week, `f` first doses, `r` people to reach, `k` weight, `h` doses held, `p` the place's name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from fieldapp.hub.allocation.asking import Assumed, Question
from fieldapp.hub.allocation.problem import MOST_WASTAGE, Allocation, Problem, over_supply, sums
from fieldapp.hub.allocation.weeks import week_number
from fieldapp.hub.web.words import Said, said

MOST_BUFFER, MOST_WEIGHT = 200, 9
MOST_DOSES = 100_000_000
_MOST_DIGITS = 12


@dataclass
class Reading:
    """What was read, as far as it could be, and a sentence for each thing that could not."""

    wrong: list[Said] = field(default_factory=list)

    def number(self, text: str, most: int, told: Said) -> int | None:
        """A whole number from 0; blanks and the commas of thousands are let pass."""
        plain = text.replace(",", "").replace("，", "").replace(" ", "")
        if (
            plain.isascii()
            and plain.isdigit()
            and len(plain) <= _MOST_DIGITS
            and int(plain) <= most
        ):
            return int(plain)
        self.wrong.append(
            said("{what}: “{typed}” is not a whole number from 0 to {most}.",
                 what=told, typed=text[:40], most=f"{most:,}")
        )  # fmt: skip
        return None

    def vials(self, text: str, vial: int, told: Said) -> int:
        """Doses that are whole vials; none where the box was left empty."""
        doses = self.number(text, MOST_DOSES, told) if text.strip() else 0
        if doses is None or doses % vial == 0:
            return (doses or 0) // vial
        self.wrong.append(
            said("{what}: {doses} doses are no whole vials of {vial}.",
                 what=told, doses=f"{doses:,}", vial=vial)
        )  # fmt: skip
        return 0


def read_supply(
    form: Mapping[str, str], mondays: Sequence[date], vial: int
) -> tuple[dict[date, int], list[Said]]:
    """Vials by week, from the boxes `w0`, `w1`, ...; and what is wrong."""
    reading = Reading()
    found = {
        monday: reading.vials(form.get(f"w{at}", ""), vial, week_words(monday))
        for at, monday in enumerate(mondays)
    }
    return found, reading.wrong


def read_assumed(form: Mapping[str, str], question: Question) -> tuple[Assumed, list[Said]]:
    """The figures that a proposal assumes; those that cannot be read stay as they were."""
    reading, names = Reading(), list(question.needs)
    wastage = reading.number(form.get("wastage", ""), MOST_WASTAGE, said("Wastage"))
    buffer = reading.number(form.get("buffer", ""), MOST_BUFFER, said("Buffer"))
    reach: dict[str, int | None] = {}
    weight: dict[str, int] = {}
    held: dict[str, int] = {}
    for at, name in enumerate(names):
        typed = form.get(f"r{at}", "")
        told = said("{place}, people to reach", place=name)
        reach[name] = reading.number(typed, MOST_DOSES, told) if typed.strip() else None
        told = said("{place}, weight", place=name)
        weight[name] = reading.number(form.get(f"k{at}", "1"), MOST_WEIGHT, told) or 0
        doses = _read_held(reading, form.get(f"h{at}", ""), question, name)
        if doses is not None:
            held[name] = doses
    found = Assumed(
        question.assumed.wastage if wastage is None else wastage,
        question.assumed.buffer if buffer is None else buffer,
        reach,
        weight,
        held,
    )
    return found, reading.wrong


def _read_held(reading: Reading, typed: str, question: Question, name: str) -> int | None:
    """Doses that a person says are held; None where the box is empty or says what the books say."""
    if not typed.strip():
        return None
    doses = reading.number(typed, MOST_DOSES, said("{place}, doses held", place=name))
    return None if doses == question.stock(name).books else doses


def same_places(form: Mapping[str, str], question: Question) -> bool:
    """Whether the form is about the places and weeks that there are now."""
    listed = [form.get(f"p{at}", "") for at in range(len(question.needs))]
    weeks = form.get("weeks", "") == str(len(question.mondays))
    return weeks and listed == list(question.needs) and (
        form.get("monday", "") == question.mondays[0].isoformat()
    )  # fmt: skip


def read_allocation(
    form: Mapping[str, str], problem: Problem, mondays: Sequence[date]
) -> tuple[Allocation, list[Said]]:
    """The table as it was typed; and what is wrong, the sums against the supply included."""
    reading = Reading()
    second, first = (
        tuple(
            tuple(
                reading.vials(
                    form.get(f"{kind}{at}.{week}", ""), problem.vial,
                    said("{place}, {week}", place=place.name, week=week_words(mondays[week])),
                )
                for week in problem.weeks
            )
            for at, place in enumerate(problem.places)
        )
        for kind in ("s", "f")
    )  # fmt: skip
    given = Allocation(second, first)
    over = over_supply(problem, given)
    if over is not None:
        reading.wrong.append(_over(problem, given, mondays, over))
    return given, reading.wrong


def _over(problem: Problem, given: Allocation, mondays: Sequence[date], week: int) -> Said:
    sent = problem.vial * sum(given.sent_in(at) for at in range(week + 1))
    came = problem.vial * sums(problem.supply)[week]
    return said(
        "By the end of {week} {sent} doses leave and {came} have come: {over} too many.",
        week=week_words(mondays[week]), sent=f"{sent:,}", came=f"{came:,}",
        over=f"{sent - came:,}",
    )  # fmt: skip


def week_words(monday: date) -> Said:
    """As on calendars."""
    return said("week {week}", week=week_number(monday))
