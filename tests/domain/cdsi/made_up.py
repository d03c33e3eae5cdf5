"""Made-up series and people for the tests; the files are in tests/data/cdsi."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from fieldapp.domain.cdsi.antigen_file import parse_antigen
from fieldapp.domain.cdsi.evaluate import evaluate
from fieldapp.domain.cdsi.forecast import SeriesForecast, forecast
from fieldapp.domain.cdsi.length import Length, parse_length
from fieldapp.domain.cdsi.person import Given, Observation, Person, doses_against
from fieldapp.domain.cdsi.schedule_file import parse_schedule
from fieldapp.domain.cdsi.series import (
    AgeRule,
    IntervalRule,
    Series,
    SeriesKind,
    TargetDose,
    VaccineRule,
)
from fieldapp.domain.cdsi.supporting_data import SupportingData
from fieldapp.domain.cdsi.track import Track

FOLDER = Path(__file__).parents[2] / "data" / "cdsi"
BORN = date(2020, 1, 10)
KILLED, WITHDRAWN, MOON_STAR, STAR = "901", "902", "903", "904"


def text_of(name: str) -> str:
    """The text of one of the made-up files."""
    return (FOLDER / name).read_text(encoding="utf-8")


def data() -> SupportingData:
    """The made-up supporting data."""
    names = (f"AntigenSupportingData- {name}.xml" for name in ("Sunpox", "Moon", "Star", "Rain"))
    antigens = [parse_antigen(name, text_of(name)) for name in names]
    schedule = parse_schedule("Schedule", text_of("ScheduleSupportingData.xml"))
    return SupportingData(schedule, {antigen.name: antigen for antigen in antigens})


def length(text: str) -> Length:
    """A length of time, shortly."""
    return parse_length(text)


def person(
    *doses: tuple[str, str],
    born: date = BORN,
    gender: str = "Female",
    observed: Sequence[Observation] = (),
) -> Person:
    """Somebody with these doses, each a day and a vaccine."""
    given = (
        Given(date.fromisoformat(day), cvx, place=place)
        for place, (day, cvx) in enumerate(doses, start=1)
    )
    return Person(born, gender, tuple(given), tuple(observed))


def target(
    number: int = 1,
    *,
    age: AgeRule | None = None,
    intervals: Sequence[IntervalRule] = (),
    recurring: bool = False,
) -> TargetDose:
    """A target dose for the killed vaccine."""
    return TargetDose(
        number=number,
        ages=(age,) if age else (),
        intervals=tuple(intervals),
        preferable=(VaccineRule(KILLED),),
        recurring=recurring,
    )


def series(*doses: TargetDose, name: str = "made up", **fields: object) -> Series:
    """A standard series of group 1."""
    made = {"kind": SeriesKind.STANDARD, "group": "1", **fields}
    return Series(name=name, doses=doses, **made)  # type: ignore[arg-type]  # fields as the test names


def track(one: Series, who: Person) -> Track:
    """A series at its beginning, with all the doses of a person."""
    return Track(one, who, sorted(who.doses, key=lambda dose: dose.day))


TODAY = date(2024, 1, 10)
D1 = target(1, age=AgeRule(absolute_minimum=length("1 year"), minimum=length("1 year")))
ONE, TWO, THREE = ([D1, target(2), target(3)][:n] for n in (1, 2, 3))


def answers(who: Person, *many: Series) -> list[SeriesForecast]:
    """What each of these series says of a person today."""
    everything, found = data(), []
    for one in many:
        history = doses_against(everything.schedule, who, "Sunpox")
        judged = evaluate(everything.schedule, one, who, history)
        sunpox = everything.antigens["Sunpox"]
        found.append(forecast(everything.schedule, sunpox, judged, TODAY, frozenset()))
    return found
