"""Reads the named users that the journal knows."""

from __future__ import annotations

from fieldapp.journal.journal import Journal
from fieldapp.journal.keyslots import StaffUser


def all_staff(j: Journal) -> list[StaffUser]:
    """Everybody ever named, by login."""
    return [StaffUser(*row) for row in j.db.rows("SELECT login, name, role FROM staff ORDER BY 1")]
