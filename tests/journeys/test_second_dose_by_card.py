"""Dose 1 in Beijing, dose 2 from a boat that has no network: the person carries the proof.

Three real processes: the hub, team A at the command line, and team B's windows. What team B sees,
it sees with the hub off the air.
"""

from __future__ import annotations

import csv
import os
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from fieldapp.actions.calls.call_list import Wanted, call_list, chosen
from fieldapp.actions.consult import Practice, consult
from fieldapp.actions.find_client import find_clients
from fieldapp.actions.programme import load_catalogue, load_programme, load_questions
from fieldapp.actions.system_clock import SystemClock
from fieldapp.domain.scan import identify
from fieldapp.hub import schema
from fieldapp.hub.devices import revoke
from fieldapp.hub.enrolment import add_team
from fieldapp.hub.running import unix_time
from fieldapp.hub.store import open_store
from fieldapp.journal import trusted
from fieldapp.journal.device_secrets import NoSecrets
from fieldapp.journal.home import unlock
from fieldapp.journal.journal import open_journal
from tests.journal.laptop import NURSE
from tests.journeys.deeds import Deeds
from tests.journeys.town import Town, id_card, town
from tests.sync.real_hub import RealHub
from tests.ui.print.papers import codes

Key = Qt.Key
DATA = Path(__file__).parents[1] / "data"
PIN, USER = "2468-test-pin", "nurse.test"
TEAM_A = "Beijing 1"
NAME, NUMBER = "王海波", id_card(21)
LOT = "SEA01"


@dataclass
class TeamA:
    """A team in Beijing; every step is one command."""

    home: Path
    pin: Path

    def run(self, *words: object) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "fieldapp", *map(str, words)],
            capture_output=True,
            text=True,
            env={
                **os.environ,
                "FIELDAPP_PIN_FILE": str(self.pin),
                "FIELDAPP_HOME": str(self.home),
                "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
                "QT_QPA_PLATFORM": "offscreen",
            },
            check=False,
            timeout=120,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def join(self, hub: RealHub, url: str) -> None:
        self.run("init", "--name", TEAM_A, "--kind", "vehicle", "--user", USER)
        code = add_team(hub.data, TEAM_A, "vehicle", "beijing", now_s=unix_time())
        self.run("enrol", "--hub", url, "--code", code)

    def gives_dose_1(self, days_ago: int) -> None:
        """From the day's list, so that the day can be chosen."""
        with (DATA / "backlog-1000.csv").open(encoding="utf-8", newline="") as stream:
            row = next(csv.DictReader(stream))
        given = datetime.now() - timedelta(days=days_ago)
        row |= {"client_name": NAME, "id_number": NUMBER, "birth_date": "1980-05-17"}
        row |= {"given_at": f"{given:%Y-%m-%dT10:00}", "expiry": "2099-12-31"}
        row |= {"row_uuid": str(uuid.uuid4()), "home_area": NUMBER[:6]}
        file = self.home.with_name("day.csv")
        with file.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, row.keys())
            writer.writeheader()
            writer.writerow(row)
        self.run("import", file)

    def prints_a_card(self) -> str:
        """What the code on the printed card says."""
        out = self.home.with_name("card.png")
        self.run("card", NUMBER, "--size", "wallet", "--out", out)
        (text,) = codes(QImage(str(out)))
        return text

    @contextmanager
    def practice(self) -> Iterator[Practice]:
        clock = SystemClock()
        journal = open_journal(self.home, unlock(self.home, USER, PIN, NoSecrets(), clock), clock)
        try:
            rules = load_programme("cn-nhc-2021-03-29")
            yield Practice(journal, load_catalogue(), rules, load_questions(), clock)
        finally:
            journal.close()

    def has_to_call(self) -> list[str]:
        """The names on its call list."""
        with self.practice() as practice:
            return [entry.contact.name for entry in chosen(call_list(practice).entries, Wanted())]

    def says_complete(self) -> bool:
        """Whether its desk would say that nothing more is due."""
        with self.practice() as practice:
            client, *_ = find_clients(practice.journal, identify(NUMBER, datetime.now().date()))
            return consult(practice, client.client_id, {}).advice.forecast.complete


@pytest.fixture
def boat(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Town]:
    with town(tmp_path, qapp, qtbot) as made:
        yield made


@pytest.fixture
def beijing(boat: Town, tmp_path: Path) -> TeamA:
    """Team A has joined, given dose 1 thirty days ago, and told the hub."""
    pin = tmp_path / "pin"
    pin.write_text(PIN, "ascii")
    team = TeamA(tmp_path / "beijing", pin)
    team.join(boat.hub, f"http://localhost:{boat.hub.port}")
    team.gives_dose_1(days_ago=30)
    team.run("sync")
    return team


def leaves_for_weeks(boat: Town) -> Deeds:
    """Team B's last look at the hub, before it goes where there is none."""
    deeds = Deeds(boat.nurse, LOT)
    boat.nurse.switch_on(NURSE)
    deeds.sync()
    boat.nurse.sees(lambda: TEAM_A in teams_known(boat))
    boat.hub.kill()
    return deeds


