"""A round beside the server that pushes what changed; after a failure it waits longer each time."""

from __future__ import annotations

import logging
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy.exc import SQLAlchemyError

from fieldapp.domain.backoff import delay_s
from fieldapp.domain.errors import FieldAppError
from fieldapp.hub.push.errors import AlreadyPushing, PushError, ServerAway
from fieldapp.hub.push.keeping import target_of
from fieldapp.hub.push.sending import Job, push
from fieldapp.hub.rounds import rounds
from fieldapp.hub.running import Hub
from fieldapp.hub.upkeep.log_lines import log_fault

_LOG = logging.getLogger(__name__)


@contextmanager
def pushing(hub: Hub, make_job: Callable[[Hub], Job], every_s: float) -> Iterator[None]:
    """Push at once and then every `every_s`, until the `with` ends."""

    def once() -> float | None:
        return push_once(hub, make_job, every_s)

    with rounds("push", once, every_s, at_once=True):
        yield


def push_once(
    hub: Hub,
    make_job: Callable[[Hub], Job],
    every_s: float,
    chance: Callable[[], float] = random.random,
) -> float | None:
    """One run; how long to wait where not as long as always. What goes wrong is logged, without
    anybody's name, and noted with the server."""
    try:
        job = make_job(hub)
        try:
            outcome = push(job)
        finally:
            job.link.close()
    except AlreadyPushing:
        return None
    except PushError as error:
        _LOG.warning("push: %s", error.happened.format(**error.details))
        return _wait_s(hub, job.link.url, error, every_s, chance)
    except FieldAppError as error:
        _LOG.warning("push: %s", type(error).__name__)
    except Exception as fault:  # noqa: BLE001  a bug here must never stop receipts
        log_fault(_LOG, fault)
        hub.tally.add("faults", "push")
    else:
        if outcome.refused:
            _LOG.warning("push: %d resources refused", outcome.refused)
    return None


def _wait_s(
    hub: Hub, url: str, error: PushError, every_s: float, chance: Callable[[], float]
) -> float:
    """Longer each time; where a person has to look, not sooner than always. As always where the
    database is away just now."""
    try:
        with hub.store.writing() as connection:
            failures = target_of(connection, url).failures
    except SQLAlchemyError:
        return every_s
    if isinstance(error, ServerAway):
        return delay_s(failures, chance, asked_s=error.wait_s)
    return max(every_s, delay_s(failures, chance))
