"""The tables of the pages: users, sessions, locks, audit (truth); each start of a laptop (views).

No table here holds anything about a person vaccinated.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Index,
    Integer,
    LargeBinary,
    SmallInteger,
    String,
    Table,
    Text,
)
from sqlalchemy.types import BigInteger

from fieldapp.hub.schema import client, dose, truth, views

# `secret` is the sealed secret of the second factor, None until it is set up; `used_step` the last
# time step of which a code was taken. `change`: the passphrase was given by somebody else.
web_user = Table(
    "web_user",
    truth,
    Column("login", String(60), primary_key=True),
    Column("role", String(20), nullable=False),
    Column("passphrase", Text, nullable=False),
    Column("change", Boolean, nullable=False),
    Column("secret", LargeBinary),
    Column("used_step", BigInteger),
    Column("made_s", BigInteger, nullable=False),
    Column("seen_s", BigInteger),
    Column("ended_s", BigInteger),
)

# Of a token only its hash. `stage` is how far somebody has signed in; `secret` a sealed second
# factor that is being set up.
web_session = Table(
    "web_session",
    truth,
    Column("token_hash", LargeBinary, primary_key=True),
    Column("login", String(60), nullable=False),
    Column("stage", String(12), nullable=False),
    Column("made_s", BigInteger, nullable=False),
    Column("seen_s", BigInteger, nullable=False),
    Column("secret", LargeBinary),
    Index("web_session_login", "login"),
)

# Attempts to sign in that were not good, by account or address; `key` is a hash of which.
web_lock = Table(
    "web_lock",
    truth,
    Column("key", LargeBinary, primary_key=True),
    Column("failures", Integer, nullable=False),
    Column("until_s", BigInteger, nullable=False),
    Column("last_s", BigInteger, nullable=False),
)

# Every act and every look at personal data; each row's hash is over the one before, too.
audit = Table(
    "audit",
    truth,
    Column("no", BigInteger, primary_key=True, autoincrement=False),
    Column("at_s", BigInteger, nullable=False),
    Column("login", Text, nullable=False),
    Column("act", String(40), nullable=False),
    Column("subject", Text, nullable=False),
    Column("details", Text, nullable=False),
    Column("hash", LargeBinary, nullable=False),
)

# The newest row of it; one row.
audit_head = Table(
    "audit_head",
    truth,
    Column("one", SmallInteger, primary_key=True, autoincrement=False),
    Column("no", BigInteger, nullable=False),
    Column("hash", LargeBinary, nullable=False),
)

# One row a start of the program on a laptop: which version, and how far its clock is from UTC.
opening = Table(
    "opening",
    views,
    Column("id", LargeBinary, primary_key=True),
    Column("device", Integer, nullable=False),
    Column("opened_s", BigInteger, nullable=False),
    Column("app_version", Text, nullable=False),
    Column("utc_offset_min", Integer, nullable=False),
    Index("opening_device", "device", "opened_s"),
    Index("opening_newest", "opened_s"),
)

Index("dose_occurred", dose.c.occurred_min)  # how many doses a day
Index("client_name_key", client.c.name_key)  # who is called so
