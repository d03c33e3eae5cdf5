"""Whatever a team does with its stock, the hub's book says the same of every lot as the laptop's,
after every sync, and when its tables are made anew."""

from __future__ import annotations

import random
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from fieldapp.actions.open_vial import VialScan, open_vial
from fieldapp.actions.record_dose import DoseOrder, record_dose
from fieldapp.actions.stock.amount import Amount
from fieldapp.actions.stock.count_lot import count_lot
from fieldapp.actions.stock.discard_vial import discard_vial
from fieldapp.actions.stock.load_box import load_box
from fieldapp.actions.stock.receive_lot import receive_lot
from fieldapp.actions.stock.return_lot import return_lot
from fieldapp.actions.stock.send_back import send_back
from fieldapp.actions.stock.undo_movement import undo_movement
from fieldapp.actions.stock.waste import waste
from fieldapp.actions.void_dose import void_dose
from fieldapp.domain.errors import FieldAppError
from fieldapp.domain.immunization import BodySite, DoseSource, VaccineLot
from fieldapp.hub.fold.projector import rebuild
from fieldapp.hub.lots import reading
from fieldapp.hub.lots.sums import COLUMNS
from fieldapp.journal import stock, vials
from fieldapp.wire.facts import SessionOpened, VialKept
from tests.hub.fake_laptop import VACCINE
from tests.journal.laptop import NURSE, register
from tests.sync.neighbours.fleet import Boat, Fleet, fleet

LOTS = tuple(VaccineLot(VACCINE, number, date(2022, 1, 31)) for number in ("L-1", "L 2b"))
SESSION = "boat-test-0629"
USER = NURSE.login


def act(boat: Boat, rng: random.Random, given: list[bytes]) -> None:
    """One thing that people do with vaccine, if it can be done now."""
    journal, lot = boat.journal, rng.choice(LOTS)
    amount, place = Amount(lot, rng.randrange(1, 9), 2), rng.choice([None, SESSION])
    in_use = vials.in_use(journal)
    match rng.randrange(11):
        case 0 | 1:
            receive_lot(journal, amount, user=USER)
        case 2:
            load_box(journal, amount, SESSION, user=USER)
        case 3:
            return_lot(journal, amount, SESSION, user=USER)
        case 4:
            waste(journal, amount, rng.choice(["broken", "heat"]), user=USER, session=place)
        case 5:
            send_back(journal, amount, "not-needed", user=USER)
        case 6:
            count_lot(journal, amount, user=USER, session=place, reason="lost")
        case 7:
            undo_movement(journal, rng.choice(stock.movements(journal, 9)).event_id, user=USER)
        case 8:
            open_vial(journal, VialScan(lot, 2), today=date(2021, 6, 29), user=USER)
        case 9 if in_use:
            vial = rng.choice(in_use)
            if rng.random() < 0.5:
                discard_vial(journal, vial.vial_id, "broken", user=USER)
            else:
                kept = VialKept(journal.ref(vial.vial_id), max(0, vial.doses_left))
                journal.append([kept], user=USER)
        case _:
            give(boat, rng, lot, given)


def give(boat: Boat, rng: random.Random, lot: VaccineLot, given: list[bytes]) -> None:
    """A dose, from a vial or not, here or elsewhere; or one is struck through."""
    journal = boat.journal
    if given and rng.random() < 0.3:
        void_dose(journal, given.pop(rng.randrange(len(given))), "typed-wrong", user=USER)
        return
    left = [vial for vial in vials.in_use(journal) if vial.doses_left > 0]
    source = rng.choice([DoseSource.GIVEN_HERE, DoseSource.GIVEN_HERE, *DoseSource])
    vial = left[0] if left and source is DoseSource.GIVEN_HERE else None
    order = DoseOrder(
        register(journal, f"Test {rng.random()}"), vial.lot if vial else lot,
        BodySite.LEFT_DELTOID, vial_id=vial.vial_id if vial else None, source=source,
    )  # fmt: skip
    given.append(record_dose(journal, order, clock=boat.clock, user=USER))


def assert_same_book(made: Fleet, boat: Boat) -> None:
    for one in stock.balances(boat.journal):
        with made.world.store.reading() as connection:
            lot = reading.read_lot(connection, one.lot.vaccine_id, one.lot.lot_number)
        there = {kind: getattr(lot.doses, column) for kind, column in COLUMNS.items()}
        assert there == {kind: one.balance.of(kind) for kind in there}, one.lot  # type: ignore[arg-type]  # every key is a Kind
        assert lot.doses.left == one.balance.on_hand


@pytest.mark.parametrize("seed", range(3))
def test_the_hub_keeps_the_same_book_as_the_laptop(tmp_path: Path, seed: int) -> None:
    rng = random.Random(seed)
    with fleet(tmp_path) as made:
        boat = made.boat("Boat 1")
        boat.journal.append([SessionOpened(SESSION, "Pier", 1, "p")], user=USER)
        given: list[bytes] = []
        for _ in range(5):
            for _ in range(15):
                with suppress(FieldAppError, IndexError):
                    act(boat, rng, given)
            boat.sync()
            assert_same_book(made, boat)
        before = made.world.digest()
        rebuild(made.world.store)
        assert made.world.digest() == before
        assert made.world.held() == {}
        moved = {kind for one in stock.balances(boat.journal) for kind, _ in one.balance.moved}
        assert len(moved) > 6, "the day was too quiet to prove anything"
