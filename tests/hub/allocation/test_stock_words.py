"""Promises of the words: every dose that does not count, and every doubt, is said; else nothing."""

from __future__ import annotations

from datetime import date, timedelta

from fieldapp.hub.allocation.holdings import Stock
from fieldapp.hub.allocation.problem import Held
from fieldapp.hub.allocation.stock_words import stock_notes
from fieldapp.hub.web.words import ENGLISH, words_of

TODAY = date(2026, 11, 30)


def texts(stock: Stock, held: Held | None = None) -> list[str]:
    return [words_of(ENGLISH).say(one) for one in stock_notes(stock, held, TODAY)]


def test_what_is_not_known_is_no_silent_zero() -> None:
    assert texts(Stock()) == [
        "Its teams wrote down no stock of this product: what they hold is not known."
    ]
    assert texts(Stock(written=True)) == []


def test_what_is_known_from_long_ago_is_said_to_be() -> None:
    week = timedelta(days=7)
    assert texts(Stock(written=True, heard=TODAY - week)) == []
    assert texts(Stock(written=True, heard=TODAY - 2 * week)) == [
        "One of its teams was last heard 14 days ago: what it holds is as old."
    ]


def test_each_reason_has_its_sentence() -> None:
    stock = Stock([], blocked=1, over=2, undated=3, below=4, unbooked=1, shut_out=6, written=True)
    assert texts(stock, Held((0,), lost=5)) == [
        "Its books are 4 doses below zero: have them counted.",
        "1 team gave doses of lots that it never wrote down as received.",
        "1 dose is recalled or held back: it does not count.",
        "2 doses have passed their expiry: they do not count.",
        "3 doses have no expiry written down: they do not count.",
        "6 doses are in the books of laptops that are shut out: they do not count.",
        "5 doses expire this week: they do not count.",
    ]
