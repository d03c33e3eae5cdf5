"""Promises of erasure on pages: who knows the person asks, who sees no names decides, in batches,
by a number that is typed; and how far it has come is seen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from fieldapp.domain.client import ClientDetails
from fieldapp.hub.booking.hours import Hours
from fieldapp.hub.erasure import law, wishes
from fieldapp.hub.erasure.keeping import keep_once
from fieldapp.hub.erasure.tables import erasure, erasure_heard
from fieldapp.hub.moving import KEPT_FILE
from fieldapp.hub.sync_answer import answer_sync
from fieldapp.hub.web import audit
from fieldapp.hub.web.access import Role
from fieldapp.wire.client_codec import to_fact
from tests.hub.booking.desk import book, open_day, passport, taken
from tests.hub.erasure.people import CANARY, everything_stored, record_everything
from tests.hub.fake_laptop import FakeLaptop
from tests.hub.web.pages_process import PagesHub, pages_hub
from tests.hub.web.visitor import Visitor

OPEN = (time(9), time(10), 20, 2, 480)


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[PagesHub]:
    """One for each test: nobody who is erased comes back for the next."""
    with pages_hub(tmp_path / "hub") as running:
        yield running


@pytest.fixture
def boat(hub: PagesHub) -> FakeLaptop:
    """A team that wrote down everything about two people."""
    boat = hub.world.laptop(name="Boat One")
    for name in (CANARY, "Wren"):
        record_everything(boat, name)
    hub.world.push_all(boat)
    return boat


def person_of(hub: PagesHub, name: str) -> str:
    """The number of somebody, as a supervisor finds it."""
    visitor = hub.signed_in(Role.SUPERVISOR).get("/people").post("/people", q=name)
    return visitor.page.text.partition("/people/")[2].partition('"')[0]


def asked(hub: PagesHub, name: str, basis: str = "request") -> Visitor:
    path = f"/people/{person_of(hub, name)}/erasure"
    visitor = hub.signed_in(Role.SUPERVISOR).get(path)
    return visitor.post(path, basis=basis, why="letter 12", seen=seen(visitor))


def seen(visitor: Visitor) -> str:
    """What the open page says that its reader has seen."""
    return visitor.page.text.partition('name="seen" value="')[2].partition('"')[0]


def acts(hub: PagesHub, most: int = 3) -> list[tuple[str, str]]:
    with hub.store.reading() as connection:
        rows = audit.entries(connection, before_no=None, most=most)
    return [(row.login, row.act) for row in rows]


def test_a_supervisor_sees_what_would_go_and_asks_once(hub: PagesHub, boat: FakeLaptop) -> None:
    person = person_of(hub, CANARY)
    visitor = hub.signed_in(Role.SUPERVISOR).get(f"/people/{person}")
    assert f"/people/{person}/erasure" in visitor.page.text
    visitor.get(f"/people/{person}/erasure")
    assert acts(hub, 1) == [("supervisor", "person-looked-at")]
    assert (
        f"{(boat.seq - 2) // 2} records are about this person" in visitor.text
        and "doses 3 3" in visitor.text
    )
    refused = visitor.post(f"/people/{person}/erasure", basis="request", why=" ")
    assert refused.status == 422 and "Why this person is to be erased is not said." in refused.text
    visitor.post(f"/people/{person}/erasure", basis="because", why="x")
    assert visitor.status == 422
    visitor.post(f"/people/{person}/erasure", basis="request", why="letter 12", seen=seen(visitor))
    assert "Asked for on" in visitor.text and "has not decided yet" in visitor.text
    assert acts(hub, 2)[1] == ("supervisor", "erasure-asked")
    for no_one in ("00", "zz"):
        assert visitor.get(f"/people/{no_one}/erasure").status == 404


def test_an_administrator_sees_no_name_and_decides_by_typing_how_many(
    hub: PagesHub, boat: FakeLaptop
) -> None:
    asked(hub, CANARY)
    asked(hub, "Wren", "never-true")
    visitor = hub.signed_in(Role.ADMINISTRATOR).get("/erasures")
    assert "2 erasures wait for a decision" in visitor.text
    assert CANARY not in visitor.text and "Wren" not in visitor.text
    assert "Vaccine Administration Law" in visitor.text and "doses 3" in visitor.text
    with hub.store.reading() as connection:
        numbers = [wish.no for wish in wishes.open_wishes(connection, most=9)]
    both = {f"wish-{no}": "yes" for no in numbers}
    for sure in ("", "3", "x"):
        refused = visitor.get("/erasures").post("/erasures", do="erase", sure=sure, **both)
        assert refused.status == 422 and "Chosen are 2" in refused.text
    one = {f"wish-{numbers[1]}": "yes"}
    visitor.get("/erasures")
    assert acts(hub, 1) == [("administrator", "erasures-looked-at")]
    visitor.post("/erasures", do="refuse", **one)
    assert "1 erasure waits for a decision" in visitor.text
    first = {f"wish-{numbers[0]}": "yes"}
    visitor.post("/erasures", do="erase", sure="1", **first)
    assert [act for _, act in acts(hub, 4)] == [
        "erasures-looked-at", "erasure-decided", "erasures-looked-at", "erasure-refused",
    ]  # fmt: skip


def erases(hub: PagesHub, name: str) -> None:
    """A supervisor asks, an administrator decides."""
    asked(hub, name)
    with hub.store.reading() as connection:
        (wish,) = wishes.open_wishes(connection, most=9)
    visitor = hub.signed_in(Role.ADMINISTRATOR).get("/erasures")
    visitor.post("/erasures", do="erase", sure="1", **{f"wish-{wish.no}": "yes"})


def test_what_was_decided_is_carried_out_and_how_far_it_has_come_is_seen(
    hub: PagesHub, boat: FakeLaptop
) -> None:
    erases(hub, CANARY)
    keep_once(hub.store, law.shipped(), hub.now_s)
    stored = everything_stored(hub.world)
    assert CANARY not in stored and "Wren" in stored
    with hub.store.reading() as connection:
        version = connection.execute(select(erasure.c.version)).scalar_one()
    visitor = hub.signed_in(Role.ADMINISTRATOR).get("/erasures")
    assert "1 person was erased" in visitor.text and "0 of 1" in visitor.text
    visitor.get(f"/erasures/{version}")
    assert "1 laptop has not carried it out yet" in visitor.text
    assert "What still holds the person" in visitor.text and "erasures.jsonl" in visitor.text
    assert KEPT_FILE not in visitor.text
    (hub.store.folder / KEPT_FILE).touch()
    assert f"The hub's old database, {KEPT_FILE}" in visitor.get(f"/erasures/{version}").text
    box = hub.store.keys.box_public
    body = boat.request([], box, pull_budget=32_768, cursors=(("erasures", version),))
    answer_sync(hub.world.hub, boat.authorize(body, time_s=hub.now_s), body)
    assert "Every laptop has carried it out" in visitor.get(f"/erasures/{version}").text
    assert visitor.get("/erasures/5").status == 404 and visitor.get("/erasures/x").status == 404


def test_a_dose_that_came_since_is_said_and_decided_about_anew(
    hub: PagesHub, boat: FakeLaptop
) -> None:
    asked(hub, "Wren")
    other = hub.world.laptop(b"epoch-02", name="Boat Two")
    other.give(bytes.fromhex(person_of(hub, "Wren"))[:16], 30)
    hub.world.push_all(other)
    hub.world.fold()
    visitor = hub.signed_in(Role.ADMINISTRATOR).get("/erasures")
    with hub.store.reading() as connection:
        (wish,) = wishes.open_wishes(connection, most=9)
    chosen = {f"wish-{wish.no}": "yes"}
    visitor.post("/erasures", do="erase", sure="1", **chosen)
    assert "1 erasure waits for a decision" in visitor.text
    assert "to be decided again Registrations or doses of this person came" in visitor.text
    assert acts(hub, 2)[1] == ("administrator", "erasure-put-back")
    visitor.post("/erasures", do="erase", sure="1", **chosen)
    assert "No erasure waits for a decision" in visitor.text


def test_the_pages_are_whole_in_chinese(hub: PagesHub, boat: FakeLaptop) -> None:
    visitor = hub.signed_in(Role.ADMINISTRATOR)
    visitor.http.headers["Accept-Language"] = "zh-CN"
    assert "信息删除与保存期限" in visitor.get("/erasures").text
    assert "疫苗有效期满后 5 年" in visitor.text


def test_a_booking_that_may_be_somebody_elses_is_for_the_supervisor_to_judge(
    hub: PagesHub,
) -> None:
    team, shared = hub.world.laptop(b"epoch-07", name="Boat Seven"), passport(7)
    for name in ("Heron", "Heron Sister"):
        team.add(to_fact(ClientDetails(name, (shared.document,), nationality="DEU")))
    hub.world.push_all(team)
    session = open_day(
        hub.store, Hours(datetime.fromtimestamp(hub.now_s + 9 * 86_400, UTC).date(), *OPEN)
    )
    book(hub.store, session, 7, now_s=hub.now_s)
    path = f"/people/{team.hash_at(3).hex()}/erasure"
    visitor = hub.signed_in(Role.SUPERVISOR).get(path)
    assert "1 booking may be somebody else's" in visitor.text and "Port clinic" in visitor.text
    number = visitor.page.text.partition('name="seat" value="')[2].partition('"')[0]
    visitor.post(path, seat="99")
    assert "may be somebody else's" in visitor.text
    visitor.post(path, seat=number)
    assert "may be somebody else's" not in visitor.text and taken(hub.store, session)[0] == 0
    assert ("supervisor", "seat-given-back") in acts(hub)


def test_a_hub_put_back_without_its_ledger_says_so(hub: PagesHub) -> None:
    visitor = hub.signed_in(Role.ADMINISTRATOR).get("/erasures")
    assert "that this hub does not know" not in visitor.text
    team = hub.world.laptop(b"epoch-08", name="Boat Eight")
    row = {"device": team.device, "holds": hub.now_s + 999, "holds_s": hub.now_s}
    with hub.store.writing() as connection:
        connection.execute(insert(erasure_heard).values(**row))
    visitor.get("/erasures")
    assert "1 laptop has carried out erasures that this hub does not know" in visitor.text
    assert "Boat Eight" in visitor.text and "erasures.jsonl" in visitor.text
