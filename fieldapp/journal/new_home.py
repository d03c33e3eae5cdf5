"""Makes the folder of a home whole or not at all: built in a corner of itself, moved when done."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from fieldapp.journal.database import file_errors
from fieldapp.journal.errors import HomeNotEmpty
from fieldapp.journal.files import sync_folder
from fieldapp.journal.keyslots import KEYSLOTS_FILE

_UNFINISHED = ".unfinished"


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
        if was_there and any(child.name != _UNFINISHED for child in home.iterdir()):
            raise HomeNotEmpty()
        shutil.rmtree(home / _UNFINISHED, ignore_errors=True)
        (home / _UNFINISHED).mkdir(mode=0o700, parents=True)
        home.chmod(0o700)
    try:
        yield home / _UNFINISHED
        with file_errors(home.name):
            _move_up(home / _UNFINISHED, home)
    except BaseException:
        shutil.rmtree(home / _UNFINISHED, ignore_errors=True)
        if not was_there:
            with suppress(OSError):
                home.rmdir()
        raise


def _move_up(building: Path, home: Path) -> None:
    """The key slots come last: they are what makes a folder a home."""
    for file in sorted(building.iterdir(), key=lambda file: file.name == KEYSLOTS_FILE):
        file.rename(home / file.name)
    building.rmdir()
    sync_folder(home)
    sync_folder(home.parent)
