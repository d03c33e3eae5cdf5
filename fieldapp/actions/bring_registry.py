"""The verb: bring the hub's pocket registry here, over a network or from a stick."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from fieldapp.journal.hub_link import enrolment
from fieldapp.journal.journal import Journal
from fieldapp.journal.registry_arrival import take_file
from fieldapp.sync.errors import NotEnrolled
from fieldapp.sync.http_link import HttpLink
from fieldapp.sync.registry_road import pull_registry
from fieldapp.wire.registry.head import Head


def bring_registry(
    journal: Journal,
    file: Path | None = None,
    *,
    came: Callable[[int, int], None] = lambda _done, _all: None,
) -> Head:
    """From a file, or else from the hub; what came half before goes on.

    Raises NotEnrolled, RegistryNotNewer, RegistryUnusable, NoRegistry, and every other SyncError.
    """
    if file is not None:
        return take_file(journal, file)
    joined = enrolment(journal)
    if joined is None:
        raise NotEnrolled
    with closing(HttpLink(joined.hub_url, joined.ca_pem)) as link:
        return pull_registry(journal, link, came=came)
