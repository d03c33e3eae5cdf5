"""The tables of bookings. No table here holds a name; of a document only a keyed hash to
find it by, and the document itself sealed for the team that it is shown to."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    SmallInteger,
    String,
    Table,
    text,
)

from fieldapp.hub.columns import Big, Words
from fieldapp.hub.schema import truth, views

BOOKED = "booked"
_LIVE = text(f"state = '{BOOKED}'")

booking_place = Table(
    "booking_place",
    truth,
    Column("no", Big, primary_key=True),
    Column("name_en", Words, nullable=False),
    Column("name_zh", Words, nullable=False),
    Column("address_en", Words, nullable=False),
    Column("address_zh", Words, nullable=False),
    Column("made_s", Big, nullable=False),
    Column("closed_s", Big),
    sqlite_autoincrement=True,
)

# To the laptops of which region a place belongs; of a place without a row no laptop is told.
booking_place_region = Table(
    "booking_place_region",
    truth,
    Column("place", Big, ForeignKey("booking_place.no"), primary_key=True),
    Column("region", Words, nullable=False),
)

# One day at one place, in one programme. `day` counts from 1970 on the clock of the place;
# `closed_s`: when it was called off.
booking_session = Table(
    "booking_session",
    truth,
    Column("no", Big, primary_key=True),
    Column("place", Big, ForeignKey("booking_place.no"), nullable=False),
    Column("programme", Words, nullable=False),
    Column("day", Integer, nullable=False),
    Column("utc_offset_min", SmallInteger, nullable=False),
    Column("made_s", Big, nullable=False),
    Column("closed_s", Big),
    Index("booking_session_day", "day"),
    Index("booking_session_place", "place"),
    sqlite_autoincrement=True,
)

# A time within a session. That no seat is given twice is a rule of the database itself.
booking_slot = Table(
    "booking_slot",
    truth,
    Column("no", Big, primary_key=True),
    Column("session", Big, ForeignKey("booking_session.no"), nullable=False),
    Column("begins_s", Big, nullable=False),
    Column("ends_s", Big, nullable=False),
    Column("capacity", Integer, nullable=False),
    Column("taken", Integer, nullable=False),
    CheckConstraint("taken >= 0 AND taken <= capacity", name="booking_slot_not_oversold"),
    Index("booking_slot_session", "session"),
    Index("booking_slot_begins", "begins_s"),
    sqlite_autoincrement=True,
)

# Who has a seat, or had one until the session is over and forgotten. `document` and `code` are
# keyed hashes, `sealed` is both as they are. Of one document and programme one booking is live.
booking = Table(
    "booking",
    truth,
    Column("no", Big, primary_key=True),
    Column("session", Big, ForeignKey("booking_session.no"), nullable=False),
    Column("slot", Big, ForeignKey("booking_slot.no"), nullable=False),
    Column("programme", Words, nullable=False),
    Column("document", LargeBinary, nullable=False),
    Column("code", LargeBinary, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("language", Words, nullable=False),
    Column("key_group", Words),
    Column("social_security", Boolean),
    Column("state", String(12), nullable=False),
    Column("made_s", Big, nullable=False),
    Column("settled_s", Big),
    Index(
        "booking_live", "document", "programme", unique=True,
        sqlite_where=_LIVE, postgresql_where=_LIVE,
    ),
    Index("booking_code", "code"),
    Index("booking_of_session", "session"),
    Index("booking_of_slot", "slot"),
    sqlite_autoincrement=True,
)  # fmt: skip

# What the laptops of a region are told: one signed list, replaced when anything in it changed
# (`mark`: a digest of what it says).
booking_list = Table(
    "booking_list",
    truth,
    Column("region", Words, primary_key=True),
    Column("version", Big, nullable=False),
    Column("mark", LargeBinary, nullable=False),
    Column("raw", LargeBinary, nullable=False),
)

# What laptops said of who came: of each code the newest word counts (`folding.attended`).
booking_attended = Table(
    "booking_attended",
    views,
    Column("id", LargeBinary, primary_key=True),
    Column("session", Big, nullable=False),
    Column("code", LargeBinary, nullable=False),
    Column("came", Boolean, nullable=False),
    Column("said_s", Big, nullable=False),
    Column("device", Integer, nullable=False),
    Column("seq", Big, nullable=False),
    Index("booking_attended_session", "session"),
)

# How many attempts from one address (a keyed hash), or from all, since `since_s`.
booking_attempt = Table(
    "booking_attempt",
    truth,
    Column("key", LargeBinary, primary_key=True),
    Column("since_s", Big, nullable=False),
    Column("number", Integer, nullable=False),
)
