"""A made-up region: a boat whose laptop failed, its neighbour, who is due, and a day of seats."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from fieldapp.actions.programme import load_catalogue
from fieldapp.domain.client import ClientDetails, Document
from fieldapp.hub.booking import offers
from fieldapp.hub.booking.offers import Session
from fieldapp.hub.due.keeping import bring_up
from fieldapp.hub.fold.projector import use_vaccines
from fieldapp.hub.store import Store
from fieldapp.hub.workbook.gathering import Gathered, Order, gather
from fieldapp.wire.client_codec import to_fact
from fieldapp.wire.facts import SessionEquipped, SessionOpened, Value
from tests.hub.booking.desk import HOURS, open_day, open_place, passport
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S, FakeLaptop, dose
from tests.hub.lots.stock import moved
from tests.hub.messages.clinic import BIBP, BORN, ground

BOAT, OTHER = "Boat Haiyun 6", "Boat Haiyun 9"
LOT, PIER = "2021060417", "Nanyang pier"
TODAY = date(2021, 6, 30)
WANG, LI = "王建国", "Li Na"


def give(laptop: FakeLaptop, name: str, day: int, *papers: Document, month: int = 6) -> int:
    """Somebody had dose 1 of BIBP in 2021; the registration's number."""
    details = ClientDetails(name, papers, birth_date=BORN, phone="+8613912345678")
    person = laptop.add(to_fact(details))
    laptop.add(replace(dose(person, day, month=month, vaccine=BIBP), lot=LOT))
    return person


def receive(laptop: FakeLaptop, lot: str = LOT, vials: int = 20) -> None:
    """So many doses of BIBP."""
    laptop.add(replace(moved("received", vials, lot), vaccine=BIBP))


def boat(world: World) -> FakeLaptop:
    """A boat that had a session and stock; two people are due, one soon, one not yet."""
    use_vaccines(world.store, [vaccine.id for vaccine in load_catalogue()])
    laptop = world.laptop(name=BOAT)
    laptop.add(SessionOpened("Boat 3 · 71", PIER, 71, "cn-nhc-2021-03-29", None))
    staff: list[Value] = [["Nurse Test", "nurse.test"], ["Guest Test", None]]
    laptop.add(SessionEquipped("Boat 3 · 71", "Boat 3", staff, 0, "CNY"))
    receive(laptop)
    give(laptop, WANG, 8, passport(1).document)
    give(laptop, LI, 5)
    give(laptop, "Not Yet", 28)
    world.push_all(laptop)
    return laptop


def day_of_seats(store: Store, region: str = "north", name: str = PIER) -> Session:
    """Today, at the pier."""
    place = open_place(store, name)
    with store.writing() as connection:
        offers.move_place(connection, place, region)
    return open_day(store, replace(HOURS, day=TODAY), place=place)


def gathered(world: World, device: int, place: str = PIER, day: date = TODAY) -> Gathered:
    """What stands in the workbook of a laptop's team."""
    bring_up(world.store, ground(), NOW_S)
    with world.store.reading() as connection:
        return gather(connection, world.store.keys, ground(), Order(device, place, day))
