"""The table of attempts. It names laptops and numbers of records, and nobody."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, String, Table
from sqlalchemy.types import BigInteger

from fieldapp.hub.schema import truth

_Big = BigInteger().with_variant(Integer, "sqlite")  # only INTEGER counts up by itself in SQLite

# One row an attempt and laptop: who asked itself (`via` None), and each laptop whose pages it
# brought (`via` the carrier). `device` is None where nobody could be told. `result` is a code of
# `sync_log.results`. `bytes_out` and `took_ms` follow once the answer is made.
sync_attempt = Table(
    "sync_attempt",
    truth,
    Column("no", _Big, primary_key=True),
    Column("at_s", BigInteger, nullable=False),
    Column("device", Integer),
    Column("via", Integer),
    Column("road", String(12), nullable=False),
    Column("result", String(24), nullable=False),
    Column("bytes_in", BigInteger, nullable=False),
    Column("bytes_out", BigInteger),
    Column("took_ms", Integer),
    Column("pages_new", Integer, nullable=False),
    Column("pages_known", Integer, nullable=False),
    Column("pages_lacking", Integer, nullable=False),
    Column("pages_refused", Integer, nullable=False),
    Column("records_new", Integer, nullable=False),
    Column("first_seq", BigInteger),
    Column("last_seq", BigInteger),
    Index("sync_attempt_when", "at_s"),
    Index("sync_attempt_whose", "device", "at_s"),
    sqlite_autoincrement=True,
)
