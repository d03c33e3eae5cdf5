"""The verb: load the rules about stock of this release."""

from __future__ import annotations

import json
from functools import cache

from fieldapp.domain.stock_rules import StockRules, StockRulesInvalid, parse_stock_rules
from fieldapp.resource_files import resource_path


@cache
def load_stock_rules() -> StockRules:
    """Raises StockRulesInvalid. Read once: a release's resources do not change while it runs."""
    try:
        document = json.loads(resource_path("stock", "rules.json").read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise StockRulesInvalid(where="the file's content") from error
    if not isinstance(document, dict):
        raise StockRulesInvalid(where="the file's content")
    return parse_stock_rules(document)
