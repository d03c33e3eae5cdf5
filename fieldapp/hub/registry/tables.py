"""The table of the pocket registry: what follows from documents and the secret, and took long to
work out."""

from __future__ import annotations

from sqlalchemy import Column, LargeBinary, MetaData, Table

from fieldapp.hub.columns import Words

kept = MetaData()

pocket = Table(
    "pocket",
    kept,
    Column("kind", Words, primary_key=True),
    Column("number", Words, primary_key=True),
    Column("slow_key", LargeBinary, nullable=False, unique=True),
)
