"""Keeps a half-made record, so that a crash or an empty battery costs no typing. Not an event."""

from __future__ import annotations

from fieldapp.journal.journal import Journal


def save(j: Journal, name: str, body: str) -> None:
    """Keep a draft; `name` is the form's, `body` whatever text the form can read again."""
    with j.db.transaction(), j.db.tables() as tables:
        row = {"name": name, "body": body, "saved_s": int(j.clock.now().timestamp())}
        tables.table("draft").upsert(row, pk="name")


def load(j: Journal, name: str) -> str | None:
    """The draft of a form; None when there is none."""
    found = j.db.row("SELECT body FROM draft WHERE name = ?", name)
    return None if found is None else str(found[0])


def clear(j: Journal, name: str) -> None:
    """Forget a draft, once it is recorded or given up."""
    with j.db.transaction():
        j.db.run("DELETE FROM draft WHERE name = ?", name)


def names(j: Journal, start: str) -> list[str]:
    """The names of the drafts that begin so, in their order."""
    rows = j.db.rows(
        "SELECT name FROM draft WHERE name >= ? AND name < ? ORDER BY name",
        start,
        start + "\U0010ffff",
    )
    return [str(name) for (name,) in rows]


def owned(owner: str, name: str) -> str:
    """The name of a draft that only this user gets to see again."""
    return f"{owner}\n{name}"  # no login holds a line end, so nobody is taken for somebody else
