"""The demo's laptop: a home with two users, earlier doses, a hub to trust, a session."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta, timezone
from pathlib import Path

from fieldapp.actions.backlog.take_over import take_over
from fieldapp.actions.enrol import enrol
from fieldapp.actions.load_vials import Load
from fieldapp.actions.moments import site_today
from fieldapp.actions.open_session import Equipment
from fieldapp.actions.programme import DEFAULT_PROGRAMME, load_catalogue, load_programme
from fieldapp.actions.start_operation import OperationPlan, start_operation
from fieldapp.actions.system_clock import SystemClock
from fieldapp.cli.demo.bookings import book_today, bring
from fieldapp.cli.demo.hub_process import RunningHub, enrolment_code
from fieldapp.cli.demo.people import MadeUpPerson
from fieldapp.domain.immunization import VaccineLot
from fieldapp.domain.made_up import MADE_UP, MADE_UP_COLUMN, MADE_UP_WORDS
from fieldapp.domain.vaccine import Catalogue
from fieldapp.journal.device_secrets import NoSecrets
from fieldapp.journal.home import NewUser, TeamProfile, create_home, unlock
from fieldapp.journal.journal import Journal, open_journal
from fieldapp.journal.sessions import StaffMember

PIN = "24682468"
TEAM = TeamProfile("Weishan offshore team", MADE_UP)
NURSE = NewUser("li.na", "Li Na", "recorder", PIN)
LEAD = NewUser("gao.jun", "Gao Jun", "lead", PIN)
UNIT, OPERATION = "Boat 3", 71
PLACE, KEY_AREA = "Nanyang pier", "lakeside"
CASH_FLOAT = 20_000
SPARE_VIALS = 10
VACCINE = "covid-inact-bibp"
_SEPARATOR = "<GS>"  # as readers that cannot send the control character write it


@dataclass(frozen=True, slots=True)
class Demo:
    """Where the demo's laptop and hub are."""

    home: Path
    hub: RunningHub
    outputs: Path


def vials_for(people: Sequence[MadeUpPerson]) -> int:
    """How many vials go on board in the morning."""
    return len(people) + SPARE_VIALS


def lot_of_the_day(today: date) -> VaccineLot:
    """The lot that is on board."""
    return VaccineLot(VACCINE, f"DEMO{today:%y}A", today + timedelta(days=400))


def vial_code(catalogue: Catalogue, today: date, serial: str = "") -> str:
    """What the label of a vial on board gives to a scanner, or to somebody who types it."""
    vaccine, lot = catalogue.get(VACCINE), lot_of_the_day(today)
    gtin = vaccine.gtins[0] if vaccine else ""
    numbered = f"{_SEPARATOR}21{serial}" if serial else ""
    return f"01{gtin}17{lot.expiry:%y%m%d}10{lot.lot_number}{numbered}"


def _operation(vials: int, today: date) -> OperationPlan:
    crew = tuple(StaffMember(user.name, user.login) for user in (NURSE, LEAD))
    equipment = Equipment(UNIT, crew, CASH_FLOAT)
    load = Load(lot_of_the_day(today), vials, vvm=1)
    return OperationPlan(OPERATION, PLACE, KEY_AREA, equipment, (load,))


def set_up(demo: Demo, people: Sequence[MadeUpPerson]) -> None:
    """Make the laptop as it stands at dawn: joined, with the doses of earlier weeks, and an
    operation open with its vials on board."""
    clock, secrets = SystemClock(), NoSecrets()  # nothing of a practice stays in the key ring
    create_home(demo.home, TEAM, [NURSE, LEAD], secrets, clock)
    key = unlock(demo.home, NURSE.login, PIN, secrets, clock)
    journal = open_journal(demo.home, key, clock)
    try:
        _earlier_doses(journal, demo.outputs / "earlier-doses.csv", people, clock)
        code = enrolment_code(demo.hub, TEAM.name)
        enrol(journal, demo.hub.url, code, None, clock, key=key)
        plan = _operation(vials_for(people), site_today(clock))
        start_operation(journal, plan, programme=DEFAULT_PROGRAMME, user=LEAD.login)
        now = clock.now().astimezone(timezone(timedelta(minutes=clock.utc_offset_min())))
        book_today(demo.hub.data, (PLACE, "南阳码头"), people, now)
        bring(demo.hub.data, demo.outputs / "roster.vxd", journal)
    finally:
        journal.close()


def _earlier_doses(
    journal: Journal, file: Path, people: Iterable[MadeUpPerson], clock: SystemClock
) -> None:
    rows = [_row(person, person.earlier_dose) for person in people if person.earlier_dose]
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(_row_names()))
        writer.writeheader()
        writer.writerows(rows)
    take_over(
        journal,
        file,
        catalogue=load_catalogue(),
        programme=load_programme(DEFAULT_PROGRAMME),
        clock=clock,
        user=NURSE.login,
    )


def _row_names() -> tuple[str, ...]:
    return (
        MADE_UP_COLUMN,
        "client_name",
        "id_type",
        "id_number",
        "phone",
        "home_area",
        "status",
        "vaccine",
        "lot",
        "given_at",
        "site",
    )


def _row(person: MadeUpPerson, given: date) -> dict[str, str]:
    cells = (
        MADE_UP_WORDS,
        person.name,
        "cn-resident-id",
        person.scan,
        person.phone,
        person.scan[:6],
        "given",
        VACCINE,
        "DEMO-OLD",
        f"{given.isoformat()}T09:30",
        "left-deltoid",
    )
    return dict(zip(_row_names(), cells, strict=True))
