"""What is here of people besides their events and what follows from these: drafts, who is due, who
was seen today. Read before the people go, forgotten with them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from fieldapp.domain.client import ClientDetails
from fieldapp.journal import due, sightings
from fieldapp.journal.database import Database
from fieldapp.journal.journal import Journal
from fieldapp.journal.projections.clients import registration
from fieldapp.wire.client_codec import from_fact

_LEAST_SAID = 2


@dataclass(frozen=True, slots=True)
class Traces:
    """By what the erased people are known: ids of their events, and who they were."""

    ids: tuple[bytes, ...]
    people: tuple[ClientDetails, ...]

    def words(self) -> set[str]:
        """What no draft may say any more."""
        said = {id_.hex() for id_ in self.ids}
        for person in self.people:
            numbers = [document.number for document in person.documents]
            said.update(text for text in (person.name, person.phone or "", *numbers))
        return {text for text in said if len(text) >= _LEAST_SAID}


def traces_of(db: Database, positions: Iterable[int]) -> Traces:
    """Read them of the events that are about to go."""
    ids, people = [], []
    for pos in positions:
        row = db.row(
            "SELECT id, client.body FROM entry LEFT JOIN client ON no = pos WHERE pos = ?", pos
        )
        if row is not None:
            ids.append(bytes(row[0]))
            people += [] if row[1] is None else [from_fact(registration(row[1]))]
    return Traces(tuple(ids), tuple(people))


def forget(j: Journal, traces: Traces) -> None:
    """Inside the caller's transaction, when the people themselves are gone."""
    _forget_drafts(j.db, traces.words())
    sightings.forget(j, traces.people)
    due.begin_anew(j)


def _forget_drafts(db: Database, words: Iterable[str]) -> None:
    told: Sequence[str] = [form for word in words for form in (word, json.dumps(word)[1:-1])]
    for name, body in db.rows("SELECT name, body FROM draft"):
        if any(form in name or form in body for form in told):
            db.run("DELETE FROM draft WHERE name = ?", name)
