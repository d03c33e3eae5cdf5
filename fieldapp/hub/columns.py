"""Kinds of columns that mean the same in SQLite and in PostgreSQL."""

from __future__ import annotations

from sqlalchemy import Integer, Text
from sqlalchemy.types import BigInteger

Big = BigInteger().with_variant(Integer, "sqlite")
"""Only INTEGER counts up by itself in SQLite."""

Words = Text().with_variant(Text(collation="C"), "postgresql")
"""Text that is ordered by its bytes everywhere, whatever language the database speaks."""
