"""Promises of the allocation's pages: a supervisor enters, is proposed, changes, decides; readers
see it; what cannot be is named, nothing typed is lost; all of it is in the audit."""

from __future__ import annotations

import csv
import io

import pytest

from fieldapp.hub.allocation.decisions import newest
from fieldapp.hub.web import audit
from fieldapp.hub.web.access import Role
from tests.hub.messages.clinic import BIBP, BORN
from tests.hub.web.pages_process import PagesHub
from tests.hub.web.visitor import Visitor

HERE = f"/allocation/product/{BIBP}"


@pytest.fixture(scope="module")
def boat(hub: PagesHub) -> PagesHub:
    """Twelve people of one boat and three of one car are due; today is Wednesday of week 26."""
    world = hub.world
    north, south = world.laptop(), world.laptop(b"epoch-02", name="Car", region="south")
    for laptop, people in ((north, 12), (south, 3)):
        for number in range(people):
            laptop.give(laptop.register(f"Wang {number}", born=BORN), 9, month=6, vaccine=BIBP)
        world.push_all(laptop)
    return hub


def acts(hub: PagesHub, most: int) -> list[tuple[str, str]]:
    with hub.store.reading() as connection:
        return [
            (row.act, row.details) for row in audit.entries(connection, before_no=None, most=most)
        ]


def supplied(boat: PagesHub, doses: str = "20") -> Visitor:
    visitor = boat.signed_in(Role.SUPERVISOR).get(HERE)
    return visitor.post(f"{HERE}/supply", weeks="4", vial="1", w0=doses, w1="0", w2="0", w3="0")


def cells(**more: str) -> dict[str, str]:
    """The form as it stands: two places, four weeks."""
    return {
        "weeks": "4", "monday": "2021-06-28", "p0": "north", "p1": "south", "k0": "1", "k1": "1",
        "wastage": "0", "buffer": "0", **more,
    }  # fmt: skip


def test_what_is_needed_is_seen_before_anything_is_entered(boat: PagesHub) -> None:
    page = boat.signed_in(Role.READER).get("/allocation")
    assert "BIBP" in page.text and "no supply entered" in page.text
    assert "Week 26 from 28 Jun 2021 15 with those who are late 18 0 18 –" in page.text
    assert "Wang" not in page.text


def test_supply_is_entered_and_a_proposal_is_there(boat: PagesHub) -> None:
    page = supplied(boat)
    assert page.status == 200 and page.path == HERE
    assert (
        "supply-entered",
        "vials of 1: 2021-06-28 20, 2021-07-05 0, 2021-07-12 0, 2021-07-19 0",
    ) in acts(boat, 3)
    assert "Every second dose that falls due is reserved" in page.text
    assert "18 second doses reserved 2 first doses" in page.text, "15 / 0.95 + 10 % by place"


def test_supply_that_is_no_number_changes_nothing_and_is_not_lost(boat: PagesHub) -> None:
    page = supplied(boat, "many")
    assert page.status == 422 and 'value="many"' in page.page.text
    assert "week 26: “many” is not a whole number" in page.text


def test_too_little_is_said_in_people(boat: PagesHub) -> None:
    page = supplied(boat, "10")
    assert "Week 26: 17 second doses due, 10 to hand" in page.text, "13 and 4 by place"
    assert "second doses lack" in boat.signed_in(Role.READER).get("/allocation").text


def test_other_figures_make_another_proposal(boat: PagesHub) -> None:
    page = supplied(boat).post(HERE, do="propose", **cells(buffer="0", r0="100", r1="0"))
    assert "15 second doses reserved 5 first doses" in page.text
    page = supplied(boat).post(HERE, do="propose", **cells(wastage="99"))
    assert page.status == 422 and 'value="99"' in page.page.text


