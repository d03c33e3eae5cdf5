"""What is sent to other systems, as a page: how far each server is, what it refused and its answer.

For those who see people: a server's answer may name somebody. Every look at refusals is in the
audit.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from sqlalchemy import Connection
from starlette.responses import Response

from fieldapp.hub.push import keeping
from fieldapp.hub.push.answers import words_of
from fieldapp.hub.push.keeping import Refused, Target
from fieldapp.hub.web.access import Permission
from fieldapp.hub.web.guard import Page
from fieldapp.hub.web.visit import Visit
from fieldapp.hub.web.words import Said, said

MOST_SHOWN = 100
KIND_WORDS: dict[str, Said] = {
    "Patient": said("The person"),
    "Immunization": said("A dose"),
    "AdverseEvent": said("A reaction"),
    "ImmunizationRecommendation": said("What is due next"),
}


@dataclass(frozen=True, slots=True)
class Server:
    """One server as it is shown."""

    target: Target
    host: str
    waiting: int
    refused_number: int
    refused: tuple[Refused, ...]


def show_push(visit: Visit) -> Response:
    """All servers that anything was ever sent to."""
    with visit.hub.store.reading() as connection:
        servers = [_server(connection, target) for target in keeping.targets(connection)]
    shown = sum(len(server.refused) for server in servers)
    if shown:
        with visit.hub.store.writing() as connection:
            visit.note(connection, "refusals-looked-at", "push", f"{shown}")
    return visit.show("push.html", servers=servers, kinds=KIND_WORDS, words_of=words_of)


def _server(connection: Connection, target: Target) -> Server:
    return Server(
        target,
        urlsplit(target.url).netloc,
        keeping.waiting(connection, target),
        keeping.refused_number(connection, target),
        tuple(keeping.refusals(connection, target, MOST_SHOWN)),
    )


PAGES: tuple[Page, ...] = (Page("GET", "/push", Permission.PEOPLE, show_push),)
