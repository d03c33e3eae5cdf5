"""Five hundred people race for a hundred seats of a real hub, over HTTP, in both databases: a
hundred are booked, and everybody is told the truth."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from fieldapp.hub.booking import seats
from fieldapp.hub.booking.offers import Session
from fieldapp.hub.booking.papers import read_code
from fieldapp.hub.making import open_or_make
from fieldapp.hub.store import open_store
from tests.hub.booking.desk import HOURS, TODAY, open_day, passport, seen
from tests.hub.conftest import any_server, one_server, postgres_server  # noqa: F401  fixtures of the hub
from tests.hub.databases import Server
from tests.hub.fake_laptop import NOW_S
from tests.hub.hub_process import hub_process
from tests.hub.web.visitor import Visitor

PEOPLE, AT_ONCE = 500, 50
_ONCE = re.compile('name="once" value="([^"]+)"')
_CODE = re.compile(r'class="code">([^<]+)<')


def somebody(url: str, number: int, session: Session) -> tuple[Visitor, dict[str, str]]:
    """With the form filled in, the finger on the button."""
    visitor = Visitor(url, lambda: NOW_S)
    visitor.http.headers["X-Forwarded-For"] = f"10.{number >> 8}.{number & 255}.1"
    once = _ONCE.search(visitor.get(f"/book/sessions/{session.no}").page.text)
    assert once, visitor.text
    slot = session.slots[number % len(session.slots)]
    return visitor, {
        "slot": str(slot.no),
        "once": once[1],
        "kind": "passport",
        "number": passport(number).document.number,
        "nationality": "DEU",
        "insured": "no",
    }


def test_a_hundred_seats_are_given_to_a_hundred_of_five_hundred(
    tmp_path: Path,
    any_server: Server | None,  # noqa: F811  the fixture, not the import
) -> None:
    folder = tmp_path / "hub"
    if any_server is not None:
        any_server.new_hub(folder)
    store = open_or_make(folder)
    session = open_day(store, replace(HOURS, slot_min=15, seats=25))  # four slots
    store.close()
    workers = 2 if any_server else 1
    with hub_process(folder, workers=workers) as (_, url), ThreadPoolExecutor(AT_ONCE) as pool:
        ready = list(pool.map(lambda number: somebody(url, number, session), range(PEOPLE)))
        told = list(
            pool.map(lambda one: one[0].post(f"/book/sessions/{session.no}", **one[1]), ready)
        )
    booked = {number: one for number, one in enumerate(told) if one.status == 200}
    refused = [one for one in told if one.status == 409]
    print(f"race: {PEOPLE} people, {len(booked)} booked, {len(refused)} told that it was full")
    assert (len(booked), len(refused)) == (100, 400)
    assert all("This time is full now. Nothing was booked" in one.text for one in refused)
    store = open_store(folder)
    taken = [slot.taken for slot in seen(store, session.no).slots]
    print(f"race: taken of 25 seats in each slot: {taken}")
    assert taken == [25] * 4
    for number, visitor in booked.items():
        shown = _CODE.search(visitor.page.text)
        assert shown
        code = read_code(shown[1])
        found = seats.find(store, code or "", passport(number).document.number, TODAY)
        assert found is not None and found.stands(NOW_S)
    store.close()
