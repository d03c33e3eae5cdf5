"""The tables that hold the truth, as SQL. What a column means stands with the module that owns it.

A released statement never changes; a later version adds a migration (`migrations`). Tables that
follow from the events stand with their folds (`projections`), and may change at any time.
"""

from __future__ import annotations

TRUTH = (
    "CREATE TABLE setting (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID",
    "CREATE TABLE epoch (no INTEGER PRIMARY KEY, epoch BLOB NOT NULL UNIQUE)",
    "CREATE TABLE salt_seed (block INTEGER PRIMARY KEY, seed BLOB NOT NULL)",
    """CREATE TABLE entry (
        pos INTEGER PRIMARY KEY,
        header BLOB NOT NULL,
        body BLOB,
        commitment BLOB,
        id BLOB NOT NULL,
        CHECK ((body IS NULL) <> (commitment IS NULL))
    )""",
    "CREATE UNIQUE INDEX entry_id ON entry (id)",
    """CREATE TABLE receipt (
        epoch INTEGER NOT NULL REFERENCES epoch (no),
        head_seq INTEGER NOT NULL,
        durable_seq INTEGER NOT NULL,
        hub_time INTEGER NOT NULL,
        raw BLOB NOT NULL,
        PRIMARY KEY (epoch, head_seq, hub_time)
    ) WITHOUT ROWID""",
    """CREATE TABLE quarantine (
        pos INTEGER PRIMARY KEY,
        reason TEXT NOT NULL
    )""",
    """CREATE TABLE attempt (
        no INTEGER PRIMARY KEY,
        started_s INTEGER NOT NULL,
        road TEXT NOT NULL,
        happened TEXT NOT NULL,
        requests INTEGER NOT NULL,
        bytes_out INTEGER NOT NULL,
        bytes_in INTEGER NOT NULL,
        duration_ms INTEGER NOT NULL,
        doses_sent INTEGER NOT NULL,
        doses_confirmed INTEGER NOT NULL,
        head_seq INTEGER,
        head_hash BLOB
    )""",
    "CREATE TABLE draft (name TEXT PRIMARY KEY, body TEXT NOT NULL, saved_s INTEGER NOT NULL)",
)

NEIGHBOURS = (
    """CREATE TABLE standing (
        epoch INTEGER PRIMARY KEY REFERENCES epoch (no),
        head_seq INTEGER NOT NULL,
        durable_seq INTEGER NOT NULL,
        hub_time INTEGER NOT NULL,
        asked INTEGER NOT NULL,
        own_seq INTEGER NOT NULL,
        sure INTEGER NOT NULL
    )""",
    """INSERT INTO standing
        SELECT epoch, head_seq, min(head_seq, durable_seq), hub_time, 0, head_seq, 0
        FROM receipt AS newest WHERE (hub_time, head_seq) = (
            SELECT hub_time, head_seq FROM receipt WHERE epoch = newest.epoch
            ORDER BY hub_time DESC, head_seq DESC LIMIT 1
        )""",
    "CREATE TABLE question (nonce BLOB PRIMARY KEY, moment INTEGER NOT NULL) WITHOUT ROWID",
    """CREATE TABLE parcel (
        no INTEGER PRIMARY KEY AUTOINCREMENT,
        device INTEGER NOT NULL,
        epoch BLOB NOT NULL,
        first_seq INTEGER NOT NULL,
        last_seq INTEGER NOT NULL,
        last_hash BLOB NOT NULL,
        doses INTEGER NOT NULL,
        bundle BLOB NOT NULL,
        taken_s INTEGER NOT NULL,
        handed_in_s INTEGER,
        UNIQUE (device, epoch, last_hash)
    )""",
    """CREATE TABLE homebound (
        device INTEGER NOT NULL,
        head_hash BLOB NOT NULL,
        raw BLOB NOT NULL,
        came INTEGER NOT NULL,
        PRIMARY KEY (device, head_hash)
    ) WITHOUT ROWID""",
    """CREATE TABLE neighbour (
        device INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        met_s INTEGER NOT NULL,
        day INTEGER NOT NULL,
        token_key BLOB NOT NULL
    )""",
    """CREATE TABLE sighting (
        device INTEGER NOT NULL REFERENCES neighbour (device) ON DELETE CASCADE,
        token BLOB NOT NULL,
        minute INTEGER NOT NULL,
        vaccine TEXT NOT NULL,
        PRIMARY KEY (device, token)
    ) WITHOUT ROWID""",
)
"""Step 2: which receipt stands, and what this laptop holds of and knows from its neighbours."""

ERASURES = ("CREATE TABLE salt (pos INTEGER PRIMARY KEY, salt BLOB NOT NULL)",)
"""Step 3: the salts of single events, where the seed of their block was destroyed."""

ERASURE_PAGES = (
    """CREATE TABLE erasure_page (
        after INTEGER PRIMARY KEY,
        version INTEGER NOT NULL,
        raw BLOB NOT NULL
    )""",
)
"""Step 4: the hub's list of erasures as it signed it, page by page, to be handed on."""
