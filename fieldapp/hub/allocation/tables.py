"""What supervisors said will come, and what they decided (truth). A decision is never changed: a
new one takes its place. Names of users, and of nobody vaccinated."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, SmallInteger, String, Table

from fieldapp.hub.columns import Big, Words
from fieldapp.hub.schema import truth

# What comes of a product in the week that begins on `monday` (days since 1970), in vials.
allocation_supply = Table(
    "allocation_supply",
    truth,
    Column("vaccine", Words, primary_key=True),
    Column("monday", Integer, primary_key=True),
    Column("vial_doses", SmallInteger, nullable=False),
    Column("vials", Integer, nullable=False),
    Column("entered_by", String(60), nullable=False),
    Column("entered_s", Big, nullable=False),
)

allocation = Table(
    "allocation",
    truth,
    Column("no", Big, primary_key=True),
    Column("vaccine", Words, nullable=False, index=True),
    Column("made_s", Big, nullable=False),
    Column("login", String(60), nullable=False),
    Column("reason", Words, nullable=False),
    Column("vial_doses", SmallInteger, nullable=False),
    Column("wastage", SmallInteger, nullable=False),
    Column("buffer", SmallInteger, nullable=False),
    sqlite_autoincrement=True,
)

# The weeks that it is about and the vials that were to come in each.
allocation_week = Table(
    "allocation_week",
    truth,
    Column("allocation", Big, ForeignKey("allocation.no"), primary_key=True),
    Column("week", SmallInteger, primary_key=True),
    Column("monday", Integer, nullable=False),
    Column("vials", Integer, nullable=False),
)

# `at`: the place's turn among the others.
allocation_place = Table(
    "allocation_place",
    truth,
    Column("allocation", Big, ForeignKey("allocation.no"), primary_key=True),
    Column("at", SmallInteger, primary_key=True),
    Column("place", Words, nullable=False),
    Column("reach", Integer),
    Column("weight", SmallInteger, nullable=False),
)

# People who were known to become due, and of those who have their latest day in the week; vials as
# decided and as the program had proposed.
allocation_line = Table(
    "allocation_line",
    truth,
    Column("allocation", Big, ForeignKey("allocation.no"), primary_key=True),
    Column("at", SmallInteger, primary_key=True),
    Column("week", SmallInteger, primary_key=True),
    Column("due", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    Column("second", Integer, nullable=False),
    Column("first", Integer, nullable=False),
    Column("proposed_second", Integer, nullable=False),
    Column("proposed_first", Integer, nullable=False),
)

# What a place held and the decision took into account: doses `over` for first doses, doses `lost`
# because they end unused; `books`: what its teams' books said, unless nothing was written down.
# A decision without such rows left it out of account.
allocation_held = Table(
    "allocation_held",
    truth,
    Column("allocation", Big, ForeignKey("allocation.no"), primary_key=True),
    Column("at", SmallInteger, primary_key=True),
    Column("over", Integer, nullable=False),
    Column("lost", Integer, nullable=False),
    Column("books", Integer),
)

# Of what it held, the doses that second doses of each week took.
allocation_held_week = Table(
    "allocation_held_week",
    truth,
    Column("allocation", Big, ForeignKey("allocation.no"), primary_key=True),
    Column("at", SmallInteger, primary_key=True),
    Column("week", SmallInteger, primary_key=True),
    Column("doses", Integer, nullable=False),
)
