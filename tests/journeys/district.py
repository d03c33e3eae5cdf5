"""A made-up district as a supervisor finds it in the morning: four teams in two places, two of them
silent; health workers vaccinated; a dose that two teams wrote down; a lot on board of two laptops;
people who become due a second dose; a day that was reported, and a record that came late.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from fieldapp.domain.client import ClientDetails, Document
from fieldapp.hub.daily.publishing import publish
from fieldapp.hub.running import Hub
from fieldapp.hub.sync_answer import answer_sync
from fieldapp.hub.web.standing import AMBER_S, RED_S
from fieldapp.wire.client_codec import to_fact
from fieldapp.wire.dates import to_day
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S, FakeLaptop, dose
from tests.hub.lots.stock import moved
from tests.hub.messages.clinic import BIBP, BORN

BOAT, HARBOUR, VEHICLE, GATE = "Boat Haiyun 6", "北港接种点", "Vehicle 7", "Gate Two"
NORTH, WEISHAN = "北港", "Weishan"
HEALTH, MARKETS = "grp-health", "grp-retail"
LOT, TWICE, LATE = "2026091147", "Test Twice", "Test Late"
YESTERDAY = date(2021, 6, 29)
HEALTH_WORKERS = {BOAT: 8, HARBOUR: 8, VEHICLE: 6}
"""How many each team vaccinated, TWICE among the last."""
DUE = {NORTH: 20, WEISHAN: 10}
"""People whose second dose falls due in this week or the next two, by place."""
FULLY, TOO_EARLY = 3, 1
"""People of the markets with both doses of BIBP: three weeks apart, and only one."""
HELD = 44
"""Doses of BIBP that one team of WEISHAN received; what it gave since is less."""
RECEIVED = {VEHICLE: 50, GATE: 30}
"""Doses of LOT."""


def made_up(world: World) -> None:
    """All that happened until this morning."""
    boat = world.laptop(b"epoch-01", name=BOAT, region=WEISHAN)
    harbour = world.laptop(b"epoch-02", name=HARBOUR, region=NORTH)
    vehicle = world.laptop(b"epoch-03", name=VEHICLE, region=WEISHAN)
    gate = world.laptop(b"epoch-04", name=GATE, region=NORTH)
    _health_workers(boat, BOAT, day=14)
    _health_workers(harbour, HARBOUR, day=22)
    for laptop, name in ((vehicle, VEHICLE), (gate, GATE)):
        laptop.add(moved("received", RECEIVED[name], LOT))
        _give(laptop, _person(laptop, TWICE, HEALTH, paper="TEST00001"), YESTERDAY.day, LOT)
    _health_workers(vehicle, VEHICLE, day=YESTERDAY.day, lot=LOT, less=1)
    _expect(gate, NORTH)
    _expect(vehicle, WEISHAN)
    _both_doses(vehicle)
    vehicle.add(replace(moved("received", HELD, "BIBP-1"), vaccine=BIBP))
    seen = boat.seq
    _person(boat, "Test Not Sent", HEALTH)
    _came(world, boat, RED_S + 86_400, upto=seen)
    _came(world, harbour, AMBER_S + 3600)
    for laptop in (vehicle, gate):
        _came(world, laptop, 8 * 3600)
    _report(world)
    _give(vehicle, _person(vehicle, LATE, MARKETS), YESTERDAY.day)
    _came(world, vehicle, 3600)


def _came(world: World, laptop: FakeLaptop, ago_s: int, upto: int | None = None) -> None:
    """What a laptop handed in, so long ago; it told of all that it had."""
    then = NOW_S - ago_s
    pages = [laptop.page(1, upto or laptop.seq)]
    body = laptop.request(pages, world.store.keys.box_public, heads=(laptop.head,))
    reply = answer_sync(Hub(world.store, lambda: then), laptop.authorize(body, time_s=then), body)
    assert reply.status == 200


def _health_workers(
    laptop: FakeLaptop, team: str, *, day: int, lot: str | None = None, less: int = 0
) -> None:
    for at in range(HEALTH_WORKERS[team] - less):
        _give(laptop, _person(laptop, f"Test {team} {at}", HEALTH), day, lot)


def _person(laptop: FakeLaptop, name: str, group: str, *, paper: str = "") -> int:
    papers = (Document("passport", paper),) if paper else ()
    phone = f"+86138{laptop.device}{laptop.seq:07}"
    details = ClientDetails(name, papers, birth_date=BORN, phone=phone, key_group=group)
    return laptop.add(to_fact(details))


def _give(laptop: FakeLaptop, person: int, day: int, lot: str | None = None) -> None:
    given = dose(person, day, month=6)
    laptop.add(given if lot is None else replace(given, lot=lot))


def _expect(laptop: FakeLaptop, place: str) -> None:
    """First doses of a product whose second follows after three weeks."""
    for at in range(DUE[place]):
        person = _person(laptop, f"Test {place} {at}", MARKETS)
        laptop.add(dose(person, (8, 15, 22)[at % 3], month=6, vaccine=BIBP))


def _both_doses(laptop: FakeLaptop) -> None:
    for at in range(FULLY + TOO_EARLY):
        person = _person(laptop, f"Test Both {at}", MARKETS)
        for day in (1, 23 if at < FULLY else 8):
            laptop.add(dose(person, day, month=6, vaccine=BIBP))


def _report(world: World) -> None:
    with world.store.writing() as connection:
        publish(connection, to_day(YESTERDAY) or 0, NOW_S - 4 * 3600)


def health_workers() -> Iterator[str]:
    """The name of everybody who counts as covered."""
    for team, number in HEALTH_WORKERS.items():
        yield from (f"Test {team} {at}" for at in range(number - (team == VEHICLE)))
    yield TWICE
