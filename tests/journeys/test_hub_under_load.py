"""Promises under load: whatever is killed, the database itself too, every receipt is honoured."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from fieldapp.hub.status import status
from fieldapp.hub.verify import verify
from tests.hub.databases import server
from tests.hub.load import Killer, LoadedHub, country, drain
from tests.patience import wait_for

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
SITES, DOSES, PAGES, CLIENTS = 40, 8, 3, 8


@pytest.mark.parametrize("workers", [1, 2])
def test_sites_drain_while_processes_and_the_database_are_killed(
    tmp_path: Path, workers: int
) -> None:
    with server() as database:
        made = country(tmp_path / "hub", database, SITES, DOSES, PAGES)
        hub = LoadedHub(made.folder, workers)
        killer = Killer(hub, database, every_s=0.7)
        killer.start()
        while "database" not in killer.killed:  # one drain may be over too soon
            drain(hub.url, made.sites, CLIENTS)
        killer.end()
        wait_for(lambda: status(made.folder)["projected_to"] == SITES * PAGES)
        assert hub.stop() == 0
        assert [end for site in made.sites for end in site.broken(made.key)] == []
        assert verify(made.folder).problems == []
        assert status(made.folder)["doses_counted"] == made.doses
