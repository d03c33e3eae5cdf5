"""What is to be said about the stock of a place: doses that do not count, and why; books that
cannot be right; nothing written down. None of it becomes a silent zero."""

from __future__ import annotations

from datetime import date, timedelta

from fieldapp.domain.demand import WEEK
from fieldapp.hub.allocation.holdings import Stock
from fieldapp.hub.allocation.problem import Held
from fieldapp.hub.web.words import Said, counted, said

_OLD = timedelta(days=WEEK)


def stock_notes(stock: Stock, held: Held | None, today: date) -> list[Said]:
    """One sentence each, those first that somebody should look into."""
    found = []
    if not stock.written:
        found.append(
            said("Its teams wrote down no stock of this product: what they hold is not known.")
        )
    elif stock.heard < today - _OLD:
        days = (today - stock.heard).days
        found.append(
            counted(
                "One of its teams was last heard {n} day ago: what it holds is as old."
                "|One of its teams was last heard {n} days ago: what it holds is as old.",
                days,
            )
        )
    if stock.below:
        found.append(
            counted(
                "Its books are {n} dose below zero: have it counted."
                "|Its books are {n} doses below zero: have them counted.",
                stock.below,
            )
        )
    if stock.unbooked:
        found.append(
            counted(
                "{n} team gave doses of lots that it never wrote down as received."
                "|{n} teams gave doses of lots that they never wrote down as received.",
                stock.unbooked,
            )
        )
    return [*found, *_not_counted(stock, held.lost if held else 0)]


def _not_counted(stock: Stock, lost: int) -> list[Said]:
    reasons = (
        counted(
            "{n} dose is recalled or held back: it does not count."
            "|{n} doses are recalled or held back: they do not count.",
            stock.blocked,
        ),
        counted(
            "{n} dose has passed its expiry: it does not count."
            "|{n} doses have passed their expiry: they do not count.",
            stock.over,
        ),
        counted(
            "{n} dose has no expiry written down: it does not count."
            "|{n} doses have no expiry written down: they do not count.",
            stock.undated,
        ),
        counted(
            "{n} dose is in the books of a laptop that is shut out: it does not count."
            "|{n} doses are in the books of laptops that are shut out: they do not count.",
            stock.shut_out,
        ),
        counted(
            "{n} dose expires this week: it does not count."
            "|{n} doses expire this week: they do not count.",
            lost,
        ),
    )
    return [reason for reason in reasons if reason.n]
