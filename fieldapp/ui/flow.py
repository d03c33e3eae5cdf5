"""What works for a room while somebody is at the laptop: joins a screen to the actions."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Flow(QObject):
    """Ended by `stop`; the jobs that it began belong to its parent, and end by themselves."""

    bug = Signal(object)  # an Exception that nobody expected

    def stop(self) -> None:
        """Begin nothing more."""
