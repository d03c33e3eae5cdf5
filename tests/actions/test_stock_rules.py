"""The rules of this release can be loaded."""

from __future__ import annotations

from fieldapp.actions.stock_rules import load_stock_rules


def test_the_rules_of_this_release_load_once() -> None:
    assert load_stock_rules() is load_stock_rules()
    assert load_stock_rules().soon_days > 0
