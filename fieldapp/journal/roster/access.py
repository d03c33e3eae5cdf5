"""Who may read the roster: this laptop, while the hub lends it the file's key."""

from __future__ import annotations

from fieldapp.journal import leases
from fieldapp.journal.database import Database
from fieldapp.journal.journal import Journal
from fieldapp.journal.roster.vault import OpenRoster

REGION, VAULT = "region/", "roster"
"""Names of lent keys: one a region, and that of this laptop's roster file."""


def reading(j: Journal) -> OpenRoster | None:
    """The roster to read from; None without a lease. A lease that ended shuts the file."""
    lent = leases.key_named(j, VAULT)
    if lent is None:
        j.vault.close()
        return None
    return j.vault.opened(lent[1])


def writing(j: Journal) -> Database | None:
    """The roster to apply segments to; None without a lease."""
    found = reading(j)
    return None if found is None else found.writer
