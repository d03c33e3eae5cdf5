"""How much of a file is read, and what is said of one that is larger: a file that was made up to
fill the memory, or that tells wrongly how large it is, must stop nobody's laptop.
"""

from __future__ import annotations

from dataclasses import dataclass

from fieldapp.domain.errors import FieldAppError

MOST_ROWS = 100_000
MOST_COLUMNS = 256
MOST_CELLS = 4_000_000
MOST_SHEETS = 100
_LINE = 10
"""A line costs as much time as so many cells."""
MOST_PASSED = 30_000_000
"""Cells looked at, empty ones too: a sheet can claim a million rows that nobody filled."""


class UnreadableFile(FieldAppError):
    """The file as a whole cannot be taken for a backlog."""

    happened = "The file {file} cannot be read: {why}."
    safe = "Nothing was imported and the file was not changed."
    next_step = "Save it again as CSV (UTF-8) or .xlsx with the column names in the first line."


class NoSuchFile(UnreadableFile):
    """The name was mistyped, or it lies in another folder."""

    happened = "There is no file {file}."
    next_step = "Look at its name, and in which folder it is."


class TooLarge(UnreadableFile):
    """More than a backlog of one team has in years."""

    next_step = (
        "Keep the sheet with the rows alone, delete all that is empty beside and below it, and"
        " split it into files of at most 100,000 rows; then import them one after another."
    )


@dataclass(slots=True)
class Allowance:
    """What may still be read of one file, all its sheets together."""

    file: str
    rows: int = MOST_ROWS
    cells: int = MOST_CELLS
    passed: int = MOST_PASSED

    def look_at(self, cells: int) -> None:
        """A line was looked at, filled or not. Raises TooLarge."""
        self.passed -= cells + _LINE
        if self.passed < 0:
            raise TooLarge(file=self.file, why="its sheets claim to have millions of cells")

    def keep(self, cells: int) -> None:
        """A line is filled, so that it is kept. Raises TooLarge."""
        self.rows -= 1
        self.cells -= cells
        if cells > MOST_COLUMNS:
            raise TooLarge(file=self.file, why="it has more than 256 columns")
        if self.rows < 0:
            raise TooLarge(file=self.file, why="it has more than 100,000 filled rows")
        if self.cells < 0:
            raise TooLarge(file=self.file, why="it has more than 4,000,000 cells")
