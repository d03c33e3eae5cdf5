"""Promises of the pages of lots: sums, the recall and its lifting, who has heard, the audit."""

from __future__ import annotations

from datetime import date

import pytest

from fieldapp.hub.lots import recalls
from fieldapp.hub.sync_answer import answer_sync
from fieldapp.hub.telephones import note_telephone
from fieldapp.hub.web import audit
from fieldapp.hub.web.access import Role
from fieldapp.wire.facts import LotHeld
from tests.hub.fake_laptop import NOW_S, VACCINE, FakeLaptop
from tests.hub.lots.stock import LOT, a_day, give, moved
from tests.hub.web.pages_process import PagesHub
from tests.hub.web.visitor import Visitor

TODAY = date(2021, 6, 30)
SLASHED = "A/1&2 b"


@pytest.fixture(scope="module")
def boat(hub: PagesHub) -> FakeLaptop:
    """A team with stock, and one without."""
    boat = a_day(hub.world.laptop(name="Boat One"))
    boat.add(LotHeld(VACCINE, LOT, "too-warm", "said Nurse Li", "Box 1", NOW_S - 900, 35))
    boat.add(moved("received", 5, SLASHED))
    hub.world.push_all(boat)
    hub.world.laptop(b"epoch-02", name="车队二")
    return boat


def pull(hub: PagesHub, laptop: FakeLaptop, **holds: int) -> None:
    """The laptop syncs, and says what it holds."""
    cursors = tuple(holds.items())
    box = hub.store.keys.box_public
    body = laptop.request([], box, heads=(laptop.head,), pull_budget=32_768, cursors=cursors)
    answer_sync(hub.world.hub, laptop.authorize(body, time_s=hub.now_s), body)


def version(hub: PagesHub) -> int:
    with hub.store.reading() as connection:
        return recalls.newest_version(connection)


def noted(hub: PagesHub) -> list[tuple[str, str, str]]:
    with hub.store.reading() as connection:
        found = audit.entries(connection, before_no=None, most=5)
    return [(one.act, one.subject, one.details) for one in found]


def lot_page(visitor: Visitor, lot: str = LOT) -> Visitor:
    return visitor.get("/lots/lot", vaccine=VACCINE, lot=lot)


def test_a_reader_sees_every_lot_with_its_sums_and_may_decide_nothing(
    hub: PagesHub, boat: FakeLaptop
) -> None:
    visitor = hub.signed_in(Role.READER)
    text = visitor.get("/lots").text
    assert "2 lots" in text and "TEST-0001" in text and SLASHED in text
    assert "Recall a lot that is not in the list" not in text
    text = lot_page(visitor).text
    assert "Lot TEST-0001" in text and "Boat One" in text
    assert "35 min or more in Box 1" in text
    assert "Recall this lot" not in text and "Who they are" not in text
    assert "Nurse Li" not in text
    assert "Nurse Li" in lot_page(hub.signed_in(Role.SUPERVISOR)).text


def test_filters_find_a_lot_and_pages_out_of_range_are_empty(
    hub: PagesHub, boat: FakeLaptop
) -> None:
    visitor = hub.signed_in(Role.READER)
    assert "1 lot" in visitor.get("/lots", lot="a/1").text
    assert "No lot fits." in visitor.get("/lots", lot="nowhere").text
    assert "No lot fits." in visitor.get("/lots", page="99").text
    assert visitor.get("/lots/lot").path == "/lots"


