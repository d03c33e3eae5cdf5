"""Dose 1 in one region, dose 2 in another that has no roster of it: the pocket registry knows.

The hub is a process of its own; the registry comes over its line, and once more by a stick.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from fieldapp.actions.bring_registry import bring_registry
from fieldapp.actions.find_client import find_clients
from fieldapp.actions.known_history import Source
from fieldapp.actions.register_client import register_client
from fieldapp.actions.take_from_stick import take_from_stick
from fieldapp.domain.client import ClientDetails, Document
from fieldapp.domain.scan import identify
from fieldapp.domain.schedule.advice import Verdict
from fieldapp.hub.registry.build import build_registry
from tests.journal.laptop import NURSE, open_vial
from tests.journeys.test_second_dose_by_roster import NOW, Team, hub, people_at, team
from tests.sync.real_hub import RealHub

__all__ = ["hub"]
PASSPORT = Document("passport", "TEST12345")
ANNA = ClientDetails("Test Anna", (PASSPORT,), birth_date=date(1980, 1, 2))


def of_two_regions(hub: RealHub, tmp_path: Path) -> tuple[Team, Team]:
    codes = hub.code(region="110105"), hub.code(region="370826")
    url = hub.start()
    north, south = (team(tmp_path / code[:4], url, code) for code in codes)
    return north, south


def test_the_registry_tells_of_dose_1_and_dose_2_makes_one_person_whole(
    hub: RealHub, tmp_path: Path
) -> None:
    north, south = of_two_regions(hub, tmp_path)
    anna = register_client(north.journal, ANNA, user=NURSE.login).client_id
    north.give(anna, days_ago=30)
    north.sync()
    build_registry(hub.data)
    south.sync()  # brings the lease: without it the file says nothing
    bring_registry(south.journal)
    scan = identify("Test Anna", NOW.date())
    assert find_clients(south.journal, scan) == [], "no roster of her"
    here = register_client(south.journal, ANNA, user=NURSE.login).client_id
    open_vial(south.journal)
    at = south.consult(here)
    assert [origin.source for origin in at.history.known] == [Source.REGISTRY]
    assert (at.advice.verdict, at.advice.forecast.dose_number) == (Verdict.GIVE, 2)
    south.give(here)
    south.sync()
    counted = hub.counts()
    assert (counted["doses_counted"], counted["contested"], people_at(hub)) == (2, 0, 1)
    for one in (north, south):
        one.laptop.close()


def test_the_same_file_by_stick_and_a_stranger_is_told_as_unknown(
    hub: RealHub, tmp_path: Path
) -> None:
    north, south = of_two_regions(hub, tmp_path)
    anna = register_client(north.journal, ANNA, user=NURSE.login).client_id
    north.give(anna, days_ago=30)
    north.sync()
    built = build_registry(hub.data)
    south.sync()  # its last line to the hub: it brings the lease
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "registry.vxp").write_bytes(built.file.read_bytes())
    hub.kill()
    assert take_from_stick(south.journal, south.laptop.clock, stick).edition == 1
    here = register_client(south.journal, ANNA, user=NURSE.login).client_id
    assert south.consult(here).advice.forecast.dose_number == 2
    other = ClientDetails("Test Bo", (Document("passport", "TEST99999"),))
    stranger = register_client(south.journal, other, user=NURSE.login).client_id
    history = south.consult(stranger).history
    assert (history.events, [origin.source for origin in history.known]) == ((), [Source.REGISTRY])
    south.laptop.clock.pass_s(15 * 86_400)
    assert south.consult(here).history.known == (), "the lease has ended: unknown here, and asked"
    for one in (north, south):
        one.laptop.close()
