"""The tables of cases: what is found (a view), what a programme finds, and what was decided."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Boolean, Column, Index, Integer, LargeBinary, String, Table

from fieldapp.hub.columns import Big, Words
from fieldapp.hub.schema import truth, views


def _about() -> list[Column[Any]]:
    """Which case, about which records (`other` None: one alone) of which laptops; `code` says why,
    `since_s` when the later of the records came, `facts` is a digest of what makes it a case."""
    return [
        Column("kind", String(20), nullable=False),
        Column("one", LargeBinary, nullable=False),
        Column("other", LargeBinary),
        Column("code", String(40), nullable=False),
        Column("device", Integer, nullable=False),
        Column("other_device", Integer),
        Column("since_s", Big, nullable=False),
        Column("facts", LargeBinary, nullable=False),
    ]


# What is to be decided now. `reopened`: it was decided on other facts than there are now.
found_case = Table(
    "found_case",
    views,
    Column("id", LargeBinary, primary_key=True),
    *_about(),
    Column("reopened", Boolean, nullable=False),
    Index("found_case_one", "one"),
    Index("found_case_other", "other"),
    Index("found_case_since", "since_s"),
)

# The same of what a programme says of doses; kept by who publishes rosters (`cases.judged`).
# `client`: the registration that the dose is recorded of.
judged_case = Table(
    "judged_case",
    truth,
    Column("id", LargeBinary, primary_key=True),
    *_about(),
    Column("reopened", Boolean, nullable=False),
    Column("client", LargeBinary, nullable=False),
    Index("judged_case_client", "client"),
    Index("judged_case_since", "since_s"),
)

# Only ever added to; the newest row of a case is in force. `keep`: of one dose written twice, the
# record that counts.
case_decision = Table(
    "case_decision",
    truth,
    Column("no", Big, primary_key=True),
    Column("case_id", LargeBinary, nullable=False),
    *_about(),
    Column("way", String(20), nullable=False),
    Column("keep", LargeBinary),
    Column("reason", Words, nullable=False),
    Column("login", String(60), nullable=False),
    Column("decided_s", Big, nullable=False),
    Index("case_decision_case", "case_id"),
    Index("case_decision_one", "one"),
    Index("case_decision_other", "other"),
    sqlite_autoincrement=True,
)
