"""A laptop and a hub in a process of its own: whatever happens to either, a dose counts once."""

from __future__ import annotations

import shutil
import socket
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from fieldapp.actions.enrol import enrol
from fieldapp.actions.sync_now import sync_now
from fieldapp.actions.system_clock import SystemClock
from fieldapp.hub.devices import revoke
from fieldapp.hub.running import unix_time
from fieldapp.journal import hub_link
from fieldapp.journal.backup import backup, restore
from fieldapp.journal.journal import Journal
from fieldapp.journal.tally import Tally, tally
from fieldapp.sync.errors import ConnectionCut, HubUnreachable, Revoked, SyncError
from fieldapp.sync.http_link import HttpLink
from fieldapp.sync.outcome import SyncOutcome, SyncProgress
from fieldapp.sync.pace import Pace
from fieldapp.sync.run import run_exchange
from tests.journal.laptop import FakeClock, Laptop
from tests.sync.authorities import Authority
from tests.sync.fake_hub import record_doses
from tests.sync.real_hub import RealHub
from tests.sync.servers import read_request, serving


@dataclass
class Road:
    """A laptop that joined a real hub."""

    laptop: Laptop
    journal: Journal
    hub: RealHub

    def record(self, doses: int) -> None:
        record_doses(self.journal, doses)

    def sync(self) -> SyncOutcome:
        return sync_now(self.journal, self.laptop.clock)

    def counts(self) -> Tally:
        return tally(self.journal, self.laptop.clock.now())

    def move_hub(self, url: str) -> None:
        """Send everything through somebody in between from now on."""
        joined = hub_link.enrolment(self.journal)
        assert joined is not None
        hub_link.save_enrolment(self.journal, replace(joined, hub_url=url))

    def assert_all_counted_once(self, doses: int) -> None:
        here, there = self.counts(), self.hub.counts()
        assert (here.recorded, here.waiting, here.confirmed) == (doses, 0, doses)
        assert (there["doses"], there["doses_counted"], there["clients"]) == (doses, doses, doses)
        assert self.hub.problems().ok


@pytest.fixture
def road(tmp_path: Path) -> Iterator[Road]:
    hub = RealHub(tmp_path / "hub")
    code, url = hub.code(), hub.start()
    laptop = Laptop(tmp_path / "home", FakeClock(SystemClock().now()))
    laptop.set_up()
    journal = laptop.open()
    enrol(journal, url, code, None, laptop.clock)
    yield Road(laptop, journal, hub)
    laptop.close()
    hub.kill()


def test_a_day_of_doses_is_counted_at_both_ends(road: Road) -> None:
    road.record(60)
    outcome = road.sync()
    assert (outcome.sent, outcome.confirmed, outcome.requests) == (60, 60, 2)
    road.assert_all_counted_once(60)


def test_the_same_over_tls_with_the_organisations_own_certificate(tmp_path: Path) -> None:
    ours = Authority()
    hub = RealHub(tmp_path / "hub", tls=ours.write_server(tmp_path, host="localhost"))
    code, url = hub.code(), hub.start()
    laptop = Laptop(tmp_path / "home", FakeClock(SystemClock().now()))
    laptop.set_up()
    road = Road(laptop, laptop.open(), hub)
    enrol(road.journal, url, code, ours.pem, laptop.clock)
    road.record(5)
    road.sync()
    road.assert_all_counted_once(5)
    laptop.close()
    hub.kill()


def test_a_hub_killed_between_two_requests_goes_on_where_it_was(road: Road) -> None:
    road.record(200)
    joined = hub_link.enrolment(road.journal)
    assert joined is not None

    def power_cut(progress: SyncProgress) -> None:
        if progress.held < progress.total:
            road.hub.kill()

    link = HttpLink(joined.hub_url, None)
    with pytest.raises((ConnectionCut, HubUnreachable)):
        run_exchange(road.journal, link, road.laptop.clock, power_cut, pace=Pace(1024))
    link.close()
    assert 0 < road.counts().waiting < 200
    road.hub.start()
    road.sync()
    road.assert_all_counted_once(200)


def test_a_reply_lost_after_the_commit_never_doubles_a_dose(road: Road) -> None:
    road.sync()
    road.record(20)
    hub_port = road.hub.port

    def swallow(connection: socket.socket, request: bytes) -> None:
        with socket.create_connection(("127.0.0.1", hub_port)) as hub:
            hub.sendall(request)
            read_request(hub)
        connection.shutdown(socket.SHUT_RDWR)

    with serving(swallow) as proxy:
        road.move_hub(proxy.url)
        with pytest.raises(ConnectionCut):
            road.sync()
    assert road.counts().waiting == 20
    road.move_hub(f"http://localhost:{hub_port}")
    road.record(5)
    assert road.sync().confirmed == 25
    road.assert_all_counted_once(25)


def test_a_hub_put_back_to_an_older_state_gets_what_it_lost(road: Road, tmp_path: Path) -> None:
    road.record(10)
    road.sync()
    road.hub.kill()
    road.hub.save(tmp_path / "saved")
    road.hub.start()
    road.record(10)
    road.laptop.clock.pass_s(1)
    road.sync()
    road.hub.kill()
    road.hub.put_back(tmp_path / "saved")
    road.hub.start()
    with suppress(SyncError):
        road.sync()  # the connection kept from before the restart may be dead
    road.sync()
    road.assert_all_counted_once(20)


def test_a_laptop_put_back_to_an_older_state_numbers_nothing_anew(road: Road) -> None:
    road.record(10)
    road.sync()
    road.record(5)
    road.laptop.close()
    saved = road.laptop.home.with_name("saved")
    shutil.copytree(road.laptop.home, saved)
    road.journal = road.laptop.open()
    road.record(7)
    road.sync()
    road.laptop.close()
    shutil.rmtree(road.laptop.home)
    saved.rename(road.laptop.home)
    road.journal = road.laptop.open()
    road.record(3)
    road.sync()
    assert road.counts().recorded == 18
    assert road.counts().waiting == 0
    there = road.hub.counts()
    assert (there["doses"], there["doses_counted"]) == (25, 25)
    assert road.hub.problems().ok


def test_a_laptop_restored_from_a_backup_learns_that_its_unsent_doses_had_arrived(
    road: Road, tmp_path: Path
) -> None:
    road.record(10)
    road.sync()
    road.record(5)
    backup(road.journal, tmp_path / "backup")
    road.record(7)
    road.sync()
    road.laptop.close()
    shutil.rmtree(road.laptop.home)
    restore(tmp_path / "backup", road.laptop.home)
    road.journal = road.laptop.open()
    road.record(3)
    assert road.counts().waiting == 8
    road.sync()
    assert (road.counts().recorded, road.counts().waiting) == (18, 0)
    there = road.hub.counts()
    assert (there["doses"], there["doses_counted"]) == (25, 25)
    assert road.hub.problems().ok


def test_a_laptop_whose_clock_is_years_off_syncs_all_the_same(road: Road) -> None:
    road.sync()
    road.laptop.clock.wall -= timedelta(days=1500)
    road.record(4)
    assert road.sync().confirmed == 4
    road.assert_all_counted_once(4)


def test_a_revoked_laptop_still_hands_in_its_doses_and_is_then_told(road: Road) -> None:
    road.sync()
    road.record(4)
    revoke(road.hub.data, 1, now_s=unix_time())
    assert road.sync().confirmed == 4
    assert (road.counts().waiting, road.counts().quarantined) == (0, 4)
    with pytest.raises(Revoked):
        road.sync()
