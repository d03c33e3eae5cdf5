"""The roster's tables. Another edition is pulled anew, so that nothing here is ever migrated."""

from __future__ import annotations

EDITION = 2

STATEMENTS = (
    """CREATE TABLE region (
        no INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        number INTEGER NOT NULL,
        hash BLOB NOT NULL,
        as_of_s INTEGER NOT NULL,
        whole_s INTEGER NOT NULL,
        snapshot INTEGER NOT NULL,
        part INTEGER NOT NULL,
        tells INTEGER NOT NULL
    )""",
    """CREATE TABLE region_key (
        region INTEGER NOT NULL,
        id INTEGER NOT NULL,
        key BLOB NOT NULL,
        PRIMARY KEY (region, id)
    ) WITHOUT ROWID""",
    "CREATE TABLE word (no INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE)",
    """CREATE TABLE person (
        no INTEGER PRIMARY KEY,
        region INTEGER NOT NULL,
        ref BLOB NOT NULL,
        name TEXT NOT NULL,
        birth_day INTEGER,
        known_to INTEGER,
        sex TEXT,
        tail TEXT NOT NULL,
        contest TEXT NOT NULL,
        marked INTEGER NOT NULL,
        doses BLOB NOT NULL,
        messages BLOB NOT NULL,
        segment INTEGER NOT NULL
    )""",
    "CREATE UNIQUE INDEX person_ref ON person (ref, region)",
    "CREATE INDEX person_name ON person (name)",
    "CREATE INDEX person_tail ON person (tail)",
    "CREATE INDEX person_marked ON person (no) WHERE marked",
    """CREATE TABLE alias (
        ref BLOB NOT NULL,
        person INTEGER NOT NULL,
        PRIMARY KEY (ref, person)
    ) WITHOUT ROWID""",
    "CREATE INDEX alias_person ON alias (person)",
    """CREATE TABLE paper (
        hash BLOB NOT NULL,
        person INTEGER NOT NULL,
        PRIMARY KEY (hash, person)
    ) WITHOUT ROWID""",
    "CREATE INDEX paper_person ON paper (person)",
    """CREATE VIRTUAL TABLE person_search USING fts5 (
        terms, content='', contentless_delete=1,
        tokenize="unicode61 remove_diacritics 0", prefix='1 2 3 4 5'
    )""",
)
"""`number` and `hash`: the last segment applied. `as_of_s`: the hub's time up to which it tells;
`whole_s`: that of the newest head that found nothing lacking. `snapshot`, `part`: one on its way.
`tells`: whether its hub tells of messages. `doses` and `messages` (empty: none) are CBOR with texts
as numbers of `word`; `segment` wrote the row last."""

LATER = (
    """CREATE TABLE IF NOT EXISTS bookings (
        region TEXT PRIMARY KEY,
        version INTEGER NOT NULL,
        body BLOB NOT NULL
    )""",
)
"""Beside the people of an edition, so that nobody is pulled anew for them."""
