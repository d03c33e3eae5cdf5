"""Three things that people do in windows, as commands: record a dose, rebuild, tell how many.

python -m tests.sweep.scripts record|rebuild HOME
"""

from __future__ import annotations

import sys
from pathlib import Path

from fieldapp.actions.system_clock import SystemClock
from fieldapp.journal.device_secrets import NoSecrets
from fieldapp.journal.home import unlock
from fieldapp.journal.journal import Journal, open_journal
from fieldapp.journal.rebuild import rebuild
from tests.cli.conftest import PIN, USERS
from tests.journal.laptop import give, register


def opened(home: Path) -> Journal:
    """The journal of a test's laptop."""
    clock = SystemClock()
    key = unlock(home, USERS[0].login, PIN, NoSecrets(), clock)
    return open_journal(home, key, clock)


def main() -> int:
    """What is on the screen is on the disk: each line is printed after the call returned."""
    deed, home = sys.argv[1], Path(sys.argv[2])
    journal = opened(home)
    if deed == "rebuild":
        print(rebuild(journal))
        return 0
    for _ in range(3):
        print(give(journal, register(journal)).hex(), flush=True)
    journal.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
