"""Several processes of one hub: started, started again when they die, and ended together.

The parent does nothing else, so that a fault of a worker never takes the others with it. A worker
whose parent was killed ends by itself. Not on Windows, where a process cannot be forked.
"""

from __future__ import annotations

import logging
import os
import select
import signal
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from fieldapp.domain.errors import FieldAppError
from fieldapp.hub.errors import NoWorkersHere

Work: TypeAlias = Callable[[Callable[[], None]], None]
"""What a worker does, in a process of its own, until SIGTERM. It calls back when it is ready."""

GOODBYE_S = 15.0
_LOOK_EVERY_S = 0.2
_STEADY_S = 2.0
"""Who dies sooner than this after its start is started again after as long a rest."""
_LOG = logging.getLogger(__name__)


def require_workers() -> None:
    """Raise NoWorkersHere where there can be but one process."""
    if not hasattr(os, "fork"):
        raise NoWorkersHere()


@dataclass
class _Crew:
    """The workers that run now: by process id, which of the works it does and since when."""

    works: Sequence[Work]
    running: dict[int, tuple[int, float]] = field(default_factory=dict)
    due: dict[int, float] = field(default_factory=dict)
    stopping_since: float | None = None


def run(works: Sequence[Work], ready: Callable[[], None]) -> None:
    """Do all of these until SIGTERM or SIGINT; `ready` once every one has been."""
    crew = _Crew(works, due=dict.fromkeys(range(len(works)), 0.0))
    alive_read, alive_write = os.pipe()
    ready_read, ready_write = os.pipe()
    pipes = alive_read, alive_write, ready_read, ready_write

    def stop(*_: object) -> None:
        crew.stopping_since = crew.stopping_since or time.monotonic()

    before = {number: signal.signal(number, stop) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        _look_after(crew, pipes, ready)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        for pipe in pipes:
            os.close(pipe)


def _look_after(crew: _Crew, pipes: tuple[int, int, int, int], ready: Callable[[], None]) -> None:
    unready: set[int] = set(range(len(crew.works)))
    while crew.running or crew.stopping_since is None:
        if crew.stopping_since is None:
            _start_due(crew, pipes)
        else:
            patient = time.monotonic() - crew.stopping_since < GOODBYE_S
            _signal_all(crew, signal.SIGTERM if patient else signal.SIGKILL)
        if select.select([pipes[2]], [], [], _LOOK_EVERY_S)[0]:
            before, unready = unready, unready - set(os.read(pipes[2], 256))
            if before and not unready:
                ready()
        _bury(crew)


def _start_due(crew: _Crew, pipes: tuple[int, int, int, int]) -> None:
    for which in [which for which, when in crew.due.items() if when <= time.monotonic()]:
        del crew.due[which]
        process = os.fork()
        if process == 0:
            _be_worker(crew.works[which], which, pipes)
        crew.running[process] = which, time.monotonic()


def _bury(crew: _Crew) -> None:
    """Take note of who died; whoever was not told to is started again."""
    for process in list(crew.running):
        ended, status = os.waitpid(process, os.WNOHANG)
        if not ended:
            continue
        which, since = crew.running.pop(process)
        if crew.stopping_since is None:
            _LOG.warning("a worker ended by itself (%d) and is started again", status)
            steady = time.monotonic() - since > _STEADY_S
            crew.due[which] = time.monotonic() + (0.0 if steady else _STEADY_S)


def _signal_all(crew: _Crew, number: int) -> None:
    for process in list(crew.running):
        try:
            os.kill(process, number)
        except ProcessLookupError:
            continue


def _be_worker(work: Work, which: int, pipes: tuple[int, int, int, int]) -> None:
    """Never returns: what the parent would do next is not for the worker."""
    code = 1
    try:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, signal.SIG_DFL)
        os.close(pipes[1])
        threading.Thread(target=_end_with_parent, args=(pipes[0],), daemon=True).start()
        work(lambda: _tell(pipes[3], which))
        code = 0
    except Exception as fault:  # noqa: BLE001  said in the log; the parent starts it again
        why = fault.happened if isinstance(fault, FieldAppError) else type(fault).__name__
        _LOG.error("a worker could not go on: %s", why)
    finally:
        os._exit(code)


def _tell(pipe: int, which: int) -> None:
    os.write(pipe, bytes([which]))


def _end_with_parent(alive: int) -> None:
    os.read(alive, 1)  # nothing ever comes: it ends when the parent does
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(GOODBYE_S)
    os._exit(1)
