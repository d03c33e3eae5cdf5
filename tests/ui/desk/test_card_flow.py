"""A card at the desk: its doses come into the history of its person, once; others are refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from fieldapp.domain.client import Document
from fieldapp.domain.immunization import DoseSource
from fieldapp.domain.scan import identify
from fieldapp.journal.trusted import store_trust
from fieldapp.ui.desk.card_flow import prefilled
from fieldapp.wire.health_card import CardDose, HealthCard, IssuingKey, write_card
from fieldapp.wire.health_card.content import CVX
from fieldapp.wire.trust import HubKeys, Issuer, TrustList, sign_trust
from tests.journal.hub import ENROLMENT, HUB_KEY, enrol
from tests.journal.laptop import VACCINE, register
from tests.ui.desk.conftest import NOW, Desk
from tests.wire.health_card.cards import KEY, OTHER

WANG = Document("cn-resident-id", "110105198005170017")
FIRST = CardDose(((CVX, "510"),), date(2021, 7, 1), "AWAY-1", "Team A")
CARD = HealthCard("https://hub.invalid", 1_625_100_000, "王测试", date(1980, 5, 17), (FIRST,))
TEXT = write_card(CARD, KEY).text
GONE = IssuingKey(b"key of a laptop that is lost, 40 bytes!!")


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """A desk whose laptop knows team A, and that the laptop of team C was shut out."""
    journal, now_s = desk.practice.journal, int(NOW.timestamp())
    enrol(journal)
    keys = HubKeys(ENROLMENT.hub_id, ENROLMENT.hub_verify_key, ENROLMENT.hub_box_key, 0, 2**40)
    issuers = (Issuer(8, "Team A", KEY.public), Issuer(9, "Team C", GONE.public, now_s - 99))
    trust = TrustList(1, now_s - 86_400, now_s + 30 * 86_400, (keys,), issuers)
    store_trust(journal, sign_trust(trust, HUB_KEY))
    return desk


def doses(desk: Desk) -> list[tuple[str, str, str | None]]:
    return [
        (record.client.details.name, record.event.lot.lot_number, record.event.evidence)
        for record in desk.records()
        if record.event.source is DoseSource.ELSEWHERE
    ]


def test_a_valid_card_of_somebody_known_adds_the_dose_and_gives_the_verdict(desk: Desk) -> None:
    register(desk.practice.journal, "王测试", WANG, birth_date=date(1980, 5, 17))
    desk.scan(TEXT)
    desk.sees_person("王测试")
    desk.sees(lambda: "Valid card, signed by Team A. Doses added" in desk.said())
    desk.sees(lambda: desk.verdict() == "Give dose 2")
    assert doses(desk) == [("王测试", "AWAY-1", "certificate")]
    desk.scan(TEXT)
    desk.sees(lambda: "Nothing is new" in desk.said())
    assert len(doses(desk)) == 1


def test_after_the_id_card_the_vaccination_card_is_that_persons(desk: Desk) -> None:
    register(desk.practice.journal, "王测试", WANG, birth_date=date(1980, 5, 17))
    register(desk.practice.journal, "王测试", birth_date=date(1980, 5, 17))
    desk.scan(WANG.number)
    desk.sees_person("王测试")
    desk.scan(TEXT)
    desk.sees(lambda: len(doses(desk)) == 1)
    desk.sees_person("王测试")
    assert desk.records()[0].client.details.documents == (WANG,)


def test_somebody_new_is_registered_from_the_card_and_then_has_the_dose(desk: Desk) -> None:
    desk.scan(TEXT)
    desk.sees_page(desk.screen.register)
    form = desk.screen.register
    assert (form.name.text, form.birth.text) == ("王测试", "1980-05-17")
    desk.sees(lambda: "signed by Team A" in desk.said())
    assert doses(desk) == []
    form.submit()
    desk.sees(lambda: len(doses(desk)) == 1)


def test_of_several_the_nurse_chooses(desk: Desk) -> None:
    for _ in range(2):
        register(desk.practice.journal, "王测试", birth_date=date(1980, 5, 17))
    desk.scan(TEXT)
    desk.sees_page(desk.screen.hits)
    assert "Whose is it?" in desk.said()
    desk.screen.hits.choose(2)
    desk.sees(lambda: len(doses(desk)) == 1)


def _scan_another(desk: Desk) -> None:
    desk.screen.scan.take(WANG.number)


def _clear_and_scan_another(desk: Desk) -> None:
    desk.key(Qt.Key.Key_Escape)
    desk.scan(WANG.number)


@pytest.mark.parametrize("leave", [_scan_another, _clear_and_scan_another])
def test_a_card_that_was_left_adds_nothing_to_whoever_comes_next(
    desk: Desk, leave: Callable[[Desk], None]
) -> None:
    register(desk.practice.journal, "李乙", WANG, birth_date=date(1980, 5, 17))
    desk.scan(TEXT)
    desk.sees_page(desk.screen.register)
    leave(desk)
    desk.sees_person("李乙")
    desk.settle()
    assert doses(desk) == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (TEXT[:-9] + str((int(TEXT[-9]) + 1) % 10) + TEXT[-8:], "Altered card"),
        (write_card(CARD, OTHER).text, "Unknown issuer"),
        (write_card(CARD, GONE).text, "Issuer shut out"),
    ],
    ids=["altered", "unknown", "shut out"],
)
def test_what_is_not_proven_is_refused_in_words(desk: Desk, text: str, title: str) -> None:
    register(desk.practice.journal, "王测试", WANG, birth_date=date(1980, 5, 17))
    desk.scan(text)
    desk.sees_page(desk.screen.card)
    assert desk.screen.card.title.text() == title
    assert "othing was taken" in desk.screen.card.reason.text()
    assert desk.screen.card.heading.isVisible() is (title == "Unknown issuer")
    assert doses(desk) == []
    desk.scan(WANG.number)
    desk.sees_person("王测试")


def test_a_list_that_is_too_old_is_said(desk: Desk) -> None:
    desk.practice.clock.pass_s(31 * 86_400)  # type: ignore[attr-defined]  # a clock of the tests
    desk.scan(TEXT)
    desk.sees_page(desk.screen.card)
    assert desk.screen.card.title.text() == "Trust list too old"
    desk.key(Qt.Key.Key_Escape)
    desk.sees_page(desk.screen.empty)


def test_a_card_in_pieces_is_taken_when_all_are_there(desk: Desk) -> None:
    register(desk.practice.journal, "王测试", WANG, birth_date=date(1980, 5, 17))
    digits = TEXT.removeprefix("shc:/")
    desk.scan(f"shc:/2/2/{digits[500:]}")
    desk.sees(lambda: "Parts still to scan: 1" in desk.said())
    desk.scan(f"shc:/1/2/{digits[:500]}")
    desk.sees_person("王测试")
    desk.sees(lambda: len(doses(desk)) == 1)


def test_a_scanner_that_breaks_the_code_into_lines_does_no_harm(desk: Desk) -> None:
    register(desk.practice.journal, "王测试", WANG, birth_date=date(1980, 5, 17))
    desk.scan("\n".join(TEXT[at : at + 400] for at in range(0, len(TEXT), 400)))
    desk.sees_person("王测试")
    desk.sees(lambda: len(doses(desk)) == 1)


def test_a_dose_of_an_unknown_product_is_named_for_the_nurse(desk: Desk) -> None:
    register(desk.practice.journal, "王测试", WANG, birth_date=date(1980, 5, 17))
    foreign = replace(FIRST, codes=((CVX, "207"),), day=date(2021, 6, 1))
    desk.scan(write_card(replace(CARD, doses=(foreign, FIRST)), KEY).text)
    desk.sees(lambda: "CVX 207" in desk.said())
    assert [record.event.lot.vaccine_id for record in desk.records()] == [VACCINE]


def test_a_birth_date_that_is_not_known_to_the_day_is_not_made_up() -> None:
    scan = identify(TEXT, date(2021, 8, 1))
    assert prefilled(scan, CARD).birth_date == date(1980, 5, 17)
    assert prefilled(scan, replace(CARD, birth_date=None)).birth_date is None
    assert prefilled(scan, CARD).name == "王测试"
