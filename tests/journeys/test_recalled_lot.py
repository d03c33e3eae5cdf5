"""A supervisor recalls a lot at the hub: after its next sync, by a stick or by a neighbour, no
laptop lets a vial of it into use; once the recall is lifted it does again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Thread

import pytest

from fieldapp.actions.enrol import enrol
from fieldapp.actions.meet_neighbours import meet_at
from fieldapp.actions.open_vial import LotIsRecalled, VialScan
from fieldapp.actions.stock.amount import Amount
from fieldapp.actions.stock.lot_people import lot_people
from fieldapp.actions.stock.receive_lot import receive_lot
from fieldapp.actions.stock.stock_board import stock_board
from fieldapp.actions.sync_now import sync_now
from fieldapp.actions.take_vial import take_vial
from fieldapp.domain.errors import FieldAppError
from fieldapp.domain.immunization import VaccineLot
from fieldapp.domain.lot import LotStanding
from fieldapp.hub.enrolment import add_team
from fieldapp.hub.lots.heard import TIMES_TO_HEAR
from fieldapp.hub.stick import read_stick
from fieldapp.hub.web.access import Role
from fieldapp.journal.journal import Journal
from fieldapp.journal.verify import verify
from fieldapp.sync import pulls
from fieldapp.sync.neighbours.listening import Door, listen
from fieldapp.sync.neighbours.tally import Met
from fieldapp.sync.stick import read_answer, write_stick
from fieldapp.ui.language import day
from fieldapp.ui.recall_words import fault_words
from fieldapp.wire import recalls
from tests.actions.cold_chain.practice import practice_on
from tests.hub.fake_laptop import VACCINE
from tests.hub.web.pages_process import PagesHub, pages_hub
from tests.hub.web.visitor import Visitor
from tests.journal.laptop import LOT, NURSE, FakeClock, Laptop, dose_of, register

BOX = VaccineLot(VACCINE, LOT, date(2022, 1, 31))


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[PagesHub]:
    with pages_hub(tmp_path / "hub") as running:
        yield running


def joined(hub: PagesHub, home: Path) -> tuple[Laptop, Journal]:
    """A laptop of a team of its own that has joined the hub."""
    code = add_team(hub.store.folder, "Boat Test", "boat", "north", now_s=hub.now_s)
    laptop = Laptop(home, FakeClock(datetime.fromtimestamp(hub.now_s, UTC)))
    laptop.set_up()
    journal = laptop.open()
    enrol(journal, hub.url, code, None, laptop.clock)
    return laptop, journal


@pytest.fixture
def journal(hub: PagesHub, tmp_path: Path) -> Iterator[Journal]:
    """A laptop of a team that has twenty doses of the lot and gave one."""
    laptop, journal = joined(hub, tmp_path / "home")
    receive_lot(journal, Amount.of_vials(BOX, 10, 2), user=NURSE.login)
    person = register(journal, "测试甲", phone="+8613812345678")
    journal.append([replace(dose_of(journal, person), vaccine=VACCINE)], user=NURSE.login)
    sync(journal)
    yield journal
    laptop.close()


def sync(journal: Journal) -> None:
    sync_now(journal, journal.clock)


def scan(journal: Journal, code: str = "CODE-1") -> None:
    take_vial(practice_on(journal), VialScan(BOX, 2, code), user=NURSE.login)


def recall(hub: PagesHub) -> Visitor:
    page = hub.signed_in(Role.SUPERVISOR).get("/lots/lot", vaccine=VACCINE, lot=LOT)
    form = {"vaccine": VACCINE, "lot": LOT, "reason": "quality", "note": "Notice 4"}
    return page.post("/lots/recall", **form)


def told(page: Visitor) -> str:
    """What the lot's page says by now."""
    return page.get("/lots/lot", vaccine=VACCINE, lot=LOT).text


