"""Hands each event to the tables it concerns, live and when rebuilding: the same code for both."""

from __future__ import annotations

from fieldapp.journal.database import Database
from fieldapp.journal.entries import JournalEntry
from fieldapp.journal.projections import clients, doses, links, sessions, staff, vials
from fieldapp.wire import facts

TABLES = (
    *staff.TABLES,
    *sessions.TABLES,
    *vials.TABLES,
    *clients.TABLES,
    *links.TABLES,
    *doses.TABLES,
)


def apply(db: Database, entry: JournalEntry) -> None:
    """Update the projections by one event, inside the caller's transaction.

    Events without a projection, of an unknown type or with an erased body change nothing.
    Raises DanglingReference.
    """
    match entry.fact:
        case facts.DoseRecorded() as fact:
            doses.record(db, entry, fact)
        case facts.ClientRegistered() as fact:
            clients.register(db, entry, fact)
        case facts.DoseNotGiven() as fact:
            doses.record_not_given(db, entry, fact)
        case facts.DoseVoided() as fact:
            doses.void(db, entry, fact)
        case facts.DoseAmended() as fact:
            doses.amend(db, entry, fact)
        case facts.ClientAmended() as fact:
            clients.amend(db, entry, fact)
        case facts.ClientLinked() as fact:
            links.link(db, entry, fact)
        case facts.ClientUnlinked() as fact:
            links.unlink(db, entry, fact)
        case facts.VialOpened() as fact:
            vials.open_vial(db, entry, fact)
        case facts.VialClosed() as fact:
            vials.close_vial(db, entry, fact)
        case facts.SessionOpened() as fact:
            sessions.open_session(db, entry, fact)
        case facts.SessionClosed() as fact:
            sessions.close_session(db, entry, fact)
        case facts.UserAdded() as fact:
            staff.add_user(db, entry, fact)


def clear(db: Database) -> None:
    """Empty every projection, before a rebuild."""
    for table in TABLES:
        db.run(f"DELETE FROM {table}")  # noqa: S608  names of our own list
