"""Reads what this team wrote down of who came with a booking."""

from __future__ import annotations

from fieldapp.journal.journal import Journal


def attended(j: Journal, session: int) -> dict[bytes, bool]:
    """By the bytes of the code: whether whoever holds it came. `session` is the hub's number."""
    rows = j.db.rows("SELECT code, came FROM attended WHERE session = ?", session)
    return {bytes(code): bool(came) for code, came in rows}
