"""Work off the GUI thread: a job with three ends, on lanes that each do one job at a time.

A job knows no widget. The database lane keeps journal work in order, the network lane lets a slow
link wait without making anybody else wait.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QThreadPool, Signal

from fieldapp.domain.errors import FieldAppError


class Job(QObject):
    """One piece of work. It ends once, by one of three signals and then by `ended`.

    The parent keeps the job alive until `ended`. All signals are emitted in the job's own thread
    (the GUI's), so that whatever is connected to them may touch widgets.
    """

    succeeded = Signal(object)
    failed = Signal(object)  # a FieldAppError, expected: show its sentences
    crashed = Signal(object)  # an Exception, a bug: log it and say that something went wrong here
    ended = Signal()
    _over = Signal(object, object)

    def __init__(self, work: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._over.connect(self._deliver)

    def run(self) -> None:
        """Do the work; called by a lane in its own thread."""
        try:
            self._over.emit(self._work(), None)
        except Exception as error:  # noqa: BLE001  the edge of the thread: nothing above us
            self._over.emit(None, error)

    def _deliver(self, value: object, error: Exception | None) -> None:
        if error is None:
            self.succeeded.emit(value)
        elif isinstance(error, FieldAppError):
            self.failed.emit(error)
        else:
            self.crashed.emit(error)
        self.ended.emit()
        self.deleteLater()


class Lane(QObject):
    """Does jobs one after another, in the order in which they came, in one thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    def start(self, job: Job) -> None:
        """Put the job at the end of the queue."""
        self._pool.start(job.run)

    @property
    def busy(self) -> bool:
        """Whether a job is running or queued."""
        return self._pool.activeThreadCount() > 0

    def wait(self, most_ms: int = -1) -> bool:
        """Wait until the lane is empty, at most so long; returns whether it is."""
        return self._pool.waitForDone(most_ms)
