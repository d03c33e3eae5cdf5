"""A flow that asks the journal off the GUI thread, as every room looks up and records."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from fieldapp.domain.errors import FieldAppError
from fieldapp.ui.background import Job, Lane
from fieldapp.ui.flow import Flow


class LaneFlow(Flow):
    """What is answered after `stop` is dropped; what failed still arrives: it may not be saved."""

    def __init__(self, lane: Lane, parent: QObject) -> None:
        super().__init__(parent)
        self._lane, self._owner, self._stopped = lane, parent, False

    def stop(self) -> None:
        self._stopped = True

    def _do(
        self, work: Callable[[], object], then: Callable[..., None], lane: Lane | None = None
    ) -> None:
        """Run `work` on the lane; its value goes to `then`, back on this thread."""
        self._job(work, then, lane)

    def _job(
        self, work: Callable[[], object], then: Callable[..., None], lane: Lane | None = None
    ) -> Job:
        """The same; the job, for whoever asks when it has ended, well or not."""
        job = Job(work, self._owner)
        job.succeeded.connect(lambda value: None if self._stopped else then(value))
        job.failed.connect(self._failed)
        job.crashed.connect(self.bug)
        (lane or self._lane).start(job)
        return job

    def _failed(self, error: FieldAppError) -> None:
        """Say it where somebody looks; every room has its own place."""
        raise NotImplementedError
