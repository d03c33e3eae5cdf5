"""A real hub in a process of its own whose clock the test sets; run with a folder and a clock file.

python -m tests.hub.web.pages_process FOLDER CLOCK
"""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sqlalchemy import update

from fieldapp.hub.fold.projector import use_vaccines
from fieldapp.hub.making import open_or_make
from fieldapp.hub.running import Hub
from fieldapp.hub.serve import serve
from fieldapp.hub.store import Store
from fieldapp.hub.web import accounts, sessions
from fieldapp.hub.web.access import Role
from fieldapp.hub.web.sealing import seal
from fieldapp.hub.web.sessions import Stage
from fieldapp.hub.web.tables import web_user
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S, OTHER_VACCINE, VACCINE
from tests.hub.hub_process import READY
from tests.hub.messages.clinic import BIBP, ground
from tests.hub.web.visitor import PASSPHRASE, SECRET, Visitor
from tests.patience import PATIENCE_S

VACCINES = (VACCINE, OTHER_VACCINE, BIBP)


@dataclass
class PagesHub:
    """The running hub, its folder opened here, too, and its clock."""

    url: str
    store: Store
    clock: Path

    @property
    def now_s(self) -> int:
        """The hub's time."""
        return int(self.clock.read_text("ascii"))

    def wait(self, seconds: int) -> None:
        """Let the hub's clock go on."""
        set_clock(self.clock, self.now_s + seconds)

    @property
    def world(self) -> World:
        """Laptops around it."""
        return World(Hub(self.store, lambda: self.now_s))

    def let_in(self, login: str, role: Role, *, second: bool = True) -> None:
        """A user with PASSPHRASE, and with SECRET in the telephone."""
        with self.store.writing() as connection:
            if accounts.find(connection, login) is not None:
                return
            desk = accounts.Desk(connection, self.store.keys, self.now_s)
            accounts.add_user(desk, login, role, PASSPHRASE, change=False)
            if second:
                sealed = seal(self.store.keys, SECRET)
                same = web_user.c.login == login
                connection.execute(update(web_user).where(same).values(secret=sealed))

    def visitor(self) -> Visitor:
        """Somebody at a browser, not signed in."""
        return Visitor(self.url, lambda: self.now_s)

    def signed_in(self, role: Role, stage: Stage = Stage.IN) -> Visitor:
        """Somebody of this role past the door; how they came through it is tested by itself."""
        self.let_in(role.value, role)
        with self.store.writing() as connection:
            token = sessions.begin(connection, role.value, stage, self.now_s)
        visitor = self.visitor()
        visitor.http.cookies.set("fieldapp", token)
        return visitor


def set_clock(clock: Path, now_s: int) -> None:
    """In one piece: whatever goes on beside the pages reads it at any moment."""
    fresh = clock.with_suffix(".new")
    fresh.write_text(str(now_s), "ascii")
    fresh.replace(clock)


@contextmanager
def pages_hub(
    folder: Path,
    *,
    before: Callable[[World], object] = lambda _: None,
    log: int | None = None,
) -> Iterator[PagesHub]:
    """Made, filled with what happened `before`, started, and ended; its log goes where ours does,
    or to this file descriptor."""
    clock = folder.with_name(f"{folder.name}.clock")
    store = open_or_make(folder)
    set_clock(clock, NOW_S)
    use_vaccines(store, VACCINES)
    before(World(Hub(store, lambda: NOW_S)))
    command = [sys.executable, "-m", "tests.hub.web.pages_process", str(folder), str(clock)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True) as process:
        assert process.stdout is not None
        try:
            line = process.stdout.readline().strip()
            assert line.startswith(READY), line
            yield PagesHub(line.removeprefix(READY), store, clock)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(PATIENCE_S)
            store.close()


if __name__ == "__main__":
    told = Path(sys.argv[2])
    serve(
        Path(sys.argv[1]),
        vaccines=VACCINES,
        ground=cache(ground),
        now_s=lambda: int(told.read_text("ascii")),
    )
