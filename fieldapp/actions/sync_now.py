"""Sync now: one full exchange with the hub this laptop has joined."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

from fieldapp.domain.clock import Clock
from fieldapp.journal.hub_link import enrolment
from fieldapp.journal.journal import Journal
from fieldapp.sync.errors import NotEnrolled
from fieldapp.sync.http_link import HttpLink, Patience
from fieldapp.sync.outcome import SyncOutcome, SyncProgress
from fieldapp.sync.run import run_exchange


def sync_now(
    journal: Journal,
    clock: Clock,
    progress: Callable[[SyncProgress], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    *,
    patience: Patience | None = None,
) -> SyncOutcome:
    """Send what waits and store the receipts; takes as long as the link does, in any thread.

    `progress` and `cancelled` are called in the same thread, between requests. Raises NotEnrolled
    and every other SyncError; what was confirmed until then stays confirmed.
    """
    joined = enrolment(journal)
    if joined is None:
        raise NotEnrolled
    with closing(HttpLink(joined.hub_url, joined.ca_pem, patience=patience)) as link:
        return run_exchange(journal, link, clock, progress, cancelled)
