"""Promises of the list of doses: each filter alone and together, struck ones too, newest first."""

from __future__ import annotations

from datetime import date

from fieldapp.hub.web.doses import DoseFilter, count, page_of, vaccines
from fieldapp.wire.facts import DoseVoided
from tests.hub.conftest import World
from tests.hub.fake_laptop import OTHER_VACCINE, VACCINE


def test_filters_and_order(world: World) -> None:
    for epoch, name in ((b"epoch-01", "A"), (b"epoch-02", "B")):
        laptop = world.laptop(epoch)
        laptop.give(laptop.register(f"Test {name}"), 8)
        second = laptop.give(laptop.register(f"Other {name}"), 20, vaccine=OTHER_VACCINE)
        laptop.add(DoseVoided(second, "mistake"))
        world.push_all(laptop)
    with world.store.reading() as connection:
        assert count(connection, DoseFilter()) == 4
        assert count(connection, DoseFilter(day=date(2021, 5, 8))) == 2
        assert count(connection, DoseFilter(day=date(2021, 5, 9))) == 0
        assert count(connection, DoseFilter(device=2, state="voided")) == 1
        assert count(connection, DoseFilter(vaccine=VACCINE, state="voided")) == 0
        assert vaccines(connection) == [VACCINE, OTHER_VACCINE]
        lines = page_of(connection, DoseFilter(device=1), skip=0, most=9)
        assert [(line.name, line.state) for line in lines] == [
            ("Other A", "voided"), ("Test A", "counted"),
        ]  # fmt: skip
        assert len(page_of(connection, DoseFilter(), skip=3, most=9)) == 1
