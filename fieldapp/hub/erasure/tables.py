"""The tables of erasure: who had what erased on which basis, which events, what the law keeps, and
which laptops have carried it out. All of it is truth, and names nobody who was erased."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, LargeBinary, String, Table

from fieldapp.hub.columns import Big, Words
from fieldapp.hub.schema import truth

# One row an erasure, of one person. `version` begins at this hub's clock and counts up; `why` is
# what the person who decided wrote, and names nobody.
erasure = Table(
    "erasure",
    truth,
    Column("version", Big, primary_key=True, autoincrement=False),
    Column("at_s", Big, nullable=False),
    Column("login", Words, nullable=False),
    Column("basis", String(40), nullable=False),
    Column("why", Words, nullable=False),
)

# The events of each. A frame that brings one of them again is stored without its body, and no frame
# of its epoch is stored with the seed of its salt block.
erased_event = Table(
    "erased_event",
    truth,
    Column("id", LargeBinary, primary_key=True),
    Column("version", Big, nullable=False),
    Column("device", Integer, nullable=False),
    Column("epoch", LargeBinary, nullable=False),
    Column("seq", Big, nullable=False),
    Index("erased_event_place", "device", "epoch", "seq"),
    Index("erased_event_version", "version"),
)

# What the law obliges to keep of it: header and body, sealed to the organisation's recovery key,
# which is not at the hub. Nothing here can read it; after `until_day` (since 1970) it goes.
kept_record = Table(
    "kept_record",
    truth,
    Column("id", LargeBinary, primary_key=True),
    Column("version", Big, nullable=False),
    Column("until_day", Integer, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Index("kept_record_until", "until_day"),
)

# Up to which version a laptop says that it has carried the list out.
erasure_heard = Table(
    "erasure_heard",
    truth,
    Column("device", Integer, primary_key=True, autoincrement=False),
    Column("holds", Big, nullable=False),
    Column("holds_s", Big, nullable=False),
)
