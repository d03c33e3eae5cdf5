"""One program sends at a time; a dead one is not in the way."""

from __future__ import annotations

import subprocess
import sys

import pytest

from fieldapp.hub.messages.alone import alone
from fieldapp.hub.messages.errors import AlreadySending
from fieldapp.hub.store import Store
from tests.hub.conftest import World

HOLD = (
    "import sys, pathlib\n"
    "from fieldapp.hub.messages.alone import alone\n"
    "from fieldapp.hub.store import open_store\n"
    "with alone(open_store(pathlib.Path(sys.argv[1]))): print('held', flush=True); input()"
)


def test_a_second_program_is_refused_at_once_until_the_first_is_dead(world: World) -> None:
    store = world.store
    command = [sys.executable, "-c", HOLD, str(store.folder)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdout is not None and process.stdout.readline() == "held\n"
        with pytest.raises(AlreadySending), alone(store):
            pass
        process.kill()
        process.wait(30)
    wait_until_free(store)


def wait_until_free(store: Store) -> None:
    """A server notices a moment later that a connection is gone."""
    for _ in range(1000):
        try:
            with alone(store):
                return
        except AlreadySending:
            continue
    pytest.fail("a dead program is in the way")
