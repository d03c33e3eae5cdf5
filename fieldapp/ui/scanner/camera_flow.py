"""Reads codes with the camera or off a photo, and hands the text on as if it had been scanned.

Frames are read off the GUI thread, one at a time: what comes meanwhile is only shown. The camera is
on while the page is open, and never longer.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from fieldapp.domain.errors import FieldAppError
from fieldapp.ui.background import Job, Lane
from fieldapp.ui.error_words import in_words
from fieldapp.ui.flow import Flow
from fieldapp.ui.scanner.camera_page import CameraPage, pick_photo
from fieldapp.ui.scanner.eye import Eye, OpenEye, open_eye
from fieldapp.ui.words import tr

_TIMES_THE_SAME = 2  # a stripe code may be misread once; never twice in the same way


class CameraFlow(Flow):
    """`read`: the text of a code, once."""

    read = Signal(str)

    def __init__(
        self,
        page: CameraPage,
        parent: QObject,
        *,
        open_eye: OpenEye = open_eye,
        pick: Callable[[QWidget], Path | None] = pick_photo,
    ) -> None:
        super().__init__(parent)
        self._page, self._open_eye, self._pick, self._owner = page, open_eye, pick, parent
        self.lane = Lane(self)
        self._eye: Eye | None = None
        self._open, self.reading = False, False  # `reading`: a frame is being looked at
        self._last, self._times = "", 0
        page.pick_requested.connect(self._pick_one)
        page.photo_chosen.connect(self._read_photo)

    def entered(self) -> None:
        """Somebody came to the page: switch the camera on, or say what works without one."""
        self.left()
        self._open, self._last, self._times = True, "", 0
        try:
            self._eye = self._open_eye(self)
        except FieldAppError as error:
            self._page.say(in_words(error), "info")
            return
        self._eye.frame.connect(self._seen)
        self._eye.failed.connect(self._failed)
        self._page.say(tr("Hold the code before the camera, flat and without glare."))

    def left(self) -> None:
        """Switch the camera off, and show nothing of what it saw."""
        if self._eye is not None:
            self._eye.close()
            self._eye = None
        self._open = False
        self._page.show_picture(None)

    def stop(self) -> None:
        """The lock: the camera goes off, too."""
        self.left()

    def _failed(self, error: FieldAppError) -> None:
        self.left()
        self._open = True  # photos are still read
        self._page.say(in_words(error), "info")

    def _seen(self, image: QImage) -> None:
        self._page.show_picture(image)
        if not self.reading:
            self.reading = True
            self._do(partial(_codes_in, image), self._read_frame)

    def _read_frame(self, codes: list[str]) -> None:
        if len(codes) > 1:
            self._page.say(tr("More than one code is in the picture. Show one alone."), "wait")
        if len(codes) == 1:
            self._times = self._times + 1 if codes[0] == self._last else 1
            self._last = codes[0]
            if self._times >= _TIMES_THE_SAME:
                self._hand_on(codes[0])

    def _hand_on(self, text: str) -> None:
        self.left()
        self.read.emit(text)

    # photos

    def _pick_one(self) -> None:
        path = self._pick(self._page)
        if path is not None:
            self._read_photo(path)

    def _read_photo(self, path: Path) -> None:
        self._page.say(tr("Reading the photo…"))
        self._do(partial(_codes_in_file, path), self._photo_read)

    def _photo_read(self, codes: list[str]) -> None:
        if len(codes) == 1:
            self._hand_on(codes[0])
        elif codes:
            self._page.say(tr("More than one code is in the picture. Show one alone."), "wait")
        else:
            words = tr("No code was found in the photo. Take it closer, sharp, without glare.")
            self._page.say(words, "wait")

    def _do(self, work: Callable[[], object], then: Callable[..., None]) -> None:
        job = Job(work, self._owner)
        job.succeeded.connect(lambda codes: then(codes) if self._open else None)  # else: left
        job.failed.connect(self._unreadable)
        job.crashed.connect(self.bug)
        job.ended.connect(self._free)
        self.lane.start(job)

    def _unreadable(self, error: FieldAppError) -> None:
        if self._open:
            self._page.say(in_words(error), "stop")

    def _free(self) -> None:
        self.reading = False


def _codes_in(image: QImage) -> list[str]:
    from fieldapp.ui.scanner.decode import codes_in  # the reader is loaded with the first look

    return codes_in(image)


def _codes_in_file(path: Path) -> list[str]:
    from fieldapp.ui.scanner.decode import codes_in_file

    return codes_in_file(path)
