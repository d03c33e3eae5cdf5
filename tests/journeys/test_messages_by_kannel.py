"""A real hub, Debian's Kannel and its fake SMSC: one message a person, killed half-way or not,
and the laptops are told what arrived."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from fieldapp.actions.programme import load_catalogue
from fieldapp.domain.client import ClientDetails
from fieldapp.hub.fold.projector import catch_up, use_vaccines
from fieldapp.hub.ingest import take_in
from fieldapp.hub.making import open_or_make
from fieldapp.hub.messages.news import pass_on
from fieldapp.hub.pages import prove
from fieldapp.hub.running import Hub, unix_time
from fieldapp.hub.tree import Trees
from fieldapp.resource_files import resource_path
from fieldapp.wire.client_codec import to_fact
from fieldapp.wire.facts import ContactWished
from fieldapp.wire.roster_messages import RosterMessages
from tests.hub.conftest import World
from tests.hub.fake_laptop import FakeLaptop
from tests.hub.messages.gateways.kannel_box import PASSWORD, USER, KannelBox, kannel_box
from tests.hub.regions.readers import Reader, published
from tests.patience import wait_for

PEOPLE = 40
BIBP = "covid-inact-bibp"
READY = "fieldapp hub: listening on "


class Office:
    """The hub's folder, and what is typed there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.command = [sys.executable, "-m", "fieldapp", "hub"]
        self.due = datetime.now(UTC).date()

    def hand_in(self, count: int) -> tuple[FakeLaptop, list[int]]:
        """So many people had dose 1 three weeks ago; a laptop that told so, and who they are."""
        day = self.due - timedelta(days=21)
        with self._world() as world:
            laptop = world.laptop()
            laptop.wall_s = unix_time() - 3600
            people = [_dose_1(laptop, number, day) for number in range(count)]
            _take(world, laptop)
        return laptop, people

    def take_more(self, laptop: FakeLaptop) -> None:
        """What a laptop has to tell by now."""
        with self._world() as world:
            _take(world, laptop)

    def told(self, laptop: FakeLaptop) -> Counter[str]:
        """What this laptop reads in its region's roster: how many people with which message."""
        with self._world() as world:
            pass_on(world.store, unix_time(), hold_s=0)
            published(world, unix_time())
            people = Reader(world, laptop).pull(now_s=unix_time()).people.values()
            return Counter(_fate(person.messages) for person in people)

    @contextmanager
    def _world(self) -> Iterator[World]:
        store = open_or_make(self.folder)
        try:
            use_vaccines(store, [vaccine.id for vaccine in load_catalogue()])
            yield World(Hub(store, unix_time))
        finally:
            store.close()

    def settle_on(self, kannel: KannelBox, report_url: str) -> None:
        """Write the settings and the secret."""
        own = self.folder / "messages"
        own.mkdir(exist_ok=True)
        settings = json.loads(resource_path("messages", "settings.json").read_text("utf-8"))
        settings["quiet"] = {"from": "00:00", "to": "00:00"}
        settings["gateways"]["kannel"] |= {"url": kannel.url, "report_url": report_url}
        (own / "settings.json").write_text(json.dumps(settings), "utf-8")
        secret = own / "kannel.secret"
        secret.touch(0o600)
        secret.write_text(f"{USER}\n{PASSWORD}\n", "utf-8")

    @contextmanager
    def serving(self) -> Iterator[str]:
        """The server; its URL."""
        command = [*self.command, "serve", "--data", str(self.folder), "--listen", "127.0.0.1:0"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            try:
                yield process.stdout.readline().strip().removeprefix(READY)
            finally:
                process.terminate()
                process.wait(30)

    def send(self) -> subprocess.Popen[str]:
        """Start the job."""
        command = [*self.command, "messages", "send", "--gateway", "kannel", "--json"]
        return subprocess.Popen(
            [*command, "--data", str(self.folder)], stdout=subprocess.PIPE, text=True
        )

    def sent(self) -> dict[str, Any]:
        """Run the job to its end; what it says."""
        with self.send() as process:
            told, _ = process.communicate(timeout=120)
        found: dict[str, Any] = json.loads(told)
        return found

    def totals(self) -> dict[str, int]:
        """How many messages are in which state."""
        command = [*self.command, "messages", "list", "--json", "--data", str(self.folder)]
        told = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
        totals: dict[str, int] = json.loads(told.stdout)["totals"]
        return totals


def _fate(messages: RosterMessages) -> str:
    if messages.none_wanted:
        return "opted out"
    return messages.sent[-1].fate.value if messages.sent else "none"


def _dose_1(laptop: FakeLaptop, number: int, day: date) -> int:
    details = ClientDetails(
        f"王{number}", birth_date=date(1985, 3, 3), phone=phone(number), language="zh"
    )
    seq = laptop.add(to_fact(details))
    laptop.give(seq, day.day, month=day.month, year=day.year, vaccine=BIBP)
    return seq


def phone(number: int) -> str:
    return f"+8613912345{number:03}"


def _take(world: World, laptop: FakeLaptop) -> None:
    proven, _ = prove(laptop.pages(), {laptop.device: laptop.key.verify_key})
    with world.store.writing() as connection:
        for page in proven:
            take_in(Trees(connection), page, now_s=unix_time(), late=False)
    catch_up(world.store)


@pytest.fixture
def kannel(tmp_path: Path) -> Iterator[KannelBox]:
    with kannel_box(tmp_path / "kannel") as box:
        yield box


def test_one_message_a_person_with_the_text_intact_and_none_after_opt_out(
    tmp_path: Path, kannel: KannelBox
) -> None:
    office = Office(tmp_path / "hub")
    laptop, people = office.hand_in(4)
    laptop.add(ContactWished(people[3], True, False))
    office.take_more(laptop)
    with office.serving() as url:
        office.settle_on(kannel, url)
        told = office.sent()
        assert (told["sent"], told["left_out"]) == (3, {"opted-out": 1})
        assert office.sent()["sent"] == 0
        wait_for(lambda: office.totals() == {"delivered": 3})
        assert office.told(laptop) == {"delivered": 3, "opted out": 1}
    texts = dict(kannel.handed_over())
    assert sorted(texts) == [phone(number) for number in range(3)]
    assert len(kannel.handed_over()) == 3
    day = f"{office.due.month}月{office.due.day}日"
    assert texts[phone(1)].startswith(f"王1您好：您的下一次预约从{day}起可以来，最好不晚于")
    assert texts[phone(1)].endswith("到任何一个点都可以。【流动医疗队】")
    assert PASSWORD not in kannel.logs()


def test_killed_half_way_and_run_again_it_doubles_none_and_loses_none_unseen(
    tmp_path: Path, kannel: KannelBox
) -> None:
    office = Office(tmp_path / "hub")
    office.hand_in(PEOPLE)
    with office.serving() as url:
        office.settle_on(kannel, url)
        with office.send() as process:
            wait_for(lambda: len(kannel.handed_over()) >= 5)
            process.kill()
        assert len(kannel.handed_over()) < PEOPLE, "it was killed too late to say anything"
        office.sent()
        wait_for(lambda: sum(office.totals().get(s, 0) for s in ("delivered", "unsure")) == PEOPLE)
        times = Counter(number for number, _ in kannel.handed_over())
        assert set(times.values()) == {1}
        assert len(times) + office.totals().get("unsure", 0) == PEOPLE
        assert office.totals().get("unsure", 0) <= 1
