"""Pulls the pocket registry over a network: its head, then block by block what is missing.

For a LAN or a night's Wi-Fi; never a part of a sync. A cut costs at most the block under way.
"""

from __future__ import annotations

from collections.abc import Callable

from fieldapp.journal.journal import Journal
from fieldapp.journal.registry_arrival import Arriving
from fieldapp.sync.errors import SyncError, UnsignedAnswer
from fieldapp.sync.link import REGISTRY_PATH, FileLink
from fieldapp.wire.registry.head import Head

_OK, _PARTIAL, _NOT_FOUND = 200, 206, 404


class NoRegistry(SyncError):
    """The hub has made none, or a newer one took the place of the edition that was coming."""

    happened = "The hub has no pocket registry to give just now."
    safe = "Nothing was changed; what is on this laptop stays."
    next_step = "Try again. If it stays so, ask the hub for one."


class PullStopped(SyncError):
    """Somebody pressed stop."""

    happened = "Bringing the pocket registry was stopped."
    safe = "What came so far is kept and goes on next time."
    next_step = "Start it again when the line is good."


def pull_registry(
    journal: Journal,
    link: FileLink,
    *,
    came: Callable[[int, int], None] = lambda _done, _all: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Head:
    """Bring the hub's newest edition here. `came` hears how many bytes are here, of how many.

    Raises RegistryNotNewer when there is nothing to do, RegistryUnusable, NoRegistry, PullStopped,
    and what a link raises.
    """
    with Arriving(journal, _ask(link, REGISTRY_PATH, None, _OK)) as arriving:
        path = f"{REGISTRY_PATH}/{arriving.head.edition}"
        for number in arriving.missing():
            if cancelled():
                raise PullStopped
            start, end = arriving.head.block_span(number)
            span = arriving.body_at + start, arriving.body_at + end
            arriving.put(number, _ask(link, path, span, _PARTIAL))
            came(end, arriving.head.body_bytes)
        return arriving.finish()


def _ask(link: FileLink, path: str, span: tuple[int, int] | None, expected: int) -> bytes:
    answer = link.fetch(path, span)
    if answer.status == _NOT_FOUND:
        raise NoRegistry
    if answer.status != expected:
        raise UnsignedAnswer
    return answer.body
