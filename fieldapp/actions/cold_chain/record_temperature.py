"""The verb: somebody read a thermometer."""

from __future__ import annotations

from dataclasses import dataclass

from fieldapp.actions.cold_chain.hold_exposed import Exposure, hold_exposed
from fieldapp.actions.cold_chain.temperature_text import tenths_of
from fieldapp.actions.practice import Practice
from fieldapp.actions.stock_rules import load_stock_rules
from fieldapp.domain.errors import FieldAppError
from fieldapp.wire.facts import TemperaturesRead

MOST_NAME = 40


class NoTemperature(FieldAppError):
    """What was typed is none, or none that a thermometer shows."""

    happened = "{text} is not a temperature."
    safe = "Nothing was written down."
    next_step = "Type degrees Celsius as the thermometer shows them, such as 4.6."


class NoContainer(FieldAppError):
    """A temperature is that of something."""

    happened = "It is not said which refrigerator or box this is."
    safe = "Nothing was written down."
    next_step = "Choose one, or type its name."


@dataclass(frozen=True, slots=True)
class TemperatureTaken:
    """What was recorded, in tenths, and the lots held because of it."""

    tenths: int
    held: tuple[Exposure, ...]


def record_temperature(
    practice: Practice, container: str, text: str, *, user: str
) -> TemperatureTaken:
    """Record what the thermometer of `container` shows now, and hold the lots that it endangers.

    Raises NoContainer, NoTemperature.
    """
    name = clean_container(container)
    tenths = tenths_of(text)
    if isinstance(tenths, str):
        raise NoTemperature(text=text.strip()[:20] or "Nothing")
    journal, now = practice.journal, practice.clock.now()
    offset = practice.clock.utc_offset_min()
    fact = TemperaturesRead(name, offset, int(now.timestamp()), [tenths], [])
    with journal.transaction():
        journal.append([fact], user=user)
        rules = load_stock_rules()
        held = hold_exposed(journal, practice.catalogue, rules, now=now, user=user)
    return TemperatureTaken(tenths, tuple(held))


def clean_container(name: str) -> str:
    """The name of a refrigerator or box, blanks made one. Raises NoContainer."""
    cleaned = " ".join(name.split())[:MOST_NAME]
    if not cleaned:
        raise NoContainer()
    return cleaned
