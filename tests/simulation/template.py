"""A hub with three enrolled laptops, made once a process from fixed randomness, and then copied."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from fieldapp.hub.enrolment import add_team, answer_enrol
from fieldapp.hub.fold.projector import use_vaccines
from fieldapp.hub.making import open_or_make
from fieldapp.hub.running import Hub
from fieldapp.hub.sync_answer import answer_sync
from fieldapp.journal import hub_link
from fieldapp.journal.home import DataKey, NewUser, TeamProfile, create_home, unlock
from fieldapp.journal.hub_link import Enrolment
from fieldapp.journal.journal import Journal, open_journal
from fieldapp.sync.joining import join_hub
from fieldapp.sync.link import Answer
from fieldapp.sync.pulls import ask_for_membership
from fieldapp.wire.enrol_code import read_code
from fieldapp.wire.messages import EnrolRequest
from tests.journal.laptop import VACCINE, WEAK, FakeClock, MemorySecrets

LAPTOPS = 3
USER = NewUser("nurse.test", "Nurse Test", "recorder", "2468-test")
KNOWN_VACCINES = (VACCINE,)
NEW_VACCINE = "covid-made-up-new"
START_S = 1_790_000_000
Bytes = Callable[[int], bytes]


@dataclass(frozen=True)
class Template:
    """Folders to copy; `keys` open the homes, in their order."""

    folder: Path
    keys: tuple[DataKey, ...]

    @property
    def hub(self) -> Path:
        return self.folder / "hub"

    @property
    def other_hub(self) -> Path:
        """The hub of another organisation: nothing of ours is for it."""
        return self.folder / "other-hub"

    def home(self, number: int) -> Path:
        return self.folder / f"home-{number}"


@cache
def template() -> Template:
    """Made at the first call; the folder goes when the process ends."""
    memory = Path("/dev/shm")  # of this machine's memory where there is such a place
    holder = tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None)
    _HELD.append(holder)
    folder, random = Path(holder.name), Random(1).randbytes
    store = open_or_make(folder / "hub", random=random)
    use_vaccines(store, KNOWN_VACCINES)
    hub = Hub(store, lambda: START_S, random)
    made = Template(folder, tuple(_joined(hub, folder, n, random) for n in range(LAPTOPS)))
    store.close()
    open_or_make(made.other_hub, random=random).close()
    return made


_HELD: list[tempfile.TemporaryDirectory[str]] = []


class _AtOnce:
    """A road that is only good for joining."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub

    def hello(self, nonce: bytes) -> Answer:
        raise NotImplementedError

    def sync(self, body: bytes, authorization: str) -> Answer:
        reply = answer_sync(self._hub, authorization, body)
        return Answer(reply.status, reply.body)

    def enrol(self, body: bytes) -> Answer:
        reply = answer_enrol(self._hub, body)
        return Answer(reply.status, reply.body)


def _joined(hub: Hub, folder: Path, number: int, random: Bytes) -> DataKey:
    home, clock, secrets = folder / f"home-{number}", FakeClock(), MemorySecrets()
    team = TeamProfile(f"Boat {number}", "boat")
    create_home(home, team, [USER], secrets, clock, random=random, kdf=WEAK)
    key = unlock(home, USER.login, USER.pin, secrets, clock)
    journal = open_journal(home, key, clock, random=random)
    _join(hub, folder, journal, random)
    journal.close()
    return key


def _join(hub: Hub, folder: Path, journal: Journal, random: Bytes) -> None:
    team, own = journal.team, hub_link.signing_key(journal)
    text = add_team(folder / "hub", team.name, team.kind, "north", now_s=START_S, random=random)
    code = read_code(text)
    request = EnrolRequest(code.code_id, bytes(own.verify_key), team.name, team.kind, random(16))
    reply = join_hub(_AtOnce(hub), code, request)
    keys = reply.hub, reply.verify_key, reply.box_key
    hub_link.save_enrolment(journal, Enrolment(reply.device, "http://hub.invalid", None, *keys))
    ask_for_membership(journal, _AtOnce(hub), journal.clock, random)


def copy(source: Path, target: Path) -> None:
    """A copy of a folder as it is on the disk now."""
    shutil.copytree(source, target)