def test_a_recall_is_one_form_heard_by_whoever_says_so_and_lifted_by_another(
    hub: PagesHub, boat: FakeLaptop
) -> None:
    visitor = hub.signed_in(Role.SUPERVISOR)
    form = {"vaccine": VACCINE, "lot": LOT, "reason": "quality", "note": "Notice 4/2021"}
    lot_page(visitor).post("/lots/recall", **form)
    assert visitor.path == "/lots/lot"
    assert "Its quality is in doubt: Notice 4/2021." in visitor.text
    assert "0 of 2 laptops have heard" in visitor.text
    with hub.store.writing() as connection:
        note_telephone(connection, boat.device, "13800000007", TODAY)
    assert 'href="tel:+8613800000007"' in lot_page(visitor).page.text
    assert noted(hub)[0] == (
        "lot-recalled", f"lot {VACCINE} {LOT}", "quality: Notice 4/2021",
    )  # fmt: skip
    pull(hub, boat)
    assert "handed over, not confirmed yet" in lot_page(visitor).text
    pull(hub, boat, recalls=version(hub))
    assert "1 of 2 laptops have heard" in lot_page(visitor).text
    assert "tel:" not in visitor.page.text, "who has heard need not be called"
    text = visitor.get("/lots").text
    assert "1 lot is recalled" in text and "1 of 2" in text
    assert "1 lot is recalled 1 of 2 laptops have heard" in visitor.get("/overview").text
    lot_page(visitor).post("/lots/lift", vaccine=VACCINE, lot=LOT, reason="found-good")
    assert "The recall was lifted" in visitor.text and "0 of 2 laptops have heard" in visitor.text
    assert "Recalls and liftings" in visitor.text
    assert noted(hub)[0] == ("recall-lifted", f"lot {VACCINE} {LOT}", "found-good")


def test_a_lot_that_nobody_wrote_down_can_be_recalled_from_the_list(
    hub: PagesHub, boat: FakeLaptop
) -> None:
    visitor = hub.signed_in(Role.SUPERVISOR).get("/lots")
    form = {"from": "list", "vaccine": VACCINE, "lot": "FAR 1", "reason": "frozen"}
    visitor.post("/lots/recall", **form)
    assert visitor.path == "/lots/lot"
    assert "No team has written anything down about this lot." in visitor.text
    assert "FAR 1" in visitor.get("/lots").text
    visitor.post("/lots/recall", **{**form, "lot": "far1"})
    assert visitor.status == 422
    assert "does not stand as this page showed it any more" in visitor.text


@pytest.mark.parametrize("path", ["/lots/recall", "/lots/lift"])
def test_without_a_reason_nothing_happens_and_it_is_said(
    hub: PagesHub, boat: FakeLaptop, path: str
) -> None:
    visitor = lot_page(hub.signed_in(Role.SUPERVISOR), SLASHED)
    before = noted(hub)
    visitor.post(path, vaccine=VACCINE, lot=SLASHED)
    assert visitor.status == 422
    assert "A recall needs a product, the number of a lot, and a reason." in visitor.text
    assert noted(hub) == before


@pytest.mark.parametrize("role", [Role.READER, Role.ADMINISTRATOR])
def test_nobody_else_recalls(hub: PagesHub, boat: FakeLaptop, role: Role) -> None:
    visitor = hub.signed_in(role).get("/audit" if role is Role.ADMINISTRATOR else "/lots")
    visitor.post("/lots/recall", vaccine=VACCINE, lot=SLASHED, reason="quality")
    assert visitor.status == 403
    with hub.store.reading() as connection:
        assert recalls.standing_of(connection, VACCINE, SLASHED) is None


def test_the_pages_are_whole_in_chinese(hub: PagesHub, boat: FakeLaptop) -> None:
    visitor = hub.signed_in(Role.SUPERVISOR)
    visitor.http.headers["Accept-Language"] = "zh-CN"
    assert "结存即各项出入之和" in visitor.get("/lots").text
    assert "批号 TEST-0001" in lot_page(visitor).text


def test_a_lot_of_which_none_came_in_is_not_called_good(hub: PagesHub) -> None:
    gate = hub.world.laptop(b"epoch-03", name="Gate Two")
    give(gate, gate.register("Test Gate"), "NEVER-CAME")
    hub.world.push_all(gate)
    text = hub.signed_in(Role.READER).get("/lots", lot="never").text
    assert "-1 0 used without a receipt" in text and "good" not in text
