"""The verb: hold every lot that was there when it was too warm or too cold, once an excursion.

Held, never thrown away, and never released by a rule: how much a lot bears its maker must say.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from fieldapp.domain.cold_chain import Excursion, as_counted, excursions, hold_reason
from fieldapp.domain.immunization import VaccineLot
from fieldapp.domain.stock_rules import StockRules
from fieldapp.domain.storage import Storage
from fieldapp.domain.vaccine import Catalogue
from fieldapp.journal import lots, stock, temperatures
from fieldapp.journal.journal import Journal
from fieldapp.journal.stock import Presence
from fieldapp.journal.temperatures import Series
from fieldapp.wire.dates import from_wall
from fieldapp.wire.facts import LotHeld


@dataclass(frozen=True, slots=True)
class Exposure:
    """A lot that was in the team's hands during an excursion, and why that matters to it."""

    lot: VaccineLot
    container: str
    excursion: Excursion
    reason: str


def hold_exposed(
    journal: Journal, catalogue: Catalogue, rules: StockRules, *, now: datetime, user: str
) -> list[Exposure]:
    """Hold what was exposed and not held for it before; returns what was held now.

    Which lot stood in which box is not written down: every lot the team had counts as exposed, and
    whoever releases it says so. An excursion that turns out longer holds again.
    """
    with journal.transaction():
        found = exposures(journal, catalogue, rules, now)
        fresh = [one for one in found if _is_news(journal, one)]
        journal.append([_fact(one) for one in fresh], user=user)
    return fresh


def exposures(
    journal: Journal, catalogue: Catalogue, rules: StockRules, now: datetime
) -> list[Exposure]:
    """Every lot with every excursion that matters to it, oldest first. Reads only."""
    series = temperatures.all_series(journal, now - timedelta(days=rules.look_back_days))
    known: dict[Storage, list[tuple[str, Excursion]]] = {}
    found = []
    for presence in stock.presences(journal):
        storage = storage_of(catalogue, presence.lot.vaccine_id, rules)
        if storage not in known:
            known[storage] = _excursions(series, storage, rules)
        found += _exposed(presence, storage, known[storage], rules)
    return sorted(found, key=lambda one: one.excursion.began_s)


def storage_of(catalogue: Catalogue, vaccine_id: str, rules: StockRules) -> Storage:
    """The limits of a vaccine; the usual ones where the catalogue says none."""
    product = catalogue.get(vaccine_id)
    return product.storage if product and product.storage else rules.usual


def _excursions(
    series: Sequence[Series], storage: Storage, rules: StockRules
) -> list[tuple[str, Excursion]]:
    return [
        (one.container, excursion)
        for one in series
        for excursion in as_counted(
            excursions(one.readings, storage, rules.longest_gap_s), one.counts
        )
    ]


def _exposed(
    presence: Presence,
    storage: Storage,
    known: Sequence[tuple[str, Excursion]],
    rules: StockRules,
) -> list[Exposure]:
    found = []
    for container, excursion in known:
        began, ended = from_wall(excursion.began_s), from_wall(excursion.ended_s)
        there = presence.since <= ended and (presence.until is None or began <= presence.until)
        reason = hold_reason(excursion, storage, rules) if there else None
        if reason is not None:
            found.append(Exposure(presence.lot, container, excursion, reason))
    return found


def _is_news(journal: Journal, one: Exposure) -> bool:
    lot, excursion = one.lot, one.excursion
    before = lots.longest_held(
        journal, lot.vaccine_id, lot.lot_number, one.container, excursion.began_s
    )
    return before is None or excursion.minutes > before


def _fact(one: Exposure) -> LotHeld:
    return LotHeld(
        vaccine=one.lot.vaccine_id,
        lot=one.lot.lot_number,
        reason=one.reason,
        container=one.container,
        began_s=one.excursion.began_s,
        minutes=one.excursion.minutes,
    )
