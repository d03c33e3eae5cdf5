"""A finding speaks in the words of whoever shows it."""

from __future__ import annotations

from datetime import date

from fieldapp.actions.doctor import machine, records, road
from fieldapp.actions.doctor.finding import Finding, Light, filled, worst


class Red(Finding):
    light = Light.RED


class Amber(Finding):
    light = Light.AMBER


def test_the_whole_is_as_well_as_its_worst_part() -> None:
    assert worst([]) is Light.GREEN
    assert worst([Finding(), Amber()]) is Light.AMBER
    assert worst([Amber(), Red(), Finding()]) is Light.RED


def test_details_are_said_in_somebodys_words() -> None:
    found = Finding(age_s=90, free_bytes=2000, day=date(2026, 11, 22), events=4812, edition="1st")
    words = filled(
        "{age} {free} {day} {events} {edition}",
        found,
        duration=lambda seconds: f"{seconds} s",
        size=lambda count: f"{count} B",
        day=lambda value: f"{value:%d.%m.}",
    )
    assert words == "90 s 2000 B 22.11. 4,812 1st"


def test_everything_that_is_not_well_says_what_to_do() -> None:
    kinds = [kind for kind in all_kinds() if kind.light is not Light.GREEN]
    assert len(kinds) > 10
    for kind in kinds:
        assert kind.next_step != Finding.next_step, kind
        assert kind.happened.endswith(".") and kind.next_step.endswith("."), kind


def all_kinds() -> list[type[Finding]]:
    return [
        kind
        for module in (machine, records, road)
        for kind in vars(module).values()
        if isinstance(kind, type) and issubclass(kind, Finding) and kind is not Finding
    ]
