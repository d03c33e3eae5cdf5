"""The tables of messages (truth), and of what decides whether somebody may get one (views): calls,
wishes, reactions. No table of messages holds a name, a number or a text."""

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
    UniqueConstraint,
)

from fieldapp.hub.columns import Big, Words
from fieldapp.hub.schema import truth, views

# One row a message: committed before it is handed over, so that no second one is ever made for the
# same person, course, dose and kind. `ref` is random: who names it in a delivery report has it from
# the gateway. `tries`: how often a gateway refused it for now; not before `not_before_s` again.
message = Table(
    "message",
    truth,
    Column("no", Big, primary_key=True),
    Column("ref", String(32), nullable=False, unique=True),
    Column("person", LargeBinary, nullable=False),
    Column("course", Words, nullable=False),
    Column("dose", SmallInteger, nullable=False),
    Column("kind", String(12), nullable=False),
    Column("state", String(12), nullable=False),
    Column("language", Words, nullable=False),
    Column("parts", SmallInteger, nullable=False),
    Column("gateway", Words, nullable=False),
    Column("gateway_ref", Words),
    Column("tries", SmallInteger, nullable=False),
    Column("why", Words),
    Column("queued_s", Big, nullable=False),
    Column("not_before_s", Big, nullable=False),
    Column("sent_s", Big),
    Column("settled_s", Big),
    UniqueConstraint("person", "course", "dose", "kind"),
    Index("message_state", "state"),
    Index("message_gateway_ref", "gateway_ref"),
    sqlite_autoincrement=True,
)

# Whose messages changed, until their regions tell of it (`hub.messages.news`).
message_news = Table(
    "message_news",
    truth,
    Column("no", Big, primary_key=True),
    Column("client", LargeBinary, nullable=False),
    Column("noted_s", Big, nullable=False),
    sqlite_autoincrement=True,
)

# One row a call about a dose that is due; `device` and `made_by`: who called.
call = Table(
    "call",
    views,
    Column("id", LargeBinary, primary_key=True),
    Column("client", LargeBinary, nullable=False),
    Column("vaccine", Words, nullable=False),
    Column("dose", Big),
    Column("outcome", Words, nullable=False),
    Column("day", Big),
    Column("phone", Words),
    Column("made_s", Big, nullable=False),
    Column("device", Integer, nullable=False),
    Column("made_by", Words, nullable=False),
    Index("call_client", "client"),
    Index("call_made", "made_s"),
)

call_withdrawn = Table(
    "call_withdrawn",
    views,
    Column("id", LargeBinary, primary_key=True),
    Column("call", LargeBinary, nullable=False),
    Index("call_withdrawn_call", "call"),
)

# What people said about how they wish to be reached, every word of it.
wish = Table(
    "wish",
    views,
    Column("id", LargeBinary, primary_key=True),
    Column("client", LargeBinary, nullable=False),
    Column("calls", Boolean, nullable=False),
    Column("messages", Boolean, nullable=False),
    Column("device", Integer, nullable=False),
    Column("epoch", LargeBinary, nullable=False),
    Column("seq", Big, nullable=False),
    Column("said_s", Big, nullable=False),
    Index("wish_client", "client"),
)

# What was ever reported of a reaction, one row a report or correction; `codes` is a CBOR array.
reaction = Table(
    "reaction",
    views,
    Column("id", LargeBinary, primary_key=True),
    Column("reaction", LargeBinary, nullable=False),
    Column("dose", LargeBinary, nullable=False),
    Column("codes", LargeBinary, nullable=False),
    Column("serious", Boolean, nullable=False),
    Index("reaction_dose", "dose"),
    Index("reaction_of", "reaction"),
)

reaction_withdrawn = Table(
    "reaction_withdrawn",
    views,
    Column("id", LargeBinary, primary_key=True),
    Column("reaction", LargeBinary, nullable=False),
    Index("reaction_withdrawn_reaction", "reaction"),
)
