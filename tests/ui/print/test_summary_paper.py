"""The one page of a session: every count, whether it adds up, and the laptop's word for it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from nacl.signing import SigningKey
from PySide6.QtWidgets import QApplication

from fieldapp.actions.programme import load_catalogue
from fieldapp.domain.reconciliation import CashCount, LotCount, Reconciliation
from fieldapp.reports.session_summary import Seal, statement
from fieldapp.ui import language
from fieldapp.ui.print.drawing import pdf_bytes, picture
from fieldapp.ui.print.summary_paper import summary_paper
from fieldapp.wire.statement import read_statement, sign_statement
from tests.ui.print.papers import BIBP, SUMMARY, codes, joined, pages

CATALOGUE = load_catalogue()


def test_the_page_says_who_where_when_and_every_count() -> None:
    (text,) = pages(pdf_bytes(summary_paper(SUMMARY, CATALOGUE)))
    for words in (
        "Session summary",
        "Boat 3 · 70",
        "微山湖上接种队",
        "Nanyang pier · port",
        "34.78912, 116.98701",
        "23 Nov 2026 06:30 · Nurse Test",
        "23 Nov 2026 17:30 · Lead Test",
        "TEST-0001 100 80 7 13 adds up",
        "TEST-0002 60 40 0 19 1 missing",
        "All 160 120 7 32 1 missing",
        "Doses given: 120",
        "BIBP · Dose 1: 80",
        "Fever or acute illness: 2",
        "Vaccinated: 118",
        "Watched afterwards: 117",
        "Reactions reported: 1, serious: 0",
        "Float 200 yuan + taken 300 yuan − given back 100 yuan = 400 yuan",
        "Counted: 390 yuan · 10 yuan missing",
        "Receipts: 3, from 71-00120-AAAA to 71-00122-BBBB",
        "Not confirmed by the hub yet: 63",
        "Rain from three o'clock.",
        "Closed by, signature",
        "Signed by laptop 71",
    ):
        assert joined(words) in joined(text), words
    assert "Draft" not in text


def test_the_code_holds_the_signed_statement_whole() -> None:
    key = SigningKey(b"\x05" * 32)
    line = statement(SUMMARY, 8150, bytes(range(32)))
    signed = replace(SUMMARY, seal=Seal(71, 8150, bytes(range(32)), sign_statement(line, key)))
    (read,) = codes(picture(summary_paper(signed, CATALOGUE), 12))
    assert read_statement(read, key.verify_key) == line


def test_a_session_still_open_is_a_draft_without_a_signature() -> None:
    draft = replace(SUMMARY, closed_at=None, seal=None)
    paper = summary_paper(draft, CATALOGUE)
    (text,) = pages(pdf_bytes(paper))
    assert "Draft: this session is still open." in text
    assert "Signed by laptop" not in text
    assert paper.code == ""


def test_what_was_not_counted_and_no_cash_are_said() -> None:
    lots = (LotCount(BIBP, "TEST-0003", 10, 4, 0, None), LotCount(BIBP, "TEST-0004", 10, 4, 0, 7))
    bare = replace(SUMMARY, reckoning=Reconciliation(lots, CashCount()), seal=None)
    (text,) = pages(pdf_bytes(summary_paper(bare, CATALOGUE)))
    for words in ("10 4 0 – not counted", "10 4 0 7 1 too many", "No fees were taken."):
        assert words in text, words


def test_twenty_lots_fit_on_one_page() -> None:
    lots = tuple(LotCount(BIBP, f"TEST-{n:04d}", 10, 4, 0, 6) for n in range(20))
    many = replace(SUMMARY, reckoning=Reconciliation(lots, SUMMARY.reckoning.cash))
    assert len(pages(pdf_bytes(summary_paper(many, CATALOGUE)))) == 1


@pytest.mark.parametrize("words", ["场次", "批号", "合计", "接种 120 剂", "备注"])
def test_the_page_speaks_chinese(words: str, qapp: QApplication) -> None:
    language.install(qapp, language.CHINESE)
    (text,) = pages(pdf_bytes(summary_paper(SUMMARY, CATALOGUE)))
    assert joined(words) in joined(text)
