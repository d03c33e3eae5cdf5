"""A hub with people who are due, and a job that sends to a file or to whatever a test makes."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select

from fieldapp.actions.aefi_codes import load_aefi_codes
from fieldapp.actions.calls.rules import load_call_rules
from fieldapp.actions.programme import load_catalogue, load_programme
from fieldapp.domain.client import ClientDetails
from fieldapp.hub.fold.projector import use_vaccines
from fieldapp.hub.messages.due import Due, Ground, Left, due_people
from fieldapp.hub.messages.gateways.gateway import Answer, Fate, Gateway, Outgoing, Receipt
from fieldapp.hub.messages.gateways.to_file import ToFile
from fieldapp.hub.messages.job import Job, Outcome
from fieldapp.hub.messages.queue import State
from fieldapp.hub.messages.send import send_due
from fieldapp.hub.messages.settings import read_settings
from fieldapp.hub.messages.tables import message
from fieldapp.hub.messages.texts import read_texts
from fieldapp.resource_files import resource_path
from fieldapp.wire.client_codec import to_fact
from tests.hub.conftest import World
from tests.hub.fake_laptop import FakeLaptop

BIBP = "covid-inact-bibp"
BORN = date(1985, 3, 3)
PROGRAMME = "cn-nhc-2021-03-29"


def at(text: str) -> int:
    """Unix time of a moment in UTC."""
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp())


NOON_DAY_21 = at("2021-05-29T04:00")
"""Noon in China, three weeks after the 8th of May."""


def ground() -> Ground:
    """The rules of this release."""
    settings = read_settings(resource_path("messages", "settings.json"))
    programme, catalogue = load_programme(PROGRAMME), load_catalogue()
    return Ground(programme, catalogue, load_aefi_codes(), load_call_rules(), settings)


@dataclass
class Scripted:
    """A link that answers as told, then takes everything; `sent` is what it was handed."""

    answers: list[Answer] = field(default_factory=list)
    sent: list[Outgoing] = field(default_factory=list)
    after: Answer = field(default_factory=lambda: Answer(Fate.UNSURE, why="cannot be asked"))
    waiting: list[Receipt] = field(default_factory=list)

    def send(self, message: Outgoing) -> Answer:
        """Take note of it."""
        self.sent.append(message)
        return self.answers.pop(0) if self.answers else Answer(Fate.TAKEN, f"g{len(self.sent)}")

    def fate_of(self, ref: str) -> Answer:
        """What a test says."""
        return self.after

    def receipts(self) -> Iterator[Receipt]:
        """What a test says."""
        yield from self.waiting

    def close(self) -> None:
        """Nothing to close."""


@dataclass
class Clinic:
    """One laptop that vaccinates, and the hub's job."""

    world: World
    laptop: FakeLaptop
    now_s: int = NOON_DAY_21
    ground: Ground = field(default_factory=ground)
    gateway: Gateway = field(default_factory=Scripted)
    gateway_name: str = "scripted"

    def vaccinate(
        self, name: str, phone: str | None, *, day: int = 8, month: int = 5, language: str = "zh"
    ) -> int:
        """Register somebody and give dose 1 of BIBP in 2021; the registration's number."""
        seq = self.laptop.add(
            to_fact(ClientDetails(name, birth_date=BORN, phone=phone, language=language))
        )
        self.laptop.give(seq, day, month=month, vaccine=BIBP)
        return seq

    def set(self, **settings: Any) -> None:
        """Change the hub's settings."""
        self.ground = replace(self.ground, settings=replace(self.ground.settings, **settings))

    @property
    def job(self) -> Job:
        """The job as it stands."""
        texts = read_texts(resource_path("messages", "texts.json"))
        name = self.gateway_name
        return Job(self.world.store, self.ground, texts, self.gateway, name, lambda: self.now_s)

    def run(self, *again: State) -> Outcome:
        """Sync the laptop and run the job."""
        self.world.push_all(self.laptop)
        return send_due(self.job, again=again)

    def due(self) -> tuple[list[Due], dict[str, int]]:
        """Who is due, and how many are left out, by why."""
        self.world.push_all(self.laptop)
        left = Left()
        found = due_people(self.world.store, self.ground, self.now_s, left)
        return [due for batch in found for due in batch], dict(left.out)

    def rows(self) -> list[Any]:
        """The messages on record."""
        with self.world.store.reading() as connection:
            return list(connection.execute(select(message).order_by(message.c.no)))

    def states(self) -> list[str]:
        """Their states."""
        return [row.state for row in self.rows()]

    @property
    def scripted(self) -> Scripted:
        """The scripted link."""
        assert isinstance(self.gateway, Scripted)
        return self.gateway


def new_clinic(world: World) -> Clinic:
    """A clinic in the hub of a test."""
    use_vaccines(world.store, [vaccine.id for vaccine in load_catalogue()])
    return Clinic(world, world.laptop())


def to_file(clinic: Clinic, path: Path) -> Clinic:
    """Let it write to a file."""
    clinic.gateway, clinic.gateway_name = ToFile(path), "file"
    return clinic


def lines_of(path: Path) -> list[dict[str, str]]:
    """The rows of such a file."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
