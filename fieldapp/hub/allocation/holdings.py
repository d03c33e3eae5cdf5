"""What the teams of a place still hold of a product, by their own books, and what is in doubt.

Nobody's doubt becomes a number: what may not be given, or is not known, is kept apart and said.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from sqlalchemy import Connection

from fieldapp.hub.allocation.cover import Batch
from fieldapp.hub.devices import Device, devices
from fieldapp.hub.lots.reading import TeamBalance, balances
from fieldapp.hub.lots.usable import Lots, Use, read_lots


@dataclass
class Stock:
    """One product at one place. `batches` may be given; not counted among them are doses `blocked`
    (recalled, or held back by their team), `over` their expiry, `undated`, or of a laptop that is
    `shut_out`. `below`: so many doses more went out than came in; `unbooked`: teams that gave some
    and wrote down no receipt. `written`: whether there is any book at all; `heard`: as of when, by
    the team heard least."""

    batches: list[Batch] = field(default_factory=list)
    blocked: int = 0
    over: int = 0
    undated: int = 0
    shut_out: int = 0
    below: int = 0
    unbooked: int = 0
    written: bool = False
    heard: date = date.max

    @property
    def books(self) -> int | None:
        """Doses that may be given; None: nothing is written down."""
        return sum(one.doses for one in self.batches) if self.written else None


def stocks(connection: Connection, vaccine: str, today: date) -> dict[str, Stock]:
    """By place. Where the doses of a laptop that is shut out are nobody knows."""
    teams = devices(connection)
    rows = [row for row in balances(connection, vaccine) if row.device in teams]
    known = read_lots(connection, {(vaccine, row.lot_key) for row in rows if row.left > 0}, today)
    found: defaultdict[str, Stock] = defaultdict(Stock)
    unbooked: defaultdict[str, set[int]] = defaultdict(set)
    for row in rows:
        team = teams[row.device]
        stock = found[team.region]
        if team.revoked_s is not None:
            stock.shut_out += max(0, row.left)
            continue
        stock.heard = min(stock.heard, _heard(team))
        if row.left < 0 and not row.was_received:
            unbooked[team.region].add(row.device)
        else:
            _count(stock, row, known)
    for place, without in unbooked.items():
        found[place].unbooked = len(without)
    return dict(found)


def _heard(team: Device) -> date:
    return datetime.fromtimestamp(team.last_contact_s or team.enrolled_s, UTC).date()


def _count(stock: Stock, row: TeamBalance, known: Lots) -> None:
    stock.written = True
    lot = (row.vaccine, row.lot_key)
    use = known.use(lot, row.device)
    if row.left < 0:
        stock.below -= row.left
    elif row.left == 0:
        return
    elif use is Use.BLOCKED:
        stock.blocked += row.left
    elif use is Use.UNDATED:
        stock.undated += row.left
    elif use is Use.OVER:
        stock.over += row.left
    else:
        stock.batches.append(Batch(row.left, known.last[lot]))
