"""Promises of the public pages: anybody books, looks and cancels; nobody learns about others."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from fieldapp.hub.booking import offers
from fieldapp.hub.booking.limits import MOST_FROM_ONE, WINDOW_S
from fieldapp.hub.booking.offers import Session
from tests.hub.booking.desk import HOURS, open_day, taken
from tests.hub.web.pages_process import PagesHub
from tests.hub.web.visitor import Visitor

GOOD = {"kind": "passport", "number": "C0000001", "nationality": "DEU", "insured": "no"}
_ADDRESSES = iter(range(1, 250))
_CODE = re.compile(r"BK-[0-9A-Z]{4}-[0-9A-Z]{4}")


@pytest.fixture
def day(hub: PagesHub) -> Session:
    return open_day(hub.store)


def somebody(hub: PagesHub) -> Visitor:
    """From an address of their own."""
    visitor = hub.visitor()
    visitor.http.headers["X-Forwarded-For"] = f"10.1.0.{next(_ADDRESSES)}"
    return visitor


def book(visitor: Visitor, day: Session, slot: int | None = 0, **other: str) -> Visitor:
    """Fill the form in and send it; `slot` None: no time is chosen."""
    path = f"/book/sessions/{day.no}"
    once = re.search('name="once" value="([^"]+)"', visitor.get(path).page.text)
    chosen = "" if slot is None else str(day.slots[slot].no)
    form = {**GOOD, "slot": chosen, "once": once[1] if once else "", **other}
    return visitor.post(path, **form)


def code_on(visitor: Visitor) -> str:
    found = _CODE.search(visitor.text)
    assert found, visitor.text
    return found[0]


def test_an_expatriate_finds_the_way_from_place_to_code(hub: PagesHub, day: Session) -> None:
    visitor = somebody(hub).get("/book")
    assert f'href="/book/places/{day.place.no}"' in visitor.page.text
    visitor.get(f"/book/places/{day.place.no}")
    assert "Monday, 5 Jul 2021" in visitor.text and "09:00–10:00" in visitor.text
    book(visitor, day, group="grp-foreigner")
    assert visitor.status == 200 and "100 yuan to be paid at the place." in visitor.text
    assert "09:00–09:20" in visitor.text and "the document ending in 0001" in visitor.text
    assert "<svg" in visitor.page.text and "C0000001" not in visitor.page.text
    assert taken(hub.store, day) == [1, 0, 0]
    code = code_on(visitor)
    visitor.get("/book/look").post("/book/look", code=code, number="c 0000001")
    assert "Your seat is kept" in visitor.text


def test_it_is_cancelled_by_code_and_document_with_a_tick(hub: PagesHub, day: Session) -> None:
    visitor = book(somebody(hub), day)
    own = {"code": code_on(visitor), "number": "C0000001"}
    visitor.get("/book/look").post("/book/cancel", **own)
    assert "Nothing was changed yet" in visitor.text and taken(hub.store, day) == [1, 0, 0]
    visitor.post("/book/cancel", **own, sure="yes")
    assert "somebody with this code and this document cancelled it" in visitor.text
    assert taken(hub.store, day) == [0, 0, 0]
    visitor.get("/book/look").post("/book/cancel", **own, sure="yes")
    assert visitor.status == 200 and taken(hub.store, day) == [0, 0, 0]


def test_what_is_missing_or_mistyped_is_said_beside_its_box(hub: PagesHub, day: Session) -> None:
    visitor = book(somebody(hub), day, slot=0, number="11010519491231002", kind="resident-id")
    assert visitor.status == 422 and "too short or too long" in visitor.text
    assert 'value="11010519491231002"' in visitor.page.text, "nothing is typed twice"
    assert 'aria-describedby="why-number"' in visitor.page.text
    book(visitor, day, None, kind="", insured="maybe", nationality="")
    for told in ("Choose a time.", "Choose the kind of document.", "Choose yes or no."):
        assert told in visitor.text
    assert "Choose the country" in book(visitor, day, nationality="").text
    assert taken(hub.store, day) == [0, 0, 0]


def test_a_full_time_is_said_and_the_others_are_offered(hub: PagesHub) -> None:
    day = open_day(hub.store, replace(HOURS, seats=1))
    book(somebody(hub), day)
    late = book(somebody(hub), day, number="C0000002")
    assert late.status == 409 and "This time is full now" in late.text
    assert "09:00–09:20 full" in late.text and 'value="C0000002"' in late.page.text


def test_the_same_answer_whether_a_document_is_known_or_not(hub: PagesHub, day: Session) -> None:
    known, unknown = book(somebody(hub), day), book(somebody(hub), day, 1, number="C0000002")
    again = book(somebody(hub), day, 2)
    assert again.status == unknown.status == 200
    told = [
        _CODE.sub("", one.text).replace("09:20–09:40", "").replace("09:40–10:00", "")
        for one in (again, unknown)
    ]
    assert told[0].replace("0001", "0002") == told[1]
    stranger, code = somebody(hub), code_on(known)
    answers = []
    for form in (
        {"code": code, "number": "C0000002"},
        {"code": "BK-0000-0000", "number": "C0000001"},
        {"code": "BK-0000-0000", "number": "C9999999"},
        {"code": "no code", "number": ""},
    ):
        stranger.get("/book/look").post("/book/look", **form)
        answers.append((stranger.status, stranger.text))
    assert set(answers) == {(404, answers[0][1])}
    assert "No booking fits this code and this document" in answers[0][1]


def test_no_page_counts_the_seats(hub: PagesHub, day: Session) -> None:
    visitor = somebody(hub)
    paths = ("/book", f"/book/places/{day.place.no}", f"/book/sessions/{day.no}")

    def shown() -> list[str]:
        return [re.sub(r'value="[^"]*"', "", visitor.get(path).page.text) for path in paths]

    before = shown()
    book(somebody(hub), day)
    assert shown() == before


def test_who_tries_too_often_waits_and_is_told_how_long(hub: PagesHub, day: Session) -> None:
    visitor = somebody(hub).get("/book/look")
    for _ in range(MOST_FROM_ONE):
        visitor.post("/book/look", code="BK-0000-0000", number="C0000001")
    assert visitor.status == 404
    visitor.post("/book/look", code="BK-0000-0000", number="C0000001")
    assert visitor.status == 429 and "Wait 10 minutes" in visitor.text
    assert book(visitor, day).status == 429 and taken(hub.store, day) == [0, 0, 0]
    assert book(somebody(hub), day).status == 200
    hub.wait(WINDOW_S)
    assert book(visitor, day, 1).status == 200


def test_what_is_no_longer_offered_leads_back_to_what_is(hub: PagesHub, day: Session) -> None:
    visitor = somebody(hub)
    open_form = visitor.get(f"/book/sessions/{day.no}").page
    with hub.store.writing() as connection:
        offers.call_off(connection, day.no, hub.now_s)
    visitor.page = open_form
    visitor.post(f"/book/sessions/{day.no}", **GOOD, slot=str(day.slots[0].no), once="x")
    assert visitor.status == 404 and "no longer offered" in visitor.text
    for path in ("/book/sessions/9999", "/book/sessions/x", "/book/places/9999", "/book/places/²"):
        assert visitor.get(path).status == 404 and "Book a vaccination" in visitor.text


def test_it_is_all_there_in_chinese(hub: PagesHub, day: Session) -> None:
    visitor = somebody(hub)
    visitor.http.headers["Accept-Language"] = "zh-CN"
    book(visitor, day)
    assert "已预约" in visitor.text and "2021-07-05 星期一" in visitor.text
    assert "到场缴纳 100 元" in visitor.text and "港口接种点" in visitor.text


def test_nobody_is_named_to_the_browser_or_kept_by_it(hub: PagesHub, day: Session) -> None:
    visitor = book(somebody(hub), day)
    assert visitor.page.headers["Cache-Control"] == "no-store"
    assert "script" not in visitor.page.text and "C0000001" not in visitor.page.url
