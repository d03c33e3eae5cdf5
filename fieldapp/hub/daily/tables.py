"""The tables of the daily figures: kept counts (views), who is fully covered, and what
was published when (truth).

Nobody can be told from them: they hold numbers of people, and one opaque row a person.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, Table

from fieldapp.hub.columns import Big, Words
from fieldapp.hub.schema import truth, views

COUNTED = ("doses", "contested", "told", "covered")
FIGURES = (*COUNTED, "completed")
"""`doses` that stand and were given by a team, `contested` of them; `told`: known by a card or
somebody's word alone; people `covered` by their first dose, `completed` by the last of a course."""

# What one person adds to the counts (CBOR, see `daily.shares`), by the smallest id of theirs.
share = Table(
    "day_share",
    views,
    Column("id", LargeBinary, primary_key=True),
    Column("facts", LargeBinary, nullable=False),
)

# The counts of a day (days since 1970, of the place where the dose was given). `kind` says by what
# they are split, `code` which part; a row exists as long as it is not all zeros.
day_count = Table(
    "day_count",
    views,
    Column("kind", Words, primary_key=True),
    Column("code", Words, primary_key=True),
    Column("day", Integer, primary_key=True),
    *(Column(name, Big, nullable=False) for name in COUNTED),
    Index("day_count_day", "kind", "day"),
)

# The same of who is fully covered. Follows from the views and the programme's rules; like the
# courses (`hub.due.tables`) it is not made anew with the views, but brought up to date.
completed_count = Table(
    "completed_count",
    truth,
    Column("kind", Words, primary_key=True),
    Column("code", Words, primary_key=True),
    Column("day", Integer, primary_key=True),
    Column("completed", Big, nullable=False),
    Index("completed_count_day", "kind", "day"),
)

# What one person adds to it: a `daily_share` that holds the completing dose alone.
completion = Table(
    "completion",
    truth,
    Column("person", LargeBinary, primary_key=True),
    Column("facts", LargeBinary, nullable=False),
)

# One row each time that figures were published: all days up to `through`, as known at `at_s`.
publication = Table(
    "publication",
    truth,
    Column("no", Big, primary_key=True),
    Column("through", Integer, nullable=False),
    Column("at_s", Big, nullable=False),
    sqlite_autoincrement=True,
)

# What it said, where that differs from what was said last of the same day.
published = Table(
    "published_figure",
    truth,
    Column("kind", Words, primary_key=True),
    Column("code", Words, primary_key=True),
    Column("day", Integer, primary_key=True),
    Column("publication", Big, ForeignKey("publication.no"), primary_key=True),
    *(Column(name, Big, nullable=False) for name in FIGURES),
    Index("published_figure_day", "kind", "day"),
)
