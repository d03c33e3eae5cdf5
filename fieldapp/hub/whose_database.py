"""Which database a hub's folder belongs to: SQLite inside it, or a server that a file of it names.

The file holds no secret. Passwords come from where libpq looks: PGPASSFILE, a service file,
PGPASSWORD.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from fieldapp.hub.errors import NowhereToPutBack, OtherDatabase, PasswordInUrl, UnknownDatabase
from fieldapp.hub.whole_file import sync_names, whole_file

FILE = "hub-database.txt"
_BEING_MADE = FILE + ".new"
_SCHEMES = ("postgresql", "postgres")
_SECRETS = ("password", "sslpassword")
_SQLITE = "SQLite inside its folder"


def checked(database: str | None) -> str | None:
    """The URL of a server, None for SQLite. Raises PasswordInUrl, UnknownDatabase."""
    if database is None or database.partition(":")[0] == "sqlite":
        return None
    parts = urlsplit(database)
    if parts.scheme not in _SCHEMES:
        raise UnknownDatabase(url=database.partition(":")[0])
    if parts.password or any(name in _SECRETS for name, _ in parse_qsl(parts.query)):
        raise PasswordInUrl()
    return database


def database_of(folder: Path, asked: str | None, *, is_sqlite: bool) -> str | None:
    """The server that a hub's records are in, None for SQLite; `is_sqlite`: a file of it is there.

    A new hub's is what is asked for. Raises OtherDatabase where that is not what the folder says.
    """
    url = checked(asked)
    here = _remembered(folder)
    if here is not None and asked is not None and url != here:
        raise OtherDatabase(here=here, there=_SQLITE if url is None else url)
    if url is not None and here is None and is_sqlite:
        raise OtherDatabase(here=_SQLITE, there=url)
    return here or url


def server_of(folder: Path, asked: str | None) -> str:
    """The server that a hub on one is, or is to be put back, on. Raises OtherDatabase,
    NowhereToPutBack."""
    url = database_of(folder, asked, is_sqlite=False)
    if url is None:
        raise NowhereToPutBack()
    return url


def _remembered(folder: Path, file: str = FILE) -> str | None:
    try:
        text = (folder / file).read_text("utf-8").strip()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return checked(text)


def is_remembered(folder: Path) -> bool:
    """Whether a hub was made on a server, whole."""
    return (folder / FILE).exists()


def is_begun(folder: Path) -> bool:
    """Whether the making of a hub on a server began and was cut short."""
    return begun_on(folder) is not None


def begun_on(folder: Path) -> str | None:
    """The server on which that was, if it was."""
    return _remembered(folder, _BEING_MADE)


def begin(folder: Path, url: str) -> None:
    """Note which database a hub is being made in, before anything of it is there."""
    with whole_file(folder / _BEING_MADE) as stream:
        stream.write(f"{url}\n".encode())


def finish(folder: Path) -> None:
    """The hub is made, and a power cut does not take that back: there is one hub of this folder."""
    (folder / _BEING_MADE).replace(folder / FILE)
    sync_names(folder)
