"""A made-up team with stock: what it received, opened, gave and threw away."""

from __future__ import annotations

from dataclasses import replace

from fieldapp.wire.facts import DoseVoided, Fact, StockMoved, VialClosed, VialKept, VialOpened
from tests.hub.fake_laptop import VACCINE, FakeLaptop, dose

LOT = "TEST-0001"
EXPIRY = 19_000


def moved(kind: str, doses: int, lot: str = LOT, **more: object) -> StockMoved:
    """One movement."""
    return StockMoved(kind, VACCINE, lot, EXPIRY, 2, doses, **more)  # type: ignore[arg-type]  # the fields are named


def opened(lot: str = LOT, doses: int = 2) -> VialOpened:
    """A vial comes into use."""
    return VialOpened(VACCINE, lot, EXPIRY, doses)


def give(
    laptop: FakeLaptop, client: int, lot: str = LOT, *, source: int = 0, row: bytes | None = None
) -> int:
    """A dose of the lot."""
    return laptop.add(replace(dose(client), lot=lot, source=source, row=row))


def a_day(laptop: FakeLaptop, lot: str = LOT) -> FakeLaptop:
    """20 received, 10 loaded and 4 brought back, 3 given of which 1 struck through, 2 broken, a
    vial with 1 dose over, 5 sent back, 1 missing at a count."""
    client = laptop.register("Test A", ("passport", "G12345678"))
    facts: list[Fact] = [
        moved("received", 20, lot), moved("loaded", 10, lot, session="s"),
        moved("returned", 4, lot, session="s"), moved("wasted", 2, lot, reason="broken"),
        moved("sent-back", 5, lot, reason="not-needed"),
        moved("counted", -1, lot, reason="lost", counted=11),
    ]  # fmt: skip
    for fact in facts:
        laptop.add(fact)
    vial = laptop.add(opened(lot))
    given = [give(laptop, client, lot) for _ in range(3)]
    laptop.add(VialClosed(vial, -1, "used-up"))
    laptop.add(DoseVoided(given[-1], "typed-wrong"))
    return laptop


def kept(laptop: FakeLaptop, lot: str = LOT) -> None:
    """A vial that outlives its session."""
    laptop.add(VialKept(laptop.add(opened(lot)), 1))
