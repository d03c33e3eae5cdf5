"""The paper says what the card says, in both languages, and its code is read back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader

from fieldapp.actions.programme import load_catalogue
from fieldapp.domain.birth_date import Precision
from fieldapp.hub.cards.paper import name_on_label, write_paper
from fieldapp.hub.web.words import CHINESE, ENGLISH, words_of
from fieldapp.reports.vaccination_card import CardDose, NextDose, VaccinationCard
from tests.hub.messages.clinic import BIBP

CATALOGUE = load_catalogue()
CARD = VaccinationCard(
    name="王小明 Wang Xiaoming",
    document="G•••••678",
    birth_date=date(1985, 3, 3),
    doses=(
        CardDose(1, BIBP, "TEST-0001", date(2021, 5, 8), given_by="3号船 Boat 3"),
        CardDose(2, BIBP, "", date(2021, 6, 1), elsewhere=True, evidence="certificate"),
        CardDose(3, "not-listed", "LOT 7", date(2021, 9, 1), given_by="县医院", elsewhere=True),
    ),
    team="",
    issued_at=datetime(2021, 9, 2, 12, tzinfo=UTC),
    next_doses=(NextDose(BIBP, 4, date(2022, 3, 1)),),
    signed="shc:/" + "5676290952" * 60,
)


def text_of(file: Path) -> str:
    told = "\n".join(page.extract_text() for page in PdfReader(file).pages)
    return told.replace("\0", "")


def test_it_stands_there_in_english(tmp_path: Path) -> None:
    file = tmp_path / "card.pdf"
    write_paper(file, CARD, CATALOGUE, words_of(ENGLISH))
    text = text_of(file)
    for words in (
        "Vaccination card", "王小明 Wang Xiaoming", "Born 3 Mar 1985", "TEST-0001", "3号船 Boat 3",
        "from a signed card", "as told or from paper", "not-listed", "dose 4, from 1 Mar 2022",
        "Made again by the vaccination hub on 2 Sep 2021", "any team can prove it",
    ):  # fmt: skip
        assert words in text.replace("\n", " "), words
    assert len(PdfReader(file).pages) == 1
    assert file.stat().st_mode & 0o077 == 0, "for its owner's eyes"


def test_it_stands_there_in_chinese_and_names_what_has_no_room(tmp_path: Path) -> None:
    file = tmp_path / "card.pdf"
    many = replace(CARD, left_out=1, next_doses=(), complete=True, birth_known_to=Precision.YEAR)
    write_paper(file, many, CATALOGUE, words_of(CHINESE))
    text = text_of(file)
    for words in ("预防接种卡", "最近 2 剂", "出生 1985", "已全程接种"):
        assert words in text, words


def test_many_doses_go_on_over_the_page(tmp_path: Path) -> None:
    file = tmp_path / "card.pdf"
    many = replace(CARD, doses=CARD.doses * 12)
    write_paper(file, many, CATALOGUE, words_of(ENGLISH))
    assert len(PdfReader(file).pages) > 1


@pytest.mark.parametrize("language", [ENGLISH, CHINESE])
def test_a_product_bears_the_name_of_its_label(language: str) -> None:
    words = words_of(language)
    assert name_on_label(CATALOGUE, BIBP, words) != BIBP
    assert name_on_label(CATALOGUE, "not-listed", words) == "not-listed"
