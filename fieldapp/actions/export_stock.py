"""The verb: write stock as a file: every movement, then what is left of each lot."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from fieldapp.actions.made_up import marked
from fieldapp.actions.moments import site_today
from fieldapp.actions.stock_rules import load_stock_rules
from fieldapp.domain.lot import LotFacts, standing
from fieldapp.journal import lots, stock, vials
from fieldapp.journal.journal import Journal
from fieldapp.reports.files import write_table
from fieldapp.reports.stock import BalanceLine, MovementLine, stock_table

_ALL = 10_000_000


def export_stock(journal: Journal, fmt: str, path: Path, since: date | None = None) -> int:
    """Write the report; returns how many rows. `since` leaves out movements before that day; the
    balances are always of everything. Raises CannotWrite."""
    table = marked(journal, stock_table(_movements(journal, since), _balances(journal)))
    write_table(table, fmt, path)
    return len(table.rows)


def _movements(journal: Journal, since: date | None) -> Iterator[MovementLine]:
    for one in reversed(stock.movements(journal, _ALL)):
        if since is None or one.at.date() >= since:
            yield MovementLine(
                at=one.at,
                kind=one.kind,
                lot=one.lot,
                vial_doses=one.vial_doses,
                doses=one.doses,
                session=one.session,
                reason=one.reason,
                note=one.note,
                counted=one.counted,
                vvm=one.vvm,
                by=one.by,
                taken_back=one.taken_back,
            )


def _balances(journal: Journal) -> Iterator[BalanceLine]:
    today, soon = site_today(journal.clock), load_stock_rules().soon_days
    in_use = {(vial.lot.vaccine_id, vial.lot.lot_number) for vial in vials.in_use(journal)}
    for one in stock.balances(journal):
        key = (one.lot.vaccine_id, one.lot.lot_number)
        facts = LotFacts(
            expiry=one.lot.expiry,
            on_hand=one.balance.on_hand,
            was_received=one.was_received,
            state=lots.lot_state(journal, *key),
            in_use=key in in_use,
        )
        yield BalanceLine(one.lot, one.vial_doses, one.balance, standing(facts, today, soon).value)
