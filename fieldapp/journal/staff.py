"""Reads the named users that the journal knows."""

from __future__ import annotations

from fieldapp.journal.journal import Journal
from fieldapp.journal.keyslots import StaffUser


def on_team(j: Journal) -> list[StaffUser]:
    """Everybody who may unlock this laptop, by login."""
    rows = j.db.rows("SELECT login, name, role FROM staff WHERE on_team ORDER BY 1")
    return [StaffUser(*row) for row in rows]


def all_staff(j: Journal) -> list[StaffUser]:
    """Everybody ever named, by login: who left the team, too."""
    return [StaffUser(*row) for row in j.db.rows("SELECT login, name, role FROM staff ORDER BY 1")]
