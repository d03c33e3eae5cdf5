"""Amounts are written as people write them."""

from __future__ import annotations

import pytest

from fieldapp.ui.print.money import money


@pytest.mark.parametrize(
    ("amount", "currency", "decimals", "written"),
    [
        (10000, "CNY", 2, "100 yuan"),
        (9350, "CNY", 2, "93.50 yuan"),
        (-9350, "EUR", 2, "-93.50 EUR"),
        (500, "JPY", 0, "500 JPY"),
    ],
)
def test_money(amount: int, currency: str, decimals: int, written: str) -> None:
    assert money(amount, currency, decimals) == written