def test_what_was_changed_by_hand_is_decided_with_its_reason(boat: PagesHub) -> None:
    page = supplied(boat)
    changed = cells(**{"s0.0": "12", "s1.0": "3", "f1.0": "4"})
    assert "4 first doses" in page.post(HERE, do="check", **changed).text
    page.post(HERE, do="save", **changed)
    assert page.status == 422 and "Say in a few words why it is decided so." in page.text
    page.post(HERE, do="save", reason="the ferry  goes once", **changed)
    with boat.store.reading() as connection:
        head = newest(connection)[0]
    assert page.path == f"/allocation/decisions/{head.no}"
    assert (head.login, head.reason) == ("supervisor", "the ferry goes once")
    assert "changed by hand" in page.text and "stands" in page.text
    assert acts(boat, 1) == [("allocation-decided", "changed by hand: the ferry goes once")]


def test_more_than_there_is_cannot_be_decided(boat: PagesHub) -> None:
    page = supplied(boat).post(HERE, do="save", reason="x", **cells(**{"s0.0": "30"}))
    assert page.status == 422 and 'value="30"' in page.page.text
    assert "By the end of week 26 30 doses leave and 20 have come: 10 too many." in page.text


def test_a_form_of_other_places_is_shown_anew(boat: PagesHub) -> None:
    page = supplied(boat).post(HERE, do="save", reason="x", **cells(p0="west"))
    assert page.status == 422 and "The places or weeks changed meanwhile" in page.text


def test_a_decision_is_exported_by_readers_too(boat: PagesHub) -> None:
    visitor = supplied(boat).post(HERE, do="save", reason="y", **cells(**{"s0.0": "12"}))
    path = visitor.path
    reader = boat.signed_in(Role.READER)
    rows = list(
        csv.DictReader(
            io.StringIO(reader.get(f"{path}/allocation.csv").page.content.decode("utf-8-sig"))
        )
    )
    assert len(rows) == 2 * 4 + 4 and rows[0]["second_doses"] == "12"
    assert acts(boat, 1)[0] == ("allocation-exported", "csv")
    assert reader.get(f"{path}/allocation.pdf").status == 404
    assert reader.get("/allocation/decisions/999").status == 404


def test_what_teams_hold_is_taken_off_and_can_be_overruled(boat: PagesHub) -> None:
    page = supplied(boat, "30").post(HERE, do="propose", **cells(wastage="5", buffer="10"))
    assert "Second doses: 14 needed − held: not known = 14 to send" in page.text
    assert "Its teams wrote down no stock of this product" in page.text
    held = cells(wastage="5", buffer="10", h0="9", h1="100")
    page.post(HERE, do="propose", **held)
    assert "Second doses: 14 needed − 9 held = 5 to send" in page.text
    assert "Second doses: 4 needed − 4 held = 0 to send" in page.text
    assert "96 doses held are over for first doses" in page.text
    assert "5 second doses reserved 13 held, for second doses" in page.text
    page.post(HERE, do="save", reason="counted by telephone", **held, **{"s0.0": "5"})
    assert "Held by hand: 9; nothing was written down." in page.text
    assert "Second doses: 14 needed − 9 held = 5 to send" in page.text
    page = boat.signed_in(Role.SUPERVISOR).get(HERE)
    again = "Second doses: 14 needed − held: not known = 14 to send"
    assert again in page.text, "the next question asks the books again"
    page = page.post(HERE, do="propose", **cells(h0="many"))
    assert page.status == 422 and 'value="many"' in page.page.text


def test_a_table_of_many_places_is_read(boat: PagesHub) -> None:
    many = {f"s{at}.0": "1" * 9 for at in range(4000)}
    page = supplied(boat).post(HERE, do="propose", **cells(**many))
    assert page.status == 200 and "second doses reserved" in page.text


def test_a_reader_sees_and_cannot_decide(boat: PagesHub) -> None:
    reader = boat.signed_in(Role.READER).get(HERE)
    assert reader.status == 200 and "Save as decision" not in reader.text
    assert reader.post(HERE, do="save", reason="x", **cells()).status == 403


def test_a_product_that_is_none_is_said(boat: PagesHub) -> None:
    assert boat.signed_in(Role.SUPERVISOR).get("/allocation/product/water").status == 404
    page = boat.signed_in(Role.SUPERVISOR).get("/allocation/product/bopv", weeks="2")
    assert page.status == 200 and "2 weeks from" in page.text
