"""The tables of erasure: what is asked for, who had what erased on which basis, what the law keeps,
which laptops have carried it out (truth); and which event is about which (a view).

None of them names anybody, or tells anything of a person who was erased.
"""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, LargeBinary, String, Table

from fieldapp.hub.columns import Big, Words
from fieldapp.hub.schema import truth, views

# Erasures that are asked for, until they are carried out. `client` is a registration of the person;
# `decided_by` is None as long as nobody decided. `seen`: the digest of the registrations and doses
# that whoever asked had before their eyes; `again`: why it is to be looked at once more, in a word.
erasure_wish = Table(
    "erasure_wish",
    truth,
    Column("no", Big, primary_key=True),
    Column("client", LargeBinary, nullable=False, unique=True),
    Column("basis", String(40), nullable=False),
    Column("why", Words, nullable=False),
    Column("asked_s", Big, nullable=False),
    Column("asked_by", Words, nullable=False),
    Column("decided_s", Big),
    Column("decided_by", Words),
    Column("seen", LargeBinary),
    Column("again", String(40)),
    Index("erasure_wish_decided", "decided_s"),
    sqlite_autoincrement=True,
)

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
# of its epoch is stored with the seed of its salt block. Of a dose that stood and came from its
# team's stock `vaccine` and `lot` stay, for the stock to add up.
erased_event = Table(
    "erased_event",
    truth,
    Column("id", LargeBinary, primary_key=True),
    Column("ref", LargeBinary, nullable=False),
    Column("version", Big, nullable=False),
    Column("device", Integer, nullable=False),
    Column("epoch", LargeBinary, nullable=False),
    Column("seq", Big, nullable=False),
    Column("vaccine", Words),
    Column("lot", Words),
    Index("erased_event_place", "device", "epoch", "seq"),
    Index("erased_event_ref", "ref"),
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
    Index("kept_record_version", "version"),
)

# Up to which version a laptop says that it has carried the list out.
erasure_heard = Table(
    "erasure_heard",
    truth,
    Column("device", Integer, primary_key=True, autoincrement=False),
    Column("holds", Big, nullable=False),
    Column("holds_s", Big, nullable=False),
)

# Which event refers to which, of all that is about people. `subject` is as the event writes it: the
# first bytes of an id, or a place in the same epoch (see `hub.erasure.about`).
about = Table(
    "about",
    views,
    Column("id", LargeBinary, primary_key=True),
    Column("subject", LargeBinary, primary_key=True),
    Index("about_subject", "subject"),
)
