"""The table of frames, in its two forms: one table, or parts by the month in which frames
came.

In parts every key names the device, by which a cluster can distribute it, and the second of
arrival, by which it is parted. That no page is stored twice is then up to whoever stores it, who
has the device to themselves; `verify` looks.
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
    PrimaryKeyConstraint,
    Table,
    UniqueConstraint,
)

from fieldapp.hub.columns import Big

UNNUMBERED = 0
"""The place of a frame that is in the tree and that no fold has numbered yet."""


def _columns(device_no: Column[int]) -> list[Column[Any]]:
    """`place` is the order in which frames are folded; None while the parent is unknown. `late`:
    received after the device was revoked."""
    return [
        Column("no", Big, autoincrement=True, nullable=False),
        Column("place", Big),
        Column("device", Integer, ForeignKey(device_no), nullable=False),
        Column("epoch", LargeBinary, nullable=False),
        Column("base_seq", Big, nullable=False),
        Column("last_seq", Big, nullable=False),
        Column("previous", LargeBinary, nullable=False),
        Column("last_hash", LargeBinary, nullable=False),
        Column("device_time", Big, nullable=False),
        Column("signature", LargeBinary, nullable=False),
        Column("body", LargeBinary, nullable=False),
        Column("received_s", Big, nullable=False),
        Column("late", Boolean, nullable=False),
    ]


def one_table(metadata: MetaData, device_no: Column[int]) -> Table:
    """As SQLite keeps it, and as every statement names it."""
    return Table(
        "frame",
        metadata,
        *_columns(device_no),
        PrimaryKeyConstraint("no"),
        UniqueConstraint("place"),
        UniqueConstraint("device", "last_hash", "base_seq"),
        Index("frame_reach", "device", "epoch", "last_seq", "base_seq"),
        sqlite_autoincrement=True,
    )


def in_parts(device_no: Column[int]) -> Table:
    """As PostgreSQL keeps it; only to be made from."""
    table = Table(
        "frame",
        MetaData(),
        *_columns(device_no),
        PrimaryKeyConstraint("device", "no", "received_s"),
        UniqueConstraint("device", "last_hash", "base_seq", "received_s"),
        Index("frame_reach", "device", "epoch", "last_seq", "base_seq"),
        Index("frame_place", "place"),
        postgresql_partition_by="RANGE (received_s)",
    )
    Index("frame_orphan", table.c.device, table.c.epoch, postgresql_where=table.c.place.is_(None))
    return table
