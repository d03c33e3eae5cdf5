"""The tables of changes: of each registration the newest, and those that are not numbered yet.

Follow from the views; like the regions' rosters they are not made anew with them. Name nobody.
"""

from __future__ import annotations

from sqlalchemy import Column, Index, LargeBinary, Table

from fieldapp.hub.columns import Big
from fieldapp.hub.schema import truth

# One row a registration. `no` grows with every change, so that who read up to one number asks for
# what is above it; `at_s` never goes back while `no` grows, also where the machine's clock does.
change = Table(
    "change",
    truth,
    Column("client", LargeBinary, primary_key=True),
    Column("no", Big, nullable=False, unique=True),
    Column("at_s", Big, nullable=False),
    Index("change_when", "at_s"),
)

# Registrations that a fold concerned, until their change has a number.
change_news = Table(
    "change_news",
    truth,
    Column("no", Big, primary_key=True),
    Column("client", LargeBinary, nullable=False),
    sqlite_autoincrement=True,
)
