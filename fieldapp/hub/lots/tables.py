"""The tables of lots: what moved and what teams decided (views), what the hub recalled and which
laptops have heard of it (truth)."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Index, Integer, LargeBinary, String, Table

from fieldapp.hub.columns import Big, Words
from fieldapp.hub.schema import truth, views

# One row a recall or its lifting, in order; the newest of each lot holds. `version` is that of the
# list that says it for the first time.
lot_recall = Table(
    "lot_recall",
    truth,
    Column("version", Big, primary_key=True, autoincrement=False),
    Column("vaccine", Words, nullable=False),
    Column("lot", Words, nullable=False),
    Column("lot_key", Words, nullable=False),
    Column("recalled", Boolean, nullable=False),
    Column("reason", String(20), nullable=False),
    Column("note", Words, nullable=False),
    Column("at_s", Big, nullable=False),
    Column("login", Words, nullable=False),
    Index("lot_recall_lot", "vaccine", "lot_key"),
)

# Of each laptop the newest list that it said it holds, and the newest that was handed to it, with
# how often.
recall_heard = Table(
    "recall_heard",
    truth,
    Column("device", Integer, primary_key=True, autoincrement=False),
    Column("holds", Big, nullable=False),
    Column("holds_s", Big),
    Column("handed", Big, nullable=False),
    Column("handed_s", Big),
    Column("times", Integer, nullable=False),
)

# One row for each movement, and for each vial opened, closed or kept; `doses` is signed. Doses
# given are in `dose`. `vial`: the opening that a row belongs to.
stock_row = Table(
    "stock_row",
    views,
    Column("id", LargeBinary, primary_key=True),
    Column("device", Integer, nullable=False),
    Column("kind", String(12), nullable=False),
    Column("vaccine", Words, nullable=False),
    Column("lot", Words, nullable=False),
    Column("expiry_day", Big),
    Column("vial_doses", Big, nullable=False),
    Column("doses", Big, nullable=False),
    Column("reason", Words),
    Column("at_s", Big, nullable=False),
    Column("vial", LargeBinary),
    Index("stock_row_lot", "lot", "vaccine"),
    Index("stock_row_vial", "vial"),
)

# What teams decided about lots, one row a decision. `about` is held or recalled.
lot_said = Table(
    "lot_said",
    views,
    Column("id", LargeBinary, primary_key=True),
    Column("device", Integer, nullable=False),
    Column("vaccine", Words, nullable=False),
    Column("lot", Words, nullable=False),
    Column("lot_key", Words, nullable=False),
    Column("about", String(12), nullable=False),
    Column("holds", Boolean, nullable=False),
    Column("epoch", LargeBinary, nullable=False),
    Column("seq", Big, nullable=False),
    Column("reason", Words),
    Column("note", Words),
    Column("at_s", Big, nullable=False),
    Column("login", Words, nullable=False),
    Column("container", Words),
    Column("began_s", Big),
    Column("minutes", Big),
    Index("lot_said_lot", "lot_key", "vaccine"),
)

# What a lot's movements at one team add up to, in doses; kept in step by every fold.
lot_sum = Table(
    "lot_sum",
    views,
    Column("vaccine", Words, primary_key=True),
    Column("lot", Words, primary_key=True),
    Column("device", Integer, primary_key=True),
    Column("lot_key", Words, nullable=False),
    Column("received", Big, nullable=False),
    Column("opened", Big, nullable=False),
    Column("given", Big, nullable=False),
    Column("wasted", Big, nullable=False),
    Column("sent_back", Big, nullable=False),
    Column("counted", Big, nullable=False),
    Column("extra", Big, nullable=False),
    Index("lot_sum_lot", "lot_key", "vaccine"),
)
