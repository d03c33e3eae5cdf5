"""Every course that somebody began, as the programme sees it, and whose is to be looked at again.

Follows from the views and the programme's rules; like the regions' rosters it is not made anew with
the views, but brought up to date. Names nobody.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Index, Integer, LargeBinary, SmallInteger, Table

from fieldapp.hub.columns import Big, Words
from fieldapp.hub.schema import truth

# One row a person and course. `device` gave the newest dose of all, `first_device` the first of
# this course; `offset_min` is the clock there. Days are whole numbers as in the journal.
# `promised_day`: when they said that they will come, if that was the last word. `gone`: will not
# come, for `outcome`. `recheck_day`: from then on the programme may say something else although
# nothing happened.
due_course = Table(
    "due_course",
    truth,
    Column("person", LargeBinary, primary_key=True),
    Column("course", Words, primary_key=True),
    Column("vaccine", Words, nullable=False),
    Column("dose", SmallInteger),
    Column("device", Integer, nullable=False),
    Column("first_device", Integer, nullable=False),
    Column("offset_min", SmallInteger, nullable=False),
    Column("first_day", Integer),
    Column("second_day", Integer),
    Column("second_by_day", Integer),
    Column("last_day", Integer, nullable=False),
    Column("due_day", Integer),
    Column("latest_day", Integer),
    Column("promised_day", Integer),
    Column("complete", Boolean, nullable=False),
    Column("gone", Boolean, nullable=False),
    Column("outcome", Words),
    Column("recheck_day", Integer),
    Index("due_course_due", "complete", "due_day"),
    Index("due_course_recheck", "recheck_day"),
    Index("due_course_first", "first_day"),
)

# Registrations of whom something changed; taken out in the transaction that brings their rows up.
due_news = Table(
    "due_news",
    truth,
    Column("no", Big, primary_key=True),
    Column("client", LargeBinary, nullable=False),
    sqlite_autoincrement=True,
)
