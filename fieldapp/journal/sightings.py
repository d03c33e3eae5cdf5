"""Who was vaccinated today by a neighbour, known by short keyed tokens: no name, no document.

A token of a document finds the person for sure; one of name and birth day, or of name and phone,
finds somebody who may be the same. The list of a neighbour is replaced at every meeting, so that a
dose that was struck through is no longer told, and counts for the day of that meeting alone.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from fieldapp.domain.client import ClientDetails
from fieldapp.domain.immunization import ImmunizationStatus
from fieldapp.journal import clients, doses
from fieldapp.journal.journal import Journal
from fieldapp.journal.name_terms import name_key, phone_key
from fieldapp.wire.dates import to_day
from fieldapp.wire.neighbour import MOST_SEEN, MOST_TOKENS, TOKEN_BYTES, Seen


@dataclass(frozen=True, slots=True)
class Sighting:
    """A neighbour vaccinated this person today, or, where not `sure`, somebody like them."""

    team: str
    minute: int
    vaccine: str
    sure: bool


def tokens_of(key: bytes, people: Sequence[ClientDetails]) -> tuple[list[bytes], list[bytes]]:
    """The tokens of one person, registered perhaps several times: sure ones, and likely ones."""
    sure, likely = dict[bytes, None](), dict[bytes, None]()
    for one in people:
        for document in one.documents:
            sure[_token(key, document.kind, document.number)] = None
        if one.birth_date is not None:
            likely[_token(key, "born", name_key(one.name) + one.birth_date.isoformat())] = None
        if one.phone:
            likely[_token(key, "phone", name_key(one.name) + phone_key(one.phone))] = None
    return list(sure), list(likely)


def seen_here(j: Journal, key: bytes, day: date) -> tuple[Seen, ...]:
    """Everybody who was given a dose on this day, in tokens of this key; the newest first."""
    told: list[Seen] = []
    for record in doses.on_day(j, day):
        if record.event.status is ImmunizationStatus.COMPLETED and len(told) < MOST_SEEN:
            sure, likely = tokens_of(key, _registrations(j, record.client.client_id))
            at = record.event.occurred_at
            tokens = tuple([*sure, *likely][:MOST_TOKENS])
            told.append(Seen(at.hour * 60 + at.minute, record.event.lot.vaccine_id, tokens))
    return tuple(told)


def store_seen(j: Journal, device: int, seen: Iterable[Seen]) -> None:
    """Replace what a known neighbour told of its day."""
    with j.db.transaction():
        j.db.run("DELETE FROM sighting WHERE device = ?", device)
        for one in seen:
            for token in one.tokens:
                j.db.run(
                    "INSERT OR IGNORE INTO sighting VALUES (?, ?, ?, ?)",
                    device,
                    token,
                    one.minute,
                    one.vaccine,
                )


def forget(j: Journal, people: Sequence[ClientDetails]) -> None:
    """Whatever neighbours told of these people is forgotten. Inside the caller's transaction."""
    for device, key in j.db.rows("SELECT device, token_key FROM neighbour"):
        for person in people:
            for token in [token for tokens in tokens_of(key, [person]) for token in tokens]:
                j.db.run("DELETE FROM sighting WHERE device = ? AND token = ?", device, token)


def sighting_of(j: Journal, people: Sequence[ClientDetails], today: date) -> Sighting | None:
    """The last time that a neighbour saw this person today; sure ones before likely ones."""
    found: list[Sighting] = []
    neighbours = j.db.rows(
        "SELECT device, name, token_key FROM neighbour WHERE day = ?", to_day(today)
    )
    for device, team, key in neighbours:
        sure, likely = tokens_of(key, people)
        for tokens, is_sure in ((sure, True), (likely, False)):
            for token in tokens:
                row = j.db.row(
                    "SELECT minute, vaccine FROM sighting WHERE device = ? AND token = ?",
                    device,
                    token,
                )
                if row is not None:
                    found.append(Sighting(team, row[0], row[1], is_sure))
    return max(found, key=lambda one: (one.sure, one.minute), default=None)


def sighting_of_client(j: Journal, client_id: bytes, today: date) -> Sighting | None:
    """The same for somebody registered here, under all registrations of the person."""
    return sighting_of(j, _registrations(j, client_id), today)


def _registrations(j: Journal, client_id: bytes) -> list[ClientDetails]:
    return [one.details for one in clients.linked(j, client_id)]


def _token(key: bytes, kind: str, text: str) -> bytes:
    said = kind.encode() + b"\x00" + text.encode()
    return hmac.digest(key, said, "sha256")[:TOKEN_BYTES]
