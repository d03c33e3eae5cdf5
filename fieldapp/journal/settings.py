"""Small things this laptop must remember that are not events: its team, keys, the hub's trust."""

from __future__ import annotations

from dataclasses import dataclass

from fieldapp.domain.made_up import is_made_up
from fieldapp.journal.database import Database
from fieldapp.journal.errors import JournalDamaged


@dataclass(frozen=True, slots=True)
class TeamProfile:
    """Whose laptop this is; `kind` is vehicle or boat, or that of a team that practises."""

    name: str
    kind: str

    @property
    def made_up(self) -> bool:
        """Whether this laptop is for practice with made-up people."""
        return is_made_up(self.kind)


def read(db: Database, name: str) -> bytes | None:
    """One setting; None when it was never set."""
    found = db.row("SELECT value FROM setting WHERE name = ?", name)
    return None if found is None else bytes(found[0])


def write(db: Database, name: str, value: bytes) -> None:
    """Set or replace one setting."""
    with db.transaction():
        db.run("INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)", name, value)


def forget(db: Database, name: str) -> None:
    """Drop one setting, if it was ever set."""
    with db.transaction():
        db.run("DELETE FROM setting WHERE name = ?", name)


def team(db: Database) -> TeamProfile:
    """The team of this home."""
    name, kind = read(db, "team.name"), read(db, "team.kind")
    if name is None or kind is None:
        raise JournalDamaged(what="the team is missing", first_bad=None)
    return TeamProfile(name.decode(), kind.decode())


def save_team(db: Database, profile: TeamProfile) -> None:
    """Write down whose laptop this is."""
    write(db, "team.name", profile.name.encode())
    write(db, "team.kind", profile.kind.encode())
