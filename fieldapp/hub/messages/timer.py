"""A thread beside the server that runs the job every so often, where the hub was asked to."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager

from fieldapp.domain.errors import FieldAppError
from fieldapp.hub.messages.job import Job
from fieldapp.hub.messages.send import send_due
from fieldapp.hub.rounds import rounds
from fieldapp.hub.running import Hub
from fieldapp.hub.upkeep.faults import Survived

_LOG = logging.getLogger(__name__)


@contextmanager
def sending(hub: Hub, make_job: Callable[[Hub], Job], every_s: float) -> Iterator[None]:
    """Send what is due at once and then every `every_s`, until the `with` ends. The settings and
    texts are read anew each time."""
    with rounds("messages", lambda: run_once(hub, make_job), every_s, at_once=True):
        yield


def run_once(hub: Hub, make_job: Callable[[Hub], Job]) -> None:
    """One run. What goes wrong is logged, without anybody's name, and the next run tries again."""
    with Survived(hub.tally, "messages"):
        try:
            _send(make_job(hub))
        except FieldAppError as error:
            _LOG.warning("messages: %s", error.happened)


def _send(job: Job) -> None:
    with closing(job.gateway):
        outcome = send_due(job)
    if outcome.failed or outcome.unsure:
        _LOG.warning("messages: %d failed, %d unsure", outcome.failed, outcome.unsure)
