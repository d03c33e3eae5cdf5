"""How warm it is now, and when it was too warm or too cold, by the narrowest limits on board."""

from __future__ import annotations

from fieldapp.actions.cold_chain.cold_chain_state import cold_chain_state
from fieldapp.actions.practice import Practice
from fieldapp.domain.cold_chain import Side
from fieldapp.domain.storage import Storage
from fieldapp.journal.journal import Journal
from fieldapp.wire.facts import TemperaturesRead
from tests.actions.cold_chain.practice import BOX, POLIO, USER, practice_on, stocked
from tests.journal.laptop import Laptop


def read(practice: Practice, container: str, ago_s: int, *tenths: int) -> None:
    first_s = int(practice.clock.now().timestamp()) - ago_s
    steps = [600] * (len(tenths) - 1)
    fact = TemperaturesRead(container, 480, first_s, [*tenths], [*steps], "L1")
    practice.journal.append([fact], user=USER)


def test_the_container_read_last_comes_first_with_its_excursions(
    journal: Journal, laptop: Laptop
) -> None:
    practice = practice_on(journal)
    laptop.clock.pass_s(86_400)
    read(practice, "Fridge", 7200, 46, 90, 90, 46, 46)
    read(practice, BOX, 1200, 46, 46, 10)
    box, fridge = cold_chain_state(practice, 3)
    assert (box.name, box.latest.tenths, box.in_range) == (BOX, 10, False)
    assert (fridge.in_range, [one.side for one in fridge.excursions]) == (True, [Side.ABOVE])
    assert box.limits == Storage(80, 20, True)


def test_with_only_hardy_vaccines_on_board_cold_is_no_excursion(
    journal: Journal, laptop: Laptop
) -> None:
    practice = stocked(journal, POLIO)
    laptop.clock.pass_s(86_400)
    read(practice, BOX, 1200, 46, 46, -10)
    (box,) = cold_chain_state(practice, 3)
    assert box.in_range and box.excursions == ()
