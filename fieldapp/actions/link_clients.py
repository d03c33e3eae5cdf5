"""The verbs: decide that two registrations are one person, or two people. Both reversible."""

from __future__ import annotations

from fieldapp.actions.permission import SecondPerson, require
from fieldapp.domain.errors import FieldAppError
from fieldapp.domain.roles import Deed
from fieldapp.journal import clients, links
from fieldapp.journal.journal import Journal
from fieldapp.wire.facts import ClientLinked, ClientUnlinked

EVIDENCE = ("same-document", "person-says", "same-phone", "known-to-us", "other")
REASONS = ("two-people", "linked-by-mistake", "other")


class NothingToLink(FieldAppError):
    """The two are not both in this journal, are one registration, or it is decided already."""

    happened = "There is nothing to decide about these two registrations."
    safe = "Nothing was changed."
    next_step = "Look at both people again."


def link_clients(
    journal: Journal,
    one: bytes,
    other: bytes,
    evidence: str,
    *,
    user: str,
    second: SecondPerson | None = None,
) -> bytes:
    """Record that they are one person. `evidence` is one of EVIDENCE.

    Raises NothingToLink, NotAllowed.
    """
    with journal.transaction():
        _require_two(journal, one, other)
        if any(client.client_id == other for client in clients.linked(journal, one)):
            raise NothingToLink()
        require(journal, user, Deed.LINK, second=second)
        fact = ClientLinked(journal.ref(one), journal.ref(other), evidence)
        (recorded,) = journal.append([fact], user=user)
    return recorded.event_id


def tell_apart(
    journal: Journal,
    one: bytes,
    other: bytes,
    reason: str,
    *,
    user: str,
    second: SecondPerson | None = None,
) -> bytes:
    """Record that they are two people; a link between them is taken back.

    Raises NothingToLink; NotAllowed only where there is a link: to say that two registrations are
    two people changes nothing and needs nobody else.
    """
    with journal.transaction():
        _require_two(journal, one, other)
        if links.told_apart(journal, one, other) is not None:
            raise NothingToLink()
        if links.evidence_of(journal, one, other) is not None:
            require(journal, user, Deed.LINK, second=second)
        fact = ClientUnlinked(journal.ref(one), journal.ref(other), reason)
        (recorded,) = journal.append([fact], user=user)
    return recorded.event_id


def part_from_roster(
    journal: Journal,
    client_id: bytes,
    ref: bytes,
    reason: str,
    *,
    user: str,
    second: SecondPerson | None = None,
) -> bytes:
    """Take back that a registration is somebody of the roster: the hub sees two people again.

    Raises NothingToLink, NotAllowed.
    """
    with journal.transaction():
        if ref not in links.refs_elsewhere(journal, client_id):
            raise NothingToLink()
        require(journal, user, Deed.LINK, second=second)
        fact = ClientUnlinked(journal.ref(client_id), ref, reason)
        (recorded,) = journal.append([fact], user=user)
    return recorded.event_id


def _require_two(journal: Journal, one: bytes, other: bytes) -> None:
    known = [clients.get(journal, client_id) for client_id in (one, other)]
    if one == other or None in known:
        raise NothingToLink()
