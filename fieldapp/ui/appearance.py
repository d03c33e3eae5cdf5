"""Dresses the app as it is liked, and keeps that: theme, language, text size, by key."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from fieldapp.resource_files import resource_path
from fieldapp.ui import language, preferences, theme
from fieldapp.ui.background import Job, Lane
from fieldapp.ui.preferences import Preferences


class Appearance(QObject):
    """What the app wears; without a file it is forgotten at the end.

    `rewritten`: the windows must be made again, in new words or sizes.
    """

    rewritten = Signal()

    def __init__(self, app: QApplication, file: Path | None = None) -> None:
        super().__init__(app)
        self._app, self._file = app, file
        self._lane = Lane(self)
        app.setWindowIcon(QIcon(str(resource_path("program", "fieldapp.svg"))))
        self.liked = preferences.load(file) if file is not None else self._worn()
        self.wear()

    def wear(self) -> None:
        """Dress the whole app as it is liked."""
        if language.installed(self._app) != self.liked.language:
            language.install(self._app, self.liked.language)
        worn = (self._app.property("theme"), theme.text_size(self._app))
        if worn != (self.liked.theme, self.liked.text_size):
            theme.apply_theme(self._app, theme.named(self.liked.theme), self.liked.text_size)

    def _worn(self) -> Preferences:
        """What the app happens to wear."""
        size = theme.text_size(self._app)
        return Preferences(theme.in_force(self._app).name, language.spoken(), size)

    def next_theme(self) -> None:
        """Normal, sunlight, night, and round again; every open window follows."""
        self._like(self.liked.with_next_theme())

    def next_language(self) -> None:
        """Speak the other language."""
        self._like(self.liked.with_next_language())
        self.rewritten.emit()

    def resize_text(self, step: int) -> None:
        """Text larger (1) or smaller (-1), as far as there is; 0: the next size, and round."""
        liked = self.liked.with_text(step) if step else self.liked.with_next_text()
        if liked != self.liked:
            self._like(liked)
            self.rewritten.emit()

    def next_lock(self) -> None:
        """Another time until the laptop locks by itself."""
        self._like(self.liked.with_next_lock())

    def keep(self) -> None:
        """Write down what is liked, off the GUI thread, once there is a home to write into."""
        file, liked = self._file, self.liked
        if file is not None and file.parent.is_dir():
            job = Job(lambda: preferences.save(file, liked), self)
            job.failed.connect(_not_kept)
            job.crashed.connect(_not_kept)
            self._lane.start(job)

    def wait(self) -> None:
        """Until what is liked is written."""
        self._lane.wait()

    def _like(self, liked: Preferences) -> None:
        self.liked = liked
        self.wear()
        self.keep()


def _not_kept(error: Exception) -> None:
    """It is worn all the same; the next start begins as before."""
    logging.getLogger("fieldapp").warning("the screen's settings were not kept: %s", error)
