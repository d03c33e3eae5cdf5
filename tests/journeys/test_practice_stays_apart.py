"""Practice and real work never meet: every road from one into the other is tried and refused.

Two hubs in their own processes, one real and one for practice; a laptop of each kind; and every
file that either writes, taken to the other.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from fieldapp.actions.backlog.take_over import take_over
from fieldapp.actions.card.check import CardVerdict, check_card
from fieldapp.actions.card.issue import signed_card
from fieldapp.actions.enrol import enrol
from fieldapp.actions.export_fhir import export_fhir
from fieldapp.actions.export_reports import export_doses
from fieldapp.actions.made_up import MadeUpFile, RealFile
from fieldapp.actions.open_session import open_session
from fieldapp.actions.practice import practice_on
from fieldapp.actions.programme import DEFAULT_PROGRAMME, load_catalogue, load_programme
from fieldapp.actions.system_clock import SystemClock
from fieldapp.actions.take_from_stick import take_from_stick
from fieldapp.actions.workbook.export import export_workbook
from fieldapp.actions.workbook.reading import ForeignWorkbook, read_workbook
from fieldapp.cli.demo.hub_process import RunningHub, running_hub
from fieldapp.domain.made_up import MADE_UP
from fieldapp.hub.enrolment import add_team
from fieldapp.hub.errors import TwoWorlds
from fieldapp.hub.regions.stick import write_roster
from fieldapp.hub.stick import BundleUnreadable, read_stick
from fieldapp.journal import hub_link, second_copy
from fieldapp.journal.backup import restore
from fieldapp.journal.device_secrets import NoSecrets
from fieldapp.journal.errors import WrongPin
from fieldapp.journal.home import TeamProfile, create_home, is_for_practice, unlock
from fieldapp.journal.journal import Journal, open_journal
from fieldapp.journal.keyslots import KEYSLOTS_FILE
from fieldapp.journal.roster import find
from fieldapp.journal.second_copy import SecondCopy
from fieldapp.journal.tally import tally
from fieldapp.sync.errors import PracticeStaysApart
from fieldapp.sync.roster_stick import NoRoster, read_roster
from fieldapp.sync.stick import NoReceipts, file_name, read_answer, write_stick
from tests.journal.laptop import LEAD, NURSE, WEAK, give, register

REGION = "370826"
CLOCK = SystemClock()
RULES = {"catalogue": load_catalogue(), "programme": load_programme(DEFAULT_PROGRAMME)}


@dataclass(frozen=True)
class World:
    """A hub and a laptop that joined it, with a dose."""

    hub: RunningHub
    journal: Journal
    kind: str
    person: bytes
    folder: Path


def code_of(hub: RunningHub, kind: str) -> str:
    return add_team(hub.data, "Boat Test", kind, REGION, now_s=int(CLOCK.now().timestamp()))


def laptop_of(home: Path, kind: str) -> Journal:
    secrets = NoSecrets()
    create_home(home, TeamProfile("Boat Test", kind), [NURSE, LEAD], secrets, CLOCK, kdf=WEAK)
    key = unlock(home, NURSE.login, NURSE.pin, secrets, CLOCK)
    return open_journal(home, key, CLOCK)


def world_of(folder: Path, hub: RunningHub, kind: str) -> World:
    journal = laptop_of(folder / "home", kind)
    enrol(journal, hub.url, code_of(hub, kind), None, CLOCK)
    person = register(journal)
    give(journal, person)
    return World(hub, journal, kind, person, folder)


@pytest.fixture(scope="module")
def worlds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[World, World]]:
    """The real one, and the one for practice."""
    real, practice = (tmp_path_factory.mktemp(name) for name in ("real", "practice"))
    with running_hub(real / "hub") as one, running_hub(practice / "hub") as other:
        made = world_of(real, one, "boat"), world_of(practice, other, MADE_UP)
        yield made
        for world in made:
            world.journal.close()


@pytest.fixture(params=["from practice into the real", "from the real into practice"])
def two(request: pytest.FixtureRequest, worlds: tuple[World, World]) -> tuple[World, World]:
    """From which to which."""
    real, practice = worlds
    return (practice, real) if request.param.startswith("from practice") else (real, practice)


def test_no_laptop_joins_the_other_kind_of_hub(two: tuple[World, World], tmp_path: Path) -> None:
    one, other = two
    stranger = laptop_of(tmp_path / "home", one.kind)
    with pytest.raises(PracticeStaysApart):
        enrol(stranger, other.hub.url, code_of(other.hub, other.kind), None, CLOCK)
    assert hub_link.enrolment(stranger) is None
    stranger.close()


def test_no_hub_takes_a_team_of_the_other_kind(two: tuple[World, World]) -> None:
    one, other = two
    with pytest.raises(TwoWorlds):
        code_of(other.hub, one.kind)


def test_a_sealed_file_is_for_no_other_hub_and_its_receipts_for_no_other_laptop(
    two: tuple[World, World], tmp_path: Path
) -> None:
    one, other = two
    file = tmp_path / file_name(one.journal, CLOCK)
    assert write_stick(one.journal, file, CLOCK).doses == 1
    with pytest.raises(BundleUnreadable):
        read_stick(other.hub.data, file, None)
    came = read_stick(one.hub.data, file, None)
    before = tally(other.journal, CLOCK.now())
    with pytest.raises(NoReceipts):
        read_answer(other.journal, came.answer, CLOCK)
    assert tally(other.journal, CLOCK.now()) == before


def test_files_on_a_stick_bear_other_names(worlds: tuple[World, World]) -> None:
    real, practice = (file_name(world.journal, CLOCK) for world in worlds)
    assert real.startswith("laptop-") and practice.startswith("practice-")


def test_a_roster_is_for_no_other_laptop(two: tuple[World, World], tmp_path: Path) -> None:
    one, other = two
    write_roster(one.hub.data, tmp_path / "roster.vxd")
    before = find.count(other.journal)
    with suppress(NoRoster):
        assert read_roster(other.journal, tmp_path / "roster.vxd").people == 0
    assert find.count(other.journal) == before


def test_a_whole_stick_of_the_other_kind_brings_nothing(
    two: tuple[World, World], tmp_path: Path
) -> None:
    one, other = two
    head = other.journal.head()
    write_stick(one.journal, tmp_path / file_name(one.journal, CLOCK), CLOCK)
    read_stick(one.hub.data, tmp_path / file_name(one.journal, CLOCK), None)
    write_roster(one.hub.data, tmp_path / "roster.vxd")
    take_from_stick(other.journal, CLOCK, tmp_path)
    assert other.journal.head() == head


@pytest.mark.parametrize("fmt", ["csv", "xlsx"])
def test_an_exported_list_is_imported_by_none_of_the_other_kind(
    two: tuple[World, World], tmp_path: Path, fmt: str
) -> None:
    one, other = two
    file, head = tmp_path / f"doses.{fmt}", other.journal.head()
    assert export_doses(one.journal, fmt, file) == 1
    refusal = MadeUpFile if one.kind == MADE_UP else RealFile
    with pytest.raises(refusal):
        take_over(other.journal, file, **RULES, clock=CLOCK, user=NURSE.login)  # type: ignore[arg-type]  # two rules by name
    assert other.journal.head() == head


def test_every_row_of_a_practised_list_says_so(worlds: tuple[World, World], tmp_path: Path) -> None:
    for world in worlds:
        export_doses(world.journal, "jsonl", tmp_path / "doses.jsonl")
        (row,) = map(json.loads, (tmp_path / "doses.jsonl").read_text("utf-8").splitlines())
        assert ("PRACTICE" in row.get("made_up", "")) == (world.kind == MADE_UP)


def test_others_are_told_by_the_label_for_test_data(
    worlds: tuple[World, World], tmp_path: Path
) -> None:
    for world in worlds:
        export_fhir(practice_on(world.journal, CLOCK), tmp_path / "doses.ndjson")
        lines = (tmp_path / "doses.ndjson").read_text("utf-8").splitlines()
        assert lines
        assert all(("HTEST" in line) == (world.kind == MADE_UP) for line in lines)


def test_a_workbook_comes_back_to_its_own_kind_alone(
    two: tuple[World, World], tmp_path: Path
) -> None:
    one, other = two
    practice, file = practice_on(one.journal, CLOCK), tmp_path / "session.xlsx"
    open_session(
        one.journal, label="B1-1", place="pier", operation=1, programme=DEFAULT_PROGRAMME,
        user=NURSE.login,
    )  # fmt: skip
    export_workbook(practice, file, language="en", user=NURSE.login)
    assert read_workbook(one.journal, file).own
    with pytest.raises(ForeignWorkbook):
        read_workbook(other.journal, file)


def test_a_card_proves_nothing_to_the_other_kind(two: tuple[World, World]) -> None:
    one, other = two
    card = signed_card(practice_on(one.journal, CLOCK), one.person).text
    assert check_card(one.journal, [card], CLOCK).verdict is CardVerdict.VALID
    assert check_card(other.journal, [card], CLOCK).verdict is CardVerdict.UNKNOWN_ISSUER


def test_of_two_copies_on_a_card_the_real_one_comes_back(
    worlds: tuple[World, World], tmp_path: Path
) -> None:
    card = tmp_path / "card"
    card.mkdir()
    for world in worlds:
        second_copy.choose(world.journal, card)
        SecondCopy(world.journal).catch_up()
    restore(card, tmp_path / "back")
    assert not is_for_practice(tmp_path / "back")


def test_a_practice_that_is_put_back_is_still_one(
    worlds: tuple[World, World], tmp_path: Path
) -> None:
    _real, practice = worlds
    card = tmp_path / "card"
    card.mkdir()
    place = second_copy.choose(practice.journal, card)
    SecondCopy(practice.journal).catch_up()
    restore(place.folder, tmp_path / "back")
    assert is_for_practice(tmp_path / "back")


def test_whoever_writes_another_name_into_the_home_can_open_nothing(tmp_path: Path) -> None:
    home = tmp_path / "home"
    journal = laptop_of(home, MADE_UP)
    assert is_for_practice(home) and journal.team.made_up
    journal.close()
    slots = home / KEYSLOTS_FILE
    slots.write_text(slots.read_text("utf-8").replace("made-up-", ""), "utf-8")
    assert not is_for_practice(home)
    with pytest.raises(WrongPin):
        unlock(home, NURSE.login, NURSE.pin, NoSecrets(), CLOCK)
