"""The tables of version 1, as SQL. What a column means stands with the module that owns the table.

A released statement never changes; a later version adds a migration (`migrations`).
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

PROJECTIONS = (
    "CREATE TABLE staff (login TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL)",
    """CREATE TABLE session (
        label TEXT PRIMARY KEY,
        place TEXT NOT NULL,
        operation INTEGER,
        programme TEXT NOT NULL,
        key_area TEXT,
        opened INTEGER NOT NULL,
        opened_s INTEGER NOT NULL,
        closed_s INTEGER,
        note TEXT
    )""",
    "CREATE INDEX session_open ON session (opened) WHERE closed_s IS NULL",
    """CREATE TABLE vial (
        no INTEGER PRIMARY KEY,
        vial_id BLOB NOT NULL,
        vaccine TEXT NOT NULL,
        lot TEXT NOT NULL,
        expiry_day INTEGER,
        doses INTEGER NOT NULL,
        doses_left INTEGER NOT NULL,
        opened_s INTEGER NOT NULL,
        code TEXT,
        thrown_away INTEGER,
        closed TEXT
    )""",
    "CREATE INDEX vial_in_use ON vial (no) WHERE closed IS NULL",
    """CREATE TABLE client (
        no INTEGER PRIMARY KEY,
        client_id BLOB NOT NULL,
        person INTEGER NOT NULL,
        name_key TEXT NOT NULL,
        birth_day INTEGER,
        body BLOB NOT NULL
    )""",
    "CREATE INDEX client_person ON client (person) WHERE person <> no",
    "CREATE INDEX client_name ON client (name_key)",
    "CREATE INDEX client_birth_day ON client (birth_day) WHERE birth_day IS NOT NULL",
    """CREATE TABLE document (
        number TEXT NOT NULL,
        kind TEXT NOT NULL,
        client INTEGER NOT NULL,
        PRIMARY KEY (number, kind, client)
    ) WITHOUT ROWID""",
    "CREATE INDEX document_client ON document (client)",
    """CREATE TABLE phone (
        number TEXT NOT NULL,
        client INTEGER NOT NULL,
        PRIMARY KEY (number, client)
    ) WITHOUT ROWID""",
    """CREATE TABLE link (
        one INTEGER NOT NULL,
        other INTEGER NOT NULL,
        evidence TEXT NOT NULL,
        PRIMARY KEY (one, other)
    ) WITHOUT ROWID""",
    "CREATE INDEX link_other ON link (other)",
    """CREATE VIRTUAL TABLE client_search USING fts5 (
        terms, content='', contentless_delete=1,
        tokenize="unicode61 remove_diacritics 0", prefix='1 2 3 4 5'
    )""",
    "CREATE VIRTUAL TABLE client_search_terms USING fts5vocab (client_search, instance)",
    """CREATE TABLE dose (
        no INTEGER PRIMARY KEY,
        event_id BLOB NOT NULL,
        client INTEGER NOT NULL,
        given INTEGER NOT NULL,
        vaccine TEXT NOT NULL,
        lot TEXT NOT NULL,
        expiry_day INTEGER,
        occurred_min INTEGER NOT NULL,
        utc_offset_min INTEGER NOT NULL,
        recorded_s INTEGER NOT NULL,
        recorded_by TEXT NOT NULL,
        source INTEGER NOT NULL,
        site TEXT,
        session TEXT,
        vial INTEGER,
        vaccinator TEXT,
        reason TEXT,
        override_reason TEXT,
        note TEXT,
        row BLOB,
        void_reason TEXT
    )""",
    "CREATE INDEX dose_client ON dose (client)",
    "CREATE INDEX dose_occurred ON dose (occurred_min)",
    "CREATE INDEX dose_given ON dose (given)",
    "CREATE INDEX dose_voided ON dose (given) WHERE void_reason IS NOT NULL",
    "CREATE INDEX dose_row ON dose (row) WHERE row IS NOT NULL",
)
