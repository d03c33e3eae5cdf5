"""The rules about stock are data; a wrong file is named by its place."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest

from fieldapp.domain.stock_rules import StockRulesInvalid, parse_stock_rules
from fieldapp.domain.storage import Storage
from fieldapp.resource_files import resource_path

FILE: dict[str, Any] = json.loads(resource_path("stock", "rules.json").read_text("utf-8"))


def test_the_rules_of_this_release_name_their_sources() -> None:
    rules = parse_stock_rules(FILE)
    assert rules.usual == Storage(80, 20, True)
    assert (rules.freeze_tenths, rules.short_hours) == (-5, 6)
    assert "WHO/IVB/14.07" in rules.multi_dose_source
    assert "WHO/PQS/E006" in rules.cold_chain_source


@pytest.mark.parametrize(
    ("part", "name", "value"),
    [
        ("cold_chain", "freeze_c", "cold"),
        ("cold_chain", "source", ""),
        ("multi_dose", "keep_if", ["cold", 3]),
        ("multi_dose", "short_hours", True),
    ],
)
def test_a_wrong_value_is_named(part: str, name: str, value: object) -> None:
    document = copy.deepcopy(FILE)
    document[part][name] = value
    with pytest.raises(StockRulesInvalid, match=name):
        parse_stock_rules(document)


def test_a_missing_part_is_named() -> None:
    with pytest.raises(StockRulesInvalid, match="expiry"):
        parse_stock_rules({key: part for key, part in FILE.items() if key != "expiry"})
