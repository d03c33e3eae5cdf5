"""Setting a laptop up, step by step: what is done, what was left for later, and the verbs of it.

What can be seen is never written down a second time: a hub that was joined, people who were
added, a card that was chosen. Only what nobody can see is noted: that a scanner or printer was
tried, and what somebody said is for later or not needed here.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from fieldapp.actions.certificate import read_certificate
from fieldapp.actions.enrol import enrol
from fieldapp.actions.enrol_by_stick import ask_by_stick
from fieldapp.actions.people import Doer
from fieldapp.actions.practice import Practice
from fieldapp.journal import home as journal_home
from fieldapp.journal import hub_link, second_copy, settings
from fieldapp.journal.hub_link import Enrolment
from fieldapp.journal.journal import Journal
from fieldapp.journal.staff import on_team
from fieldapp.wire.invitation import Invitation

_SETTING = "set-up"


class Step(StrEnum):
    """What is set up once the laptop has a team and its first person."""

    HUB = "hub"
    PEOPLE = "people"
    COPY = "second-copy"
    PRINTER = "printer"
    SCANNER = "scanner"


class Mark(StrEnum):
    """How a step was left."""

    FINISHED = "done"
    LATER = "later"
    NOT_NEEDED = "not-needed"


MAY_BE_NEEDLESS = frozenset({Step.PEOPLE, Step.PRINTER, Step.SCANNER})
"""A laptop without a hub or a second copy may lose doses: those two are never needless."""


@dataclass(frozen=True, slots=True)
class SetUp:
    """How the set-up stands. `begun`: this laptop was set up by the assistant; `ended`: somebody
    closed it, so that it opens no more by itself."""

    begun: bool
    ended: bool
    marks: dict[Step, Mark]

    @property
    def left(self) -> tuple[Step, ...]:
        """What is neither done nor needless, in its order."""
        settled = (Mark.FINISHED, Mark.NOT_NEEDED)
        return tuple(step for step in Step if self.marks.get(step) not in settled)


def begin(journal: Journal) -> None:
    """The assistant has made this laptop: its set-up opens by itself until somebody ends it."""
    _keep(journal, {}, ended=False)


def set_up_of(journal: Journal) -> SetUp:
    """How the set-up stands."""
    stored = settings.read(journal.db, _SETTING)
    told: dict[str, Any] = json.loads(stored) if stored else {"marks": {}, "ended": True}
    marks = {Step(step): Mark(mark) for step, mark in told["marks"].items()}
    marks |= dict.fromkeys(_seen(journal), Mark.FINISHED)
    return SetUp(bool(stored), told["ended"], marks)


def mark(journal: Journal, step: Step, how: Mark) -> None:
    """Somebody tried it, left it for later, or said that it is not needed here."""
    now = set_up_of(journal)
    _keep(journal, now.marks | {step: how}, ended=now.ended)


def end(journal: Journal) -> None:
    """Somebody goes to work: it opens no more by itself; what is left stays left."""
    now = set_up_of(journal)
    if now.begun:
        _keep(journal, now.marks, ended=True)


def join(
    practice: Practice, by: Doer, invitation: Invitation, ca_file: Path | None = None
) -> Enrolment:
    """Join the hub; whoever does it proves their PIN, which opens the key that is wrapped for the
    organisation's recovery.

    Raises NoCertificate, WrongPin, TooManyTries, and what `enrol` raises.
    """
    journal = practice.journal
    ca_pem = read_certificate(ca_file) if ca_file else None
    key = journal_home.unlock(journal.home, by.login, by.pin, practice.secrets, journal.clock)
    return enrol(journal, invitation.hub_url, invitation.code, ca_pem, practice.clock, key=key)


def ask(
    practice: Practice, invitation: Invitation, folder: Path, ca_file: Path | None = None
) -> Path:
    """Ask the hub by stick, where no network is; the request that was written.

    Raises NoCertificate, and what `ask_by_stick` raises.
    """
    ca_pem = read_certificate(ca_file) if ca_file else None
    return ask_by_stick(practice.journal, folder, invitation.hub_url, invitation.code, ca_pem)


def _seen(journal: Journal) -> list[Step]:
    seen = {
        Step.HUB: hub_link.enrolment(journal) is not None,
        Step.PEOPLE: len(on_team(journal)) > 1,
        Step.COPY: second_copy.chosen(journal.db) is not None,
    }
    return [step for step, there in seen.items() if there]


def _keep(journal: Journal, marks: dict[Step, Mark], *, ended: bool) -> None:
    noted = {step.value: how.value for step, how in marks.items()}
    settings.write(journal.db, _SETTING, json.dumps({"marks": noted, "ended": ended}).encode())
