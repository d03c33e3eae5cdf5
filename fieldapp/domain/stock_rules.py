"""The rules about stock that a programme may change: limits, open vials, expiry; each with source.

How long each product may be open and how warm it may be stands in the catalogue.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fieldapp.domain.errors import FieldAppError
from fieldapp.domain.storage import Storage


class StockRulesInvalid(FieldAppError):
    """The file of the rules cannot be used."""

    happened = "The rules about stock cannot be used: {where} is missing or wrong."
    safe = "Nothing recorded is affected."
    next_step = "Restore the file resources/stock/rules.json of this release."


@dataclass(frozen=True, slots=True)
class StockRules:
    """`usual`: the limits of what the catalogue says nothing about. `freeze_tenths`: at or below it
    a vaccine that freezing harms counts as frozen. `ignore_up_to_s`: an excursion that certainly
    was no longer holds no lot. `longest_gap_s`: readings further apart leave the time between them
    unmeasured. `short_hours`, `keep_if`: which open vials outlive a session, and on what terms.
    """

    edition: str
    usual: Storage
    freeze_tenths: int
    ignore_up_to_s: int
    longest_gap_s: int
    look_back_days: int
    cold_chain_source: str
    short_hours: int
    keep_if: tuple[str, ...]
    multi_dose_source: str
    soon_days: int


def parse_stock_rules(document: Mapping[str, object]) -> StockRules:
    """Read a stock-rules/1 document. Raises StockRulesInvalid naming the place."""
    cold, vials, expiry = (_part(document, name) for name in ("cold_chain", "multi_dose", "expiry"))
    usual = Storage(
        round(_number(cold, "default_max_c") * 10),
        round(_number(cold, "default_min_c") * 10),
        freeze_sensitive=True,
    )
    return StockRules(
        edition=_text(document, "edition"),
        usual=usual,
        freeze_tenths=round(_number(cold, "freeze_c") * 10),
        ignore_up_to_s=round(_number(cold, "ignore_up_to_minutes") * 60),
        longest_gap_s=round(_number(cold, "longest_gap_minutes") * 60),
        look_back_days=round(_number(cold, "look_back_days")),
        cold_chain_source=_text(cold, "source"),
        short_hours=round(_number(vials, "short_hours")),
        keep_if=_texts(vials, "keep_if"),
        multi_dose_source=_text(vials, "source"),
        soon_days=round(_number(expiry, "soon_days")),
    )


def _part(document: Mapping[str, object], name: str) -> Mapping[str, object]:
    part = document.get(name)
    if not isinstance(part, Mapping):
        raise StockRulesInvalid(where=name)
    return part


def _number(part: Mapping[str, object], name: str) -> float:
    value = part.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise StockRulesInvalid(where=name)
    return value


def _text(part: Mapping[str, object], name: str) -> str:
    value = part.get(name)
    if not isinstance(value, str) or not value:
        raise StockRulesInvalid(where=name)
    return value


def _texts(part: Mapping[str, object], name: str) -> tuple[str, ...]:
    value = part.get(name)
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise StockRulesInvalid(where=name)
    return tuple(value)
