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
