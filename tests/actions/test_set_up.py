"""What is left of a set-up: seen where it can be seen, noted where nobody can see it."""

from __future__ import annotations

from pathlib import Path

import pytest

from fieldapp.actions.certificate import NoCertificate
from fieldapp.actions.people import Doer, add_person
from fieldapp.actions.practice import Practice
from fieldapp.actions.programme import load_catalogue, load_programme, load_questions
from fieldapp.actions.set_up import Mark, Step, ask, begin, end, join, mark, set_up_of
from fieldapp.journal import asked, hub_link, second_copy
from fieldapp.journal.errors import WrongPin
from fieldapp.journal.home import NewUser
from fieldapp.journal.journal import Journal
from fieldapp.sync.errors import HubUnreachable
from fieldapp.wire.enrol_code import EnrolCode, write_code
from fieldapp.wire.invitation import Invitation
from tests.journal.hub import enrol
from tests.journal.laptop import LEAD, WEAK, Laptop

THE_LEAD = Doer(LEAD.login, LEAD.pin)
CODE = write_code(EnrolCode(b"test", b"a secret of test"))
NOWHERE = Invitation(CODE, "http://127.0.0.1:9")


@pytest.fixture
def practice(laptop: Laptop, journal: Journal) -> Practice:
    rules = (load_catalogue(), load_programme("cn-nhc-2021-03-29"), load_questions())
    return Practice(journal, *rules, laptop.clock, secrets=laptop.secrets)


def test_a_laptop_that_the_assistant_did_not_make_has_no_open_set_up(journal: Journal) -> None:
    now = set_up_of(journal)
    assert not now.begun and now.ended


def test_what_can_be_seen_is_done_without_being_noted(
    practice: Practice, journal: Journal, tmp_path: Path
) -> None:
    begin(journal)
    assert Step.HUB in set_up_of(journal).left
    enrol(journal)
    second_copy.choose(journal, tmp_path)
    zhao = NewUser("zhao.min", "Zhao Min", "recorder", "zhao-pin")
    add_person(practice, THE_LEAD, zhao, kdf=WEAK)
    assert set_up_of(journal).left == (Step.PRINTER, Step.SCANNER)
    second_copy.forget(journal)
    assert set_up_of(journal).left == (Step.COPY, Step.PRINTER, Step.SCANNER)


def test_later_is_left_and_needless_is_not(journal: Journal) -> None:
    begin(journal)
    mark(journal, Step.HUB, Mark.LATER)
    mark(journal, Step.SCANNER, Mark.NOT_NEEDED)
    now = set_up_of(journal)
    assert Step.HUB in now.left and Step.SCANNER not in now.left
    mark(journal, Step.SCANNER, Mark.FINISHED)
    assert set_up_of(journal).marks[Step.SCANNER] is Mark.FINISHED


def test_it_stays_open_over_a_restart_until_somebody_ends_it(
    laptop: Laptop, journal: Journal
) -> None:
    begin(journal)
    mark(journal, Step.HUB, Mark.LATER)
    laptop.close()
    again = laptop.open()
    assert not set_up_of(again).ended
    assert set_up_of(again).marks[Step.HUB] is Mark.LATER
    end(again)
    assert set_up_of(again).ended
    assert set_up_of(again).marks[Step.HUB] is Mark.LATER


def test_ending_what_never_began_begins_nothing(journal: Journal) -> None:
    end(journal)
    assert not set_up_of(journal).begun


def test_joining_needs_the_own_pin_and_a_readable_certificate(
    practice: Practice, tmp_path: Path
) -> None:
    with pytest.raises(WrongPin):
        join(practice, Doer(LEAD.login, "wrong"), NOWHERE)
    with pytest.raises(NoCertificate):
        join(practice, THE_LEAD, NOWHERE, tmp_path / "none.pem")


def test_a_hub_that_cannot_be_reached_changes_nothing_and_can_be_tried_again(
    practice: Practice,
) -> None:
    for _ in range(2):
        with pytest.raises(HubUnreachable):
            join(practice, THE_LEAD, NOWHERE)
    assert hub_link.enrolment(practice.journal) is None


def test_without_a_network_the_hub_is_asked_by_stick(practice: Practice, tmp_path: Path) -> None:
    file = ask(practice, NOWHERE, tmp_path)
    assert file.parent == tmp_path
    question = asked.read(practice.journal)
    assert question is not None and question.hub_url == NOWHERE.hub_url
    with pytest.raises(NoCertificate):
        ask(practice, NOWHERE, tmp_path, tmp_path / "none.pem")
