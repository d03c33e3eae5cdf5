"""Weighs a packed Excel file before anything of it is taken into memory: some kilobytes can unpack
to gigabytes, and a short part can hold millions of elements.

The parts are unpacked piece by piece and nothing of them is kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.parsers import expat
from zipfile import ZipFile

from fieldapp.actions.backlog.limits import TooLarge, UnreadableFile

MAX_UNPACKED_BYTES = 256 * 1024 * 1024
MOST_ELEMENTS = 2_500_000
"""Kept at once: texts and the cells of one row; the rows before it are let go."""
MOST_OTHERS = 400_000
"""Formats and all else, which need far more memory each."""
_MOST_IN_ONE = 4 * 1024 * 1024
_PIECE = 1024 * 1024
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main "
_ROW, _ROW_DEPTH = _MAIN + "row", 3
_CELLS = {_MAIN + name for name in ("row", "c", "v", "f", "is", "t", "si", "r", "phoneticPr")}


def weigh(path: Path) -> None:
    """Raises TooLarge for what fills the memory; almost anything for what is damaged."""
    with ZipFile(path) as packed:
        if sum(part.file_size for part in packed.infolist()) > MAX_UNPACKED_BYTES:
            raise TooLarge(file=path.name, why="it unpacks to more than 256 MB")
        scales = _Scales(path.name)
        for part in packed.infolist():
            with packed.open(part) as stream:
                scales.weigh(iter(lambda: stream.read(_PIECE), b""))


class _Scales:
    """Counts the elements that a reader of the parts would hold."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._elements = self._others = self._depth = 0
        self._before = 0, 0

    def weigh(self, pieces: Iterator[bytes]) -> None:
        """One part, whatever its name: who reads the book may be led to any of them. What is no
        XML weighs no more than its bytes."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.StartDoctypeDeclHandler = self._refuse
        self._depth, fed = 0, 0
        try:
            for piece in pieces:
                parser.Parse(piece, False)
                fed += len(piece)
                if fed - parser.CurrentByteIndex > _MOST_IN_ONE:
                    raise TooLarge(file=self._file, why="one of its elements is too long")
        except expat.ExpatError:
            return

    def _start(self, name: str, _attributes: object) -> None:
        self._depth += 1
        if self._depth == _ROW_DEPTH:
            self._before = self._elements, self._others
        if name in _CELLS:
            self._elements += 1
        else:
            self._others += 1
        if self._elements > MOST_ELEMENTS or self._others > MOST_OTHERS:
            raise TooLarge(file=self._file, why="it has too many cells or formats")

    def _end(self, name: str) -> None:
        if self._depth == _ROW_DEPTH and name == _ROW:
            elements, others = self._before
            self._elements, self._others = elements + 1, others
        self._depth -= 1

    def _refuse(self, *_: object) -> None:
        raise UnreadableFile(file=self._file, why="it is damaged or of another format")
