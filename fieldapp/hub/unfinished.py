"""A mark in a hub's folder while the hub is put back from a backup: until all of it is done, nobody
takes the hub for whole. Records alone would be there without a new life, so that numbers of laptops
were given twice, and with people who were erased since.
"""

from __future__ import annotations

from pathlib import Path

from fieldapp.hub.errors import HubError
from fieldapp.hub.whole_file import OWNER, sync_names, whole_file

FILE = "being-put-back"


class RestoreUnfinished(HubError):
    """What is there is not the whole hub."""

    happened = "The hub in {folder} is being put back from a backup, or that was cut off."
    safe = "The backup is as it was."
    next_step = "Wait for it; if nobody is at it, run `fieldapp hub restore` with the backup again."


def begin(folder: Path, where: str = "") -> None:
    """Before anything of the backup is there; `where`: the server's URL, if it goes into one."""
    with whole_file(folder / FILE, OWNER) as stream:
        stream.write(where.encode())


def is_so(folder: Path) -> bool:
    """Whether somebody is at it, or it was cut off."""
    return (folder / FILE).exists()


def is_in(folder: Path, where: str) -> bool:
    """Whether that is so of this database, and what is there may go: any other may be a hub that
    people use."""
    return is_so(folder) and (folder / FILE).read_text("utf-8") == where


def must_not_be(folder: Path) -> None:
    """Raises RestoreUnfinished."""
    if is_so(folder):
        raise RestoreUnfinished(folder=folder.name)


def end(folder: Path) -> None:
    """The hub is whole, or there is nothing of it."""
    (folder / FILE).unlink(missing_ok=True)
    sync_names(folder)
