"""Keeps Python's garbage collections out of the way of hands, and away from windows at work.

Python collects wherever an object happens to be made: in the middle of a paint, or on a thread
beside the windows, where what a window has left behind must not be destroyed. And a full collection
looks at every object there is and holds every thread up: 50 to 120 ms beside a long sync or import,
measured; it was the only reason why the windows ever stood still. So young garbage goes when the
windows have nothing to do, and full collections come only when nobody has.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QAbstractEventDispatcher, QObject

_YOUNG, _ROUNDS = 2_000, 20
"""So many new objects are worth a look; every so many looks the next older are looked at, too."""


class Collector(QObject):
    """Collects in place of Python from its making until its end, on the thread of the windows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._events: QAbstractEventDispatcher | None = QAbstractEventDispatcher.instance()
        if self._events is not None:
            self._events.aboutToBlock.connect(self._collect_young)

    def set_aside(self) -> None:
        """What is loaded by now stays for good: leave it out of every later collection. Again drops
        what is gone since, takes in what has come."""
        gc.unfreeze()
        gc.collect()
        gc.freeze()

    def collect_in_a_quiet_moment(self, *busy: bool) -> bool:
        """A full collection, unless something is going on; whether it was one."""
        if any(busy):
            return False
        gc.collect()
        return True

    def end(self) -> None:
        """Let Python collect by itself again, when the work is over."""
        if self._events is not None:
            self._events.aboutToBlock.disconnect(self._collect_young)
            self._events = None
        gc.unfreeze()
        gc.enable()

    def _collect_young(self) -> None:
        young, rounds, _ = gc.get_count()
        if young > _YOUNG:
            gc.collect(1 if rounds > _ROUNDS else 0)
