"""One program sends at a time; a dead one is not in the way."""

from __future__ import annotations

import subprocess
import sys

import pytest

from fieldapp.hub.messages.alone import alone
from fieldapp.hub.messages.errors import AlreadySending
from fieldapp.hub.store import Store
from tests.hub.conftest import World
from tests.patience import wait_for

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
    wait_for(lambda: is_free(store))  # a server notices a moment later


def is_free(store: Store) -> bool:
    try:
        with alone(store):
            return True
    except AlreadySending:
        return False
