"""The hub's tables. `TRUTH` is what was received and decided; `VIEWS` follow from it alone.

Every view is filled by `hub.fold` from the frames in their `place` order and can be rebuilt.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    String,
    Table,
    text,
)

from fieldapp.hub.columns import Big, Words
from fieldapp.hub.frame_table import one_table

LOT_BEGINS = "substr(lower(replace(lot, ' ', '')), 1, 60)"
"""By how a lot's number begins its doses are found, however it was typed and however long."""

truth = MetaData()
views = MetaData()

setting = Table(
    "setting",
    truth,
    Column("name", String(40), primary_key=True),
    Column("value", Words, nullable=False),
)

device = Table(
    "device",
    truth,
    Column("no", Integer, primary_key=True),
    Column("name", Words, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("region", Words, nullable=False),
    Column("verify_key", LargeBinary, nullable=False, unique=True),
    Column("enrolled_s", Big, nullable=False),
    Column("last_contact_s", Big),
    Column("revoked_s", Big),
)

enrol_code = Table(
    "enrol_code",
    truth,
    Column("code_id", LargeBinary, primary_key=True),
    Column("secret", LargeBinary, nullable=False),
    Column("name", Words, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("region", Words, nullable=False),
    Column("expires_s", Big, nullable=False),
    Column("wrong_proofs", Integer, nullable=False, default=0),
    Column("device", Integer, ForeignKey("device.no")),
)

frame = one_table(truth, device.c.no)

# The leaves of every epoch's tree; more than one is a fork: a copied or restored laptop.
tip = Table(
    "tip",
    truth,
    Column("device", Integer, primary_key=True),
    Column("hash", LargeBinary, primary_key=True),
    Column("epoch", LargeBinary, nullable=False),
    Column("seq", Big, nullable=False),
    Index("tip_epoch", "device", "epoch"),
)

# The furthest event that a laptop said it has in each epoch (or the beginning of its id): what the
# hub is owed, should the laptop be lost. `source` is sync or beacon.
claim = Table(
    "claim",
    truth,
    Column("device", Integer, primary_key=True),
    Column("epoch", LargeBinary, primary_key=True),
    Column("seq", Big, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Column("said_s", Big, nullable=False),
    Column("source", String(12), nullable=False),
)

# The newest receipt issued for each head: a promise that `verify` holds the hub to.
receipt = Table(
    "receipt",
    truth,
    Column("device", Integer, primary_key=True),
    Column("head_hash", LargeBinary, primary_key=True),
    Column("epoch", LargeBinary, nullable=False),
    Column("head_seq", Big, nullable=False),
    Column("issued_s", Big, nullable=False),
)

# Regions that a laptop pulls besides its own.
subscription = Table(
    "subscription",
    truth,
    Column("device", Integer, ForeignKey("device.no"), primary_key=True),
    Column("region", Words, primary_key=True),
    Column("since_s", Big, nullable=False),
)

# Registrations that a fold touched since the regions were last published.
stirred = Table(
    "stirred",
    truth,
    Column("no", Big, primary_key=True),
    Column("client", LargeBinary, nullable=False),
    sqlite_autoincrement=True,
)

# What a region's segments say by now: of each person the digest of what was published last.
roster_row = Table(
    "roster_row",
    truth,
    Column("region", Words, primary_key=True),
    Column("person", LargeBinary, primary_key=True),
    Column("digest", LargeBinary, nullable=False),
    Index("roster_row_person", "person"),
)

# The published segments (`part` 0) and the parts of snapshots, as signed; they never change.
segment = Table(
    "segment",
    truth,
    Column("region", Words, primary_key=True),
    Column("number", Big, primary_key=True),
    Column("part", Integer, primary_key=True),
    Column("parts", Integer, nullable=False),
    Column("key_id", Integer, nullable=False),
    Column("as_of_s", Big, nullable=False),
    Column("size", Integer, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Column("raw", LargeBinary, nullable=False),
)

# One row an event of the tree, whatever it says. `ref` is the first 16 bytes of its id.
event = Table(
    "event",
    views,
    Column("id", LargeBinary, primary_key=True),
    Column("ref", LargeBinary, nullable=False),
    Column("parent", LargeBinary, nullable=False),
    Column("device", Integer, nullable=False),
    Column("epoch", LargeBinary, nullable=False),
    Column("seq", Big, nullable=False),
    Column("type", Integer, nullable=False),
    Column("place", Big, nullable=False),
    Column("late", Boolean, nullable=False),
    Column("erased", Boolean, nullable=False),
    Index("event_ref", "ref"),
    Index("event_seq", "device", "epoch", "seq"),
)

# Events that count for nothing for now, with a stable code and words.
quarantine = Table(
    "quarantine",
    views,
    Column("id", LargeBinary, primary_key=True),
    Column("device", Integer, nullable=False),
    Column("epoch", LargeBinary, nullable=False),
    Column("seq", Big, nullable=False),
    Column("code", String(40), nullable=False),
    Column("words", Words, nullable=False),
    Index("quarantine_where", "device", "epoch", "seq"),
)

# What a quarantined event waits for; when it comes, the event is judged again.
awaited = Table(
    "awaited",
    views,
    Column("wants", LargeBinary, primary_key=True),
    Column("id", LargeBinary, primary_key=True),
)

staff = Table(
    "staff",
    views,
    Column("device", Integer, primary_key=True),
    Column("login", Words, primary_key=True),
)

# The keys with which laptops sign cards (x | y on P-256), one row for each time one was named.
issuing_key = Table(
    "issuing_key",
    views,
    Column("id", LargeBinary, primary_key=True),
    Column("device", Integer, nullable=False),
    Column("key", LargeBinary, nullable=False),
)

# Which epoch followed which on a device; tells the order of decisions across epochs.
epoch_before = Table(
    "epoch_before",
    views,
    Column("device", Integer, primary_key=True),
    Column("epoch", LargeBinary, primary_key=True),
    Column("previous", LargeBinary, primary_key=True),
)


def _record() -> list[Column[Any]]:
    """Where a record stands and who made it; `body` is None when it is late, erased or unreadable
    from the start."""
    return [
        Column("id", LargeBinary, primary_key=True),
        Column("device", Integer, nullable=False),
        Column("epoch", LargeBinary, nullable=False),
        Column("seq", Big, nullable=False),
        Column("version", Integer, nullable=False),
        Column("recorded_s", Big, nullable=False),
        Column("recorded_by", Words, nullable=False),
        Column("received_s", Big, nullable=False),
        Column("body", LargeBinary),
    ]


# One row a registration; `person` is the smallest id among those found to be one person. `counts`
# is false while it is quarantined or erased; `amended_apart`: corrections of it disagree.
client = Table(
    "client",
    views,
    *_record(),
    Column("person", LargeBinary, nullable=False),
    Column("counts", Boolean, nullable=False),
    Column("name", Words),
    Column("name_key", Words),
    Column("birth_day", Integer),
    Column("phone", Words),
    Column("language", Words),
    Column("key_group", Words),
    Column("home_area", Words),
    Column("amended_apart", Boolean, nullable=False),
    Column("contest", String(40)),
    Index("client_person", "person"),
    Index("client_phone", "phone"),
)

# Every document a registration ever named; `current` those it names as amended.
document = Table(
    "document",
    views,
    Column("kind", Words, primary_key=True),
    Column("number", Words, primary_key=True),
    Column("client", LargeBinary, primary_key=True),
    Column("current", Boolean, nullable=False),
    Index("document_client", "client"),
)

# Decisions by people that two registrations are one person, or are not.
decision = Table(
    "decision",
    views,
    Column("id", LargeBinary, primary_key=True),
    Column("one", LargeBinary, nullable=False),
    Column("other", LargeBinary, nullable=False),
    Column("same", Boolean, nullable=False),
    Column("device", Integer, nullable=False),
    Column("epoch", LargeBinary, nullable=False),
    Column("seq", Big, nullable=False),
    Index("decision_one", "one"),
    Index("decision_other", "other"),
)

# Corrections of one field of a client or a dose; old and new are CBOR, references as whole ids.
amendment = Table(
    "amendment",
    views,
    Column("id", LargeBinary, primary_key=True),
    Column("target", LargeBinary, nullable=False),
    Column("field", String(40), nullable=False),
    Column("old", LargeBinary, nullable=False),
    Column("new", LargeBinary, nullable=False),
    Column("device", Integer, nullable=False),
    Column("epoch", LargeBinary, nullable=False),
    Column("seq", Big, nullable=False),
    Index("amendment_target", "target"),
)

void = Table(
    "void",
    views,
    Column("id", LargeBinary, primary_key=True),
    Column("dose", LargeBinary, nullable=False),
    Column("reason", Words, nullable=False),
    Index("void_dose", "dose"),
)

# One row a dose record (`given`) or a reasoned *not given*. The details are those that stand;
# `from_stock`: it was taken from its team's stock, not only told or brought in from a list.
dose = Table(
    "dose",
    views,
    *_record(),
    Column("given", Boolean, nullable=False),
    Column("state", String(12), nullable=False),
    Column("contest", String(40)),
    Column("client", LargeBinary),
    Column("vaccine", Words),
    Column("lot", Words),
    Column("occurred_min", Big),
    Column("utc_offset_min", SmallInteger),
    Column("source", SmallInteger),
    Column("from_stock", Boolean),
    Column("session", Words),
    Index("dose_client", "client"),
    Index("dose_state", "device", "given", "state"),
    Index("dose_lot", text(LOT_BEGINS)),
)

# How many events of a laptop there are (`what` "records"), and how many of its dose records are in
# each state.
tally = Table(
    "tally",
    views,
    Column("device", Integer, primary_key=True),
    Column("what", Words, primary_key=True),
    Column("number", Big, nullable=False),
)

# The last `place` folded, and the last decision about a case that was carried out; one row.
progress = Table(
    "progress",
    views,
    Column("no", Integer, primary_key=True),
    Column("projected_to", Big, nullable=False),
    Column("decided_to", Big, nullable=False),
)
