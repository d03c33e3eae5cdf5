"""The card in words, in both languages, and the same in its code."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from fieldapp.actions.programme import load_catalogue
from fieldapp.reports.codes import QUIET_ZONE
from fieldapp.ui import language
from fieldapp.ui.language import CHINESE, ENGLISH, spoken
from fieldapp.ui.print.card_paper import A5, WALLET, card_paper, language_of, plain_text
from fieldapp.ui.print.drawing import pdf_bytes, picture
from tests.ui.print.papers import SIGNED, card, codes, joined, pages

CATALOGUE = load_catalogue()


@pytest.mark.parametrize("sheet", [A5, WALLET])
def test_the_card_says_who_what_when_and_how_it_is_known(sheet: str) -> None:
    (text,) = pages(pdf_bytes(card_paper(card(2), CATALOGUE, sheet)))
    for words in (
        "Vaccination card",
        "王甲 Wang Jia",
        "1101 05•• •••• ••01 7X",
        "Born 17 May 1980",
        "LOT-0001",
        "2 Jan 2026",
        "left arm",
        "Next: dose 3, from 1 May 2027",
        "Known as of 22 Nov 2026, 09:30",
        "微山湖上接种队 Weishan team",
        "Nurse Test",
    ):
        assert joined(words) in joined(text), words


@pytest.mark.parametrize("sheet", [A5, WALLET])
def test_the_card_speaks_chinese(sheet: str, qapp: QApplication) -> None:
    language.install(qapp, language.CHINESE)
    (text,) = pages(pdf_bytes(card_paper(card(2), CATALOGUE, sheet)))
    for words in ("接种卡", "出生日期 1980-05-17", "批号", "2026-01-02", "左臂", "2027-05-01"):
        assert joined(words) in joined(text), words


def test_the_full_product_name_stands_on_the_large_card(qapp: QApplication) -> None:
    assert "Covilo" in pages(pdf_bytes(card_paper(card(), CATALOGUE, A5)))[0]
    language.install(qapp, language.CHINESE)
    text = pages(pdf_bytes(card_paper(card(), CATALOGUE, A5)))[0]
    assert joined("新型冠状病毒灭活疫苗(Vero细胞)(北京生物)") in joined(text)


def test_a_dose_from_elsewhere_is_marked_as_such() -> None:
    unknown = replace(card(2).doses[1], given_by="")
    told = card_paper(replace(card(2), doses=(unknown,)), CATALOGUE, A5)
    assert "elsewhere, as told or from paper" in told.areas[1][1]
    assert "told" not in card_paper(card(1), CATALOGUE, A5).areas[1][1]


def test_the_place_and_the_evidence_of_a_dose_of_others_are_said() -> None:
    clinic = replace(card(2).doses[1], given_by="Harbour clinic", evidence="certificate")
    told = replace(card(2), doses=(clinic,))
    (text,) = pages(pdf_bytes(card_paper(told, CATALOGUE, A5)))
    assert joined("Harbour clinic, Certificate or scanned card") in joined(text)
    assert "Harbour clinic" in pages(pdf_bytes(card_paper(told, CATALOGUE, WALLET)))[0]


def test_an_empty_card_says_that_nothing_is_known_and_a_finished_course_that_it_is() -> None:
    empty = replace(card(0), next_doses=(), known_as_of=None)
    (text,) = pages(pdf_bytes(card_paper(empty, CATALOGUE, A5)))
    assert "No dose is known here." in text
    assert "own records only" in text
    done = replace(card(2), next_doses=(), complete=True)
    assert "Complete" in pages(pdf_bytes(card_paper(done, CATALOGUE, WALLET)))[0]


@pytest.mark.parametrize("sheet", [A5, WALLET])
@pytest.mark.parametrize("doses", [1, 6])
def test_the_code_can_be_read_off_the_printed_card(sheet: str, doses: int) -> None:
    """As a printer of 300 dots an inch puts it on paper."""
    paper = card_paper(card(doses), CATALOGUE, sheet)
    assert codes(picture(paper, 12)) == [SIGNED]


def test_a_laptop_that_may_not_sign_prints_plain_text() -> None:
    unsigned = replace(card(2), signed="")
    paper = card_paper(unsigned, CATALOGUE, A5)
    assert codes(picture(paper, 12)) == [plain_text(unsigned, CATALOGUE)]
    assert "signed" not in pages(pdf_bytes(paper))[0]


@pytest.mark.parametrize("sheet", [A5, WALLET])
def test_the_paper_says_what_its_code_holds(sheet: str) -> None:
    whole = pages(pdf_bytes(card_paper(card(6), CATALOGUE, sheet)))[0]
    assert joined("any team can prove it") in joined(whole)
    part = replace(card(6), left_out=2)
    assert joined("the newest 4 doses") in joined(
        pages(pdf_bytes(card_paper(part, CATALOGUE, sheet)))[0]
    )


@pytest.mark.parametrize("sheet", [A5, WALLET])
def test_the_squares_of_the_largest_code_stay_large_enough_for_a_scanner(sheet: str) -> None:
    """0.25 mm is what the specifications of common hand scanners promise to read."""
    squares = 4 * 22 + 17 + 2 * QUIET_ZONE  # version 22: what `write_card` never exceeds
    _, _, side = card_paper(card(1), CATALOGUE, sheet).sheet.code
    assert side / squares >= 0.25


def test_the_files_name_holds_no_name() -> None:
    assert card_paper(card(), CATALOGUE, A5).stem == "vaccination-card-20261123-093000"


def test_the_card_is_in_the_persons_language_where_it_is_one_of_ours() -> None:
    english, chinese = replace(card(), language="en"), replace(card(), language="zh")
    assert [language_of(english), language_of(chinese)] == [ENGLISH, CHINESE]
    assert language_of(replace(card(), language="ru")) == spoken()
    assert card_paper(chinese, CATALOGUE, A5, CHINESE).title == "接种卡"
    assert card_paper(chinese, CATALOGUE, A5, ENGLISH).title == "Vaccination card"
