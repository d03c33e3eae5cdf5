"""The verb: who of a session has not been released from the watch? Asked before it is closed."""

from __future__ import annotations

from dataclasses import dataclass

from fieldapp.journal import watches
from fieldapp.journal.journal import Journal


@dataclass(frozen=True, slots=True)
class NotReleased:
    """Somebody whose watch nobody has ended, with the doses of the visit."""

    client_id: bytes
    name: str
    dose_ids: tuple[bytes, ...]


def not_released(journal: Journal, session: str) -> list[NotReleased]:
    """The people of the session of this label, in the order of their first dose."""
    found: dict[int, NotReleased] = {}
    for watch in watches.not_released(journal, session):
        before = found.get(watch.person)
        found[watch.person] = NotReleased(
            client_id=before.client_id if before else watch.client.client_id,
            name=watch.client.details.name,
            dose_ids=(*(before.dose_ids if before else ()), watch.dose.event_id),
        )
    return list(found.values())
