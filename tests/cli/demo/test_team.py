"""The demo's laptop at dawn: joined to its hub, with the doses of earlier weeks and a session."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from fieldapp.actions.moments import site_today
from fieldapp.actions.overview import overview
from fieldapp.actions.programme import load_catalogue
from fieldapp.actions.system_clock import SystemClock
from fieldapp.cli.app import keeper_of
from fieldapp.cli.demo.hub_process import running_hub
from fieldapp.cli.demo.people import made_up_people
from fieldapp.cli.demo.team import (
    NURSE,
    PIN,
    TEAM,
    Demo,
    lot_of_the_day,
    set_up,
    vial_code,
    vials_for,
)
from fieldapp.domain.scan import identify
from fieldapp.journal import doses, stock
from fieldapp.journal.roster import bookings


def test_a_vial_on_board_is_told_by_what_its_label_gives() -> None:
    today = site_today(SystemClock())
    lot = lot_of_the_day(today)
    for code in (vial_code(load_catalogue(), today), vial_code(load_catalogue(), today, "00001")):
        told = identify(code, today)
        assert (told.valid, told.fields["10"]) == (True, lot.lot_number)


def test_the_laptop_is_ready_to_work(tmp_path: Path) -> None:
    today = site_today(SystemClock())
    people = made_up_people(12, 7, today)
    earlier = [person for person in people if person.earlier_dose]
    with running_hub(tmp_path / "hub") as hub:
        set_up(Demo(tmp_path / "laptop", hub, tmp_path), people)
    keeper = keeper_of(tmp_path / "laptop")
    practice = keeper.unlock(NURSE.login, PIN)
    seen = overview(practice)
    given = [record.event.occurred_at.date() for record in doses.all_records(practice.journal)]
    (booked,) = bookings.sessions(practice.journal)
    (loaded,) = stock.of_session(practice.journal, "Boat 3 · 71")
    keeper.close(practice)
    assert (seen.team, seen.recorded_today) == (TEAM.name, 0)
    assert seen.session is not None and seen.session.label == "Boat 3 · 71"
    assert loaded.loaded == vials_for(people)
    assert sum(len(slot.taken) for slot in booked.slots) > 3
    assert seen.enrolment is not None and seen.enrolment.hub_url.rstrip("/") == hub.url
    assert sorted(given) == sorted(person.earlier_dose for person in earlier if person.earlier_dose)
    assert all(today - day > timedelta(0) for day in given)