def teams_known(boat: Town) -> list[str]:
    """Whose cards team B's laptop can prove."""
    trust = trusted.trust_list(boat.nurse.journal)
    return [] if trust is None else [issuer.name for issuer in trust.issuers]


def teams_shut_out(boat: Town) -> list[str]:
    """Whose cards it has heard are no longer to be believed."""
    trust = trusted.trust_list(boat.nurse.journal)
    issuers = () if trust is None else trust.issuers
    return [issuer.name for issuer in issuers if issuer.revoked is not None]


def test_the_boat_sees_day_30_gives_dose_2_and_the_hub_shows_a_complete_series(
    boat: Town, beijing: TeamA
) -> None:
    card = beijing.prints_a_card()
    assert NAME in beijing.has_to_call()
    deeds, nurse = leaves_for_weeks(boat), boat.nurse
    deeds.open_operation("Boat 3", "Nanyang pier", "0", SEA01=3)

    nurse.go_to(1)
    deeds.begin_form(NAME, NUMBER)
    nurse.key(Key.Key_F9)
    nurse.sees_person(NAME)
    nurse.reads("Give dose 1")
    nurse.scan(card)
    nurse.reads("Valid card, signed by Beijing 1. Doses added to the history: 1.")
    nurse.reads("Give dose 2")
    nurse.reads("Day 30 of 21–56 after the last dose.")
    nurse.scan(card)
    nurse.reads("Nothing is new")
    deeds.record()

    boat.hub.start()
    deeds.sync()
    doses = doses_at_the_hub(boat.hub, NUMBER)
    assert len({(day, vaccine) for day, vaccine, _ in doses}) == 2, "a complete series"
    assert {state for _, _, state in doses} == {"counted"}, "nothing is a possible double"
    assert boat.hub.problems().ok
    until(beijing, beijing.says_complete)
    assert NAME not in beijing.has_to_call()


def test_an_altered_a_foreign_and_a_revoked_card_are_refused_in_words(
    boat: Town, beijing: TeamA, tmp_path: Path
) -> None:
    card, foreign = beijing.prints_a_card(), card_of_another_hub(tmp_path)
    deeds, nurse = leaves_for_weeks(boat), boat.nurse
    nurse.go_to(1)
    altered = card[:-40] + str((int(card[-40]) + 1) % 10) + card[-39:]
    for text, title, words in (
        (altered, "Altered card", "it is not what was signed"),
        (foreign, "Unknown issuer", "What it says, not proven:"),
    ):
        nurse.scan(text)
        nurse.sees_page(nurse.desk.card)
        nurse.reads(title)
        nurse.reads(words)
    boat.hub.start()
    (number,) = (one["device"] for one in boat.hub.counts()["devices"] if one["doses"])
    revoke(boat.hub.data, number, now_s=unix_time())
    deeds.sync()
    nurse.sees(lambda: TEAM_A in teams_shut_out(boat))
    nurse.go_to(1)
    nurse.scan(card)
    nurse.reads("Issuer shut out")
    nurse.reads("The laptop of Beijing 1 that signed this card was shut out on")
    nurse.go_to(6)
    assert boat.hub.counts()["doses"] == 1, "no dose but team A’s own"


def card_of_another_hub(folder: Path) -> str:
    """Another organisation's team, just as well equipped."""
    other = RealHub(folder / "other-hub")
    code, pin = other.code(), folder / "other-pin"
    pin.write_text(PIN, "ascii")
    team = TeamA(folder / "elsewhere", pin)
    url = other.start()
    try:
        team.run("init", "--name", "Elsewhere", "--kind", "boat", "--user", USER)
        team.run("enrol", "--hub", url, "--code", code)
    finally:
        other.kill()
    team.gives_dose_1(days_ago=30)
    return team.prints_a_card()


def doses_at_the_hub(hub: RealHub, number: str) -> list[tuple[int, str, str]]:
    """Day, product and state of every dose record of whoever has this document."""
    dose, client, document = schema.dose.c, schema.client.c, schema.document.c
    store = open_store(hub.data)
    try:
        with store.reading() as connection:
            whose = select(client.person).join(schema.document, document.client == client.id)
            persons = whose.where(document.number.in_((number, number[:17])))
            rows = (
                select(dose.occurred_min, dose.vaccine, dose.state)
                .join(schema.client, client.id == dose.client)
                .where(client.person.in_(persons), dose.given)
            )
            return [(minute // 1440, vaccine, state)
                    for minute, vaccine, state in connection.execute(rows)]  # fmt: skip
    finally:
        store.close()


def until(team: TeamA, seen: Callable[[], bool]) -> None:
    """Sync until the hub has told of it: its regions are published a few seconds after."""
    for _ in range(20):
        team.run("sync")
        if seen():
            return
        time.sleep(1)
    pytest.fail("the hub never told of it")
