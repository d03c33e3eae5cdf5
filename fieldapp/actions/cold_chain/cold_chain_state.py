"""The verb: how warm is it in each refrigerator and box, and when was it too warm or too cold?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from fieldapp.actions.cold_chain.hold_exposed import storage_of
from fieldapp.actions.practice import Practice
from fieldapp.actions.stock_rules import load_stock_rules
from fieldapp.domain.cold_chain import Excursion, Reading, as_counted, excursions
from fieldapp.domain.stock_rules import StockRules
from fieldapp.domain.storage import Storage
from fieldapp.journal import stock, temperatures
from fieldapp.journal.temperatures import Series


@dataclass(frozen=True, slots=True)
class ContainerState:
    """A refrigerator or box. `limits` are the narrowest of the vaccines on board; `excursions` by
    them, the newest first. `latest`: the newest reading of any logger or person."""

    name: str
    limits: Storage
    series: tuple[Series, ...]
    latest: Reading
    excursions: tuple[Excursion, ...]

    @property
    def in_range(self) -> bool:
        """Whether the newest reading is within the limits."""
        low = self.limits.low_tenths
        return (low is None or low <= self.latest.tenths) and (
            self.latest.tenths <= self.limits.high_tenths
        )


def cold_chain_state(practice: Practice, days: int) -> tuple[ContainerState, ...]:
    """Every container that was read in the last `days`, the one read last first. Reads only."""
    rules, journal = load_stock_rules(), practice.journal
    since = practice.clock.now() - timedelta(days=days)
    limits = narrowest(practice, rules)
    of_container: dict[str, list[Series]] = {}
    for series in temperatures.all_series(journal, since):
        of_container.setdefault(series.container, []).append(series)
    states = [_state(name, found, limits, rules) for name, found in of_container.items()]
    return tuple(sorted(states, key=lambda one: -one.latest.at_s))


def narrowest(practice: Practice, rules: StockRules) -> Storage:
    """The limits within which every vaccine on board is safe; the usual ones with none on board."""
    on_board = [
        storage_of(practice.catalogue, one.lot.vaccine_id, rules)
        for one in stock.balances(practice.journal)
        if one.balance.on_hand > 0
    ]
    if not on_board:
        return rules.usual
    lows = [one.low_tenths for one in on_board if one.low_tenths is not None]
    return Storage(
        high_tenths=min(one.high_tenths for one in on_board),
        low_tenths=max(lows) if lows else None,
        freeze_sensitive=any(one.freeze_sensitive for one in on_board),
    )


def _state(
    name: str, found: Sequence[Series], limits: Storage, rules: StockRules
) -> ContainerState:
    newest = max(reading for series in found for reading in series.readings[-1:])
    outside = sorted(_outside(found, limits, rules), key=lambda one: -one.began_s)
    return ContainerState(name, limits, tuple(found), newest, tuple(outside))


def _outside(found: Sequence[Series], limits: Storage, rules: StockRules) -> Iterable[Excursion]:
    for series in found:
        told = excursions(series.readings, limits, rules.longest_gap_s)
        yield from as_counted(told, series.counts)
