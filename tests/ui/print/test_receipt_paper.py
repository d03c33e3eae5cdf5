"""The slip says what was paid, by whom, for what; a refund's says that it went back."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QApplication

from fieldapp.actions.programme import load_catalogue
from fieldapp.ui import language
from fieldapp.ui.print.drawing import pdf_bytes, picture
from fieldapp.ui.print.receipt_paper import receipt_paper
from tests.ui.print.papers import NOW, SLIP, codes, joined, pages

CATALOGUE = load_catalogue()
REFUND = replace(SLIP, refunded_at=NOW.replace(hour=10), refund_reason="wrong-person")


def test_a_receipt_says_number_amount_person_and_what_for() -> None:
    paper = receipt_paper(SLIP, CATALOGUE)
    (text,) = pages(pdf_bytes(paper))
    for words in (
        "Receipt",
        "71-00123-K7QF",
        "93.50 yuan",
        "Alexandra Example",
        "Dose 1",
        "TEST-0001",
        "23 Nov 2026 09:30",
        "Palace gate",
        "Foreign nationals pay for each dose",
        "For the accounts: cn-foreign-nationals, 23 Mar 2021",
    ):
        assert joined(words) in joined(text), words
    assert "Paid by" not in text, "the person paid"
    assert codes(picture(paper, 12)) == ["VXREC1|71-00123-K7QF|9350|CNY|2026-11-23T09:30"]
    assert paper.stem == "receipt-71-00123-K7QF"


def test_a_refund_says_that_the_money_went_back_and_why() -> None:
    paper = receipt_paper(REFUND, CATALOGUE)
    (text,) = pages(pdf_bytes(paper))
    for words in (
        "Refund",
        "given back in full",
        "-93.50 yuan",
        "23 Nov 2026 10:30",
        "Wrong person",
    ):
        assert joined(words) in joined(text), words
    assert paper.stem == "refund-71-00123-K7QF"


def test_whoever_paid_for_somebody_else_is_named() -> None:
    (text,) = pages(pdf_bytes(receipt_paper(replace(SLIP, payer="Trawler Co."), CATALOGUE)))
    assert "Paid by Trawler Co." in text


def test_the_slip_speaks_chinese(qapp: QApplication) -> None:
    language.install(qapp, language.CHINESE)
    (text,) = pages(pdf_bytes(receipt_paper(SLIP, CATALOGUE)))
    for words in ("收据", "93.50 元", "批号", "2026-11-23 09:30", "外籍人士按剂自费"):
        assert joined(words) in joined(text), words