def test_a_recall_stops_a_vial_after_the_next_sync_and_lifting_releases_it(
    hub: PagesHub, journal: Journal
) -> None:
    page = recall(hub)
    scan(journal)  # it has not heard yet, and cannot know
    sync(journal)
    with pytest.raises(LotIsRecalled) as refused:
        scan(journal, "CODE-2")
    assert (refused.value.recall.reason, refused.value.recall.note) == ("quality", "Notice 4")
    (row,) = stock_board(practice_on(journal)).lots
    assert (row.standing, row.on_hand) == (LotStanding.RECALLED, 19)
    (got,) = lot_people(journal, VACCINE, LOT).records
    assert got.client.details.name == "测试甲"
    assert "0 of 1 laptops have heard" in told(page)  # given to it: whether it came, it will say
    sync(journal)
    assert "Every laptop has heard it." in told(page)
    page.post("/lots/lift", vaccine=VACCINE, lot=LOT, reason="found-good")
    sync(journal)
    scan(journal, "CODE-2")
    assert verify(journal).ok


def test_a_laptop_without_any_network_hears_by_stick(
    hub: PagesHub, journal: Journal, tmp_path: Path
) -> None:
    page = recall(hub)
    file = tmp_path / "stick" / "day.vxb"
    file.parent.mkdir()
    scan(journal)
    write_stick(journal, file, journal.clock)
    handed = read_stick(hub.store.folder, file, now_s=lambda: hub.now_s)
    assert "on a stick for it: ask whether the team has read it" in told(page)
    read_answer(journal, handed.answer, journal.clock)
    with pytest.raises(LotIsRecalled):
        scan(journal, "CODE-2")


@pytest.fixture
def far(hub: PagesHub, tmp_path: Path) -> Iterator[Journal]:
    """A laptop that joined in town, and has been out of reach of any network since."""
    laptop, journal = joined(hub, tmp_path / "far")
    yield journal
    laptop.close()


def meet(caller: Journal, listener: Journal) -> tuple[Met, Met]:
    """One laptop listens on a real socket, the other calls it."""
    heard: list[Met] = []
    failures: list[FieldAppError] = []
    door = Door("127.0.0.1", 0)

    def wait() -> None:
        listen(
            listener,
            door,
            listener.clock,
            met=heard.append,
            failed=failures.append,
            stopped=lambda: bool(heard or failures),
        )

    thread = Thread(target=wait)
    thread.start()
    called = meet_at(caller, str(door.address), caller.clock)
    thread.join()
    assert not failures
    return called, heard[0]


def test_a_boat_that_is_never_online_hears_from_another_boat(
    hub: PagesHub, journal: Journal, far: Journal
) -> None:
    page = recall(hub)
    sync(journal)
    scan(far)  # nobody has told it
    told_far = meet(far, journal)[0].learned
    assert told_far.recalled == ((VACCINE, LOT),)
    with pytest.raises(LotIsRecalled) as refused:
        scan(far, "CODE-2")
    site = datetime.fromtimestamp(hub.now_s, UTC)
    said = fault_words(refused.value, site)
    assert said.startswith(f"Lot {LOT} was recalled by the hub on {day(site.date())}:")
    assert "(Notice 4)" in said and "scan another vial" in said
    sync(journal)
    assert "1 of 2 laptops have heard" in told(page), "the hub does not guess who met whom"
    sync(far)
    assert "Every laptop has heard it." in told(page)
    page.post("/lots/lift", vaccine=VACCINE, lot=LOT, reason="found-good")
    sync(journal)
    assert meet(journal, far)[1].learned.lifted == ((VACCINE, LOT),)
    scan(far, "CODE-2")
    assert verify(far).ok and verify(journal).ok


def test_a_laptop_of_an_older_program_passes_over_it_and_the_hub_says_so(
    hub: PagesHub, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    older = tuple(kind for kind in pulls.KINDS if kind.name != recalls.KIND)
    monkeypatch.setattr(pulls, "KINDS", older)
    page = recall(hub)
    for _ in range(TIMES_TO_HEAR):
        sync(journal)
    assert "does not take it: call, update its program" in told(page)
    scan(journal)
    monkeypatch.undo()
    sync(journal)  # updated at last
    with pytest.raises(LotIsRecalled):
        scan(journal, "CODE-2")


def test_the_hub_knows_of_the_lot_what_the_laptop_knows(hub: PagesHub, journal: Journal) -> None:
    page = hub.signed_in(Role.SUPERVISOR)
    text = told(page)
    assert "Received 20" in text and "Doses given 1" in text and "Left 19" in text
    text = page.get("/lots/people", vaccine=VACCINE, lot=LOT).text
    assert "测试甲" in text and "+8613812345678" in text
