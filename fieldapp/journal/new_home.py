"""Makes the folder of a home whole or not at all: built in a corner of itself, moved when done."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from fieldapp.domain.errors import FieldAppError
from fieldapp.journal.anchor import ANCHOR_FILE
from fieldapp.journal.copy_return import RETURNING_FILE
from fieldapp.journal.database import file_errors
from fieldapp.journal.errors import HomeNotEmpty
from fieldapp.journal.files import sync_folder
from fieldapp.journal.journal import JOURNAL_FILE
from fieldapp.journal.keyslots import KEYSLOTS_FILE

_UNFINISHED = ".unfinished"
_MOVED_FIRST = frozenset({JOURNAL_FILE, ANCHOR_FILE, RETURNING_FILE})


@contextmanager
def new_home(home: Path) -> Iterator[Path]:
    """Yield an empty folder to build in; its files become the home when the block ends well.

    Raises HomeNotEmpty, HomeReadOnly, DiskFull. A folder in which an earlier attempt was cut
    short counts as empty: nothing was ever recorded in it.
    """
    if home.exists() and not home.is_dir():
        raise HomeNotEmpty()
    with file_errors(home.name):
        was_there = home.exists()
        if was_there:
            _clear_an_attempt(home)
        shutil.rmtree(home / _UNFINISHED, ignore_errors=True)
        (home / _UNFINISHED).mkdir(mode=0o700, parents=True)
        home.chmod(0o700)
    try:
        yield home / _UNFINISHED
        with file_errors(home.name):
            _move_up(home / _UNFINISHED, home)
    except BaseException:
        with suppress(FieldAppError, OSError):
            _clear_an_attempt(home)
        shutil.rmtree(home / _UNFINISHED, ignore_errors=True)
        if not was_there:
            with suppress(OSError):
                home.rmdir()
        raise


def _clear_an_attempt(home: Path) -> None:
    """Take away what an attempt had moved up before its key slots. Raises HomeNotEmpty for more.

    Without its folder, files of these names belong to somebody and stay.
    """
    found = {child.name for child in home.iterdir()} - {_UNFINISHED}
    if found and not (found <= _MOVED_FIRST and (home / _UNFINISHED).is_dir()):
        raise HomeNotEmpty()
    for name in found:
        (home / name).unlink()


def _move_up(building: Path, home: Path) -> None:
    """The key slots come last: they are what makes a folder a home."""
    for file in sorted(building.iterdir(), key=lambda file: file.name == KEYSLOTS_FILE):
        file.rename(home / file.name)
    building.rmdir()
    sync_folder(home)
    sync_folder(home.parent)
