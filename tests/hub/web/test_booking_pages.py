"""Promises of the supervisors' pages about bookings: opened at once, every look in the audit."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from fieldapp.hub.booking import offers
from fieldapp.hub.enrolment import add_team
from fieldapp.hub.store import Store
from fieldapp.hub.web import audit
from fieldapp.hub.web.access import Role
from fieldapp.hub.web.audit_pages import ACTS
from tests.hub.booking.desk import DAY, HOURS, PROGRAMME, book, open_day, open_place, seen, wish
from tests.hub.fake_laptop import NOW_S
from tests.hub.web.pages_process import PagesHub
from tests.hub.web.visitor import Visitor

PLACE = {
    "name_en": "Sea port", "name_zh": "海港", "address_en": "2 Quay", "address_zh": "码头2号",
}  # fmt: skip
SESSION = {
    "programme": PROGRAMME, "day": DAY.isoformat(), "begins": "09:00", "ends": "12:00",
    "slot_min": "30", "seats": "8",
}  # fmt: skip


def supervisor(hub: PagesHub, path: str) -> Visitor:
    return hub.signed_in(Role.SUPERVISOR).get(path)


def newest_acts(store: Store, most: int) -> list[tuple[str, str, str, str]]:
    with store.reading() as connection:
        rows = audit.entries(connection, before_no=None, most=most)
    assert all(row.act in ACTS for row in rows)
    return [(row.login, row.act, row.subject, row.details) for row in rows]


def test_a_place_and_a_session_are_opened_and_noted(hub: PagesHub) -> None:
    visitor = supervisor(hub, "/bookings/places/new").post("/bookings/places/new", **PLACE)
    assert visitor.path == "/bookings" and "Sea port" in visitor.text
    with hub.store.reading() as connection:
        place = next(one for one in offers.places(connection) if one.name_en == "Sea port")
    visitor.get("/bookings/sessions/new")
    visitor.post("/bookings/sessions/new", place=str(place.no), **SESSION)
    assert "Sea port, Monday, 5 Jul 2021" in visitor.text and "Nobody has booked." in visitor.text
    number = int(visitor.path.rpartition("/")[2])
    assert seen(hub.store, number).seats == 48
    told = newest_acts(hub.store, 3)
    assert told[0][1] == "bookings-looked-at"
    assert told[1] == (
        "supervisor", "session-opened", f"session {number}",
        f"place {place.no}, 2021-07-05 09:00-12:00, 8 a slot",
    )  # fmt: skip
    assert told[2] == ("supervisor", "place-opened", f"place {place.no}", "Sea port")
    assert "/book" in visitor.get("/bookings").text


def test_a_place_is_given_to_a_region_whose_laptops_are_told(hub: PagesHub) -> None:
    add_team(hub.store.folder, "Boat One", "boat", "north", now_s=NOW_S)
    visitor = supervisor(hub, "/bookings/places/new")
    visitor.post("/bookings/places/new", **PLACE, region="north")
    with hub.store.reading() as connection:
        place = max(offers.places(connection), key=lambda one: one.no)
    assert place.region == "north"
    visitor.post(f"/bookings/places/{place.no}/region", region="")
    with hub.store.reading() as connection:
        moved = max(offers.places(connection), key=lambda one: one.no)
    assert (visitor.path, moved.region) == ("/bookings", "")
    assert newest_acts(hub.store, 2) == [
        ("supervisor", "place-moved", f"place {place.no}", "Sea port"),
        ("supervisor", "place-opened", f"place {place.no}", "Sea port, north"),
    ]


def test_a_region_without_a_team_is_refused(hub: PagesHub) -> None:
    visitor = supervisor(hub, "/bookings/places/new")
    visitor.post("/bookings/places/new", **PLACE, region="nowhere")
    assert visitor.status == 422 and "a region that has a team" in visitor.text


def test_what_is_missing_is_said_and_nothing_is_typed_twice(hub: PagesHub) -> None:
    visitor = supervisor(hub, "/bookings/places/new")
    visitor.post("/bookings/places/new", **{**PLACE, "name_zh": " "})
    assert visitor.status == 422 and "A place needs a name in each language." in visitor.text
    assert 'value="Sea port"' in visitor.page.text
    place = str(open_place(hub.store))
    visitor.get("/bookings/sessions/new")
    for wrong, told in (
        ({"day": ""}, "day and hours are needed"),
        ({"day": "2020-01-01"}, "its day is past"),
        ({"ends": "08:00"}, "no room for one slot"),
        ({"seats": "0"}, "seats in a slot are 1 to 1,000"),
        ({"programme": "x"}, "no programme was chosen"),
        ({"place": "9999"}, "no such place or session"),
    ):
        visitor.post("/bookings/sessions/new", **{"place": place, **SESSION, **wrong})
        assert visitor.status == 422 and told in visitor.text


def test_the_sheet_shows_who_booked_and_every_look_is_noted(hub: PagesHub) -> None:
    session = open_day(hub.store)
    book(hub.store, session, 1)
    visitor = supervisor(hub, f"/bookings/sessions/{session.no}")
    assert wish(hub.store, session, 1).code in visitor.text
    assert "••••0001" in visitor.text and "C0000001" not in visitor.page.text
    for told in ("Passport, Germany", "Foreign nationals", "100 yuan", "09:00–09:20"):
        assert told in visitor.text
    assert newest_acts(hub.store, 1) == [
        ("supervisor", "bookings-looked-at", f"session {session.no}", "1")
    ]


def test_who_stands_at_the_desk_is_found_by_code_or_document(hub: PagesHub) -> None:
    session = open_day(hub.store)
    book(hub.store, session, 31)
    book(hub.store, session, 31, 2, once="another form")
    visitor = supervisor(hub, "/bookings").post("/bookings", q="c0000031")
    assert "2 bookings" in visitor.text and "Passport, Germany" in visitor.text
    assert "seat kept" in visitor.text and "the same document was booked with again" in visitor.text
    code = wish(hub.store, session, 31, 2, once="another form").code
    visitor.post("/bookings", q=code)
    assert "1 booking" in visitor.text and "09:40–10:00" in visitor.text
    assert newest_acts(hub.store, 1) == [("supervisor", "bookings-searched", "bookings", "1")]
    assert "No booking found" in visitor.post("/bookings", q="C7777777").text


def test_seats_are_changed_but_taken_from_nobody(hub: PagesHub) -> None:
    session = open_day(hub.store)
    book(hub.store, session, 1)
    book(hub.store, session, 2)
    path = f"/bookings/sessions/{session.no}"
    visitor = supervisor(hub, path).post(f"{path}/seats", seats="1")
    assert visitor.status == 422 and "more are booked already in a slot" in visitor.text
    visitor.post(f"{path}/seats", seats="5")
    assert seen(hub.store, session.no).seats == 15
    assert newest_acts(hub.store, 2)[1] == (
        "supervisor", "seats-changed", f"session {session.no}", "5 a slot",
    )  # fmt: skip


def test_a_session_is_called_off_with_a_reason_and_a_tick(hub: PagesHub) -> None:
    session = open_day(hub.store)
    book(hub.store, session, 1)
    path = f"/bookings/sessions/{session.no}"
    visitor = supervisor(hub, path).post(f"{path}/call-off", reason="storm")
    assert visitor.status == 422 and seen(hub.store, session.no).is_open
    visitor.post(f"{path}/call-off", reason="storm", sure="yes")
    assert "called off" in visitor.text and not seen(hub.store, session.no).is_open
    assert newest_acts(hub.store, 2)[1] == (
        "supervisor", "session-called-off", f"session {session.no}", "1 booked: storm",
    )  # fmt: skip
    visitor.post(f"{path}/call-off", reason="storm", sure="yes")
    assert visitor.status in (403, 409)


def test_a_place_is_closed_and_its_sessions_say_so(hub: PagesHub) -> None:
    session = open_day(hub.store, replace(HOURS, day=DAY + timedelta(days=3)))
    visitor = supervisor(hub, "/bookings")
    visitor.post(f"/bookings/places/{session.place.no}/close")
    assert visitor.path == "/bookings" and "place closed" in visitor.text
    assert newest_acts(hub.store, 1)[0][1:3] == ("place-closed", f"place {session.place.no}")


def test_a_session_that_is_none_is_said(hub: PagesHub) -> None:
    visitor = supervisor(hub, "/bookings")
    for no in ("9999", "x", "99999999999", "²"):
        assert visitor.get(f"/bookings/sessions/{no}").status == 404
    visitor.get("/bookings").post("/bookings/sessions/9999/seats", seats="4")
    assert visitor.status == 404
