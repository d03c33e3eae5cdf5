"""`fieldapp card --check`: says what is proven, refuses in one line what is not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from fieldapp.actions.card.check import CardVerdict, CheckedCard
from fieldapp.actions.system_clock import SystemClock
from fieldapp.cli.check_card import NoCardInIt, in_words, texts_of
from fieldapp.domain.client import Document
from fieldapp.journal.device_secrets import NoSecrets
from fieldapp.journal.home import unlock
from fieldapp.journal.journal import open_journal
from fieldapp.wire.health_card import write_card
from tests.journal.hub import enrol
from tests.journal.laptop import LOT, give, register
from tests.wire.health_card.cards import CARD, OTHER

from .conftest import PIN, USERS, Run

WANG = Document("cn-resident-id", "110105198005170017")
FOREIGN = write_card(CARD, OTHER).text


@pytest.fixture
def joined(home: Path, qapp: QGuiApplication) -> Path:
    """A home that joined a hub and knows a made-up person with a dose."""
    clock = SystemClock()
    journal = open_journal(home, unlock(home, USERS[0].login, PIN, NoSecrets(), clock), clock)
    enrol(journal)
    give(journal, register(journal, "王甲", WANG))
    journal.close()
    return home


@pytest.mark.parametrize("name", ["card.txt", "card.png"])
def test_a_card_just_made_is_valid_from_its_text_and_off_its_picture(
    run: Run, joined: Path, tmp_path: Path, name: str
) -> None:
    out = tmp_path / name
    assert run("--home", joined, "card", WANG.number, "--out", out).code == 0
    said = run("--home", joined, "card", "--check", out)
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("Valid: signed by ")
    assert "王甲" in said.out and LOT in said.out


def test_the_text_itself_can_be_given_and_one_wrong_digit_is_refused(
    run: Run, joined: Path
) -> None:
    text = run("--home", joined, "card", WANG.number).out.strip()
    assert text.startswith("shc:/")
    told = json.loads(run("--home", joined, "card", "--check", text, "--json").out)
    assert (told["verdict"], told["says"]["name"]) == ("valid", "王甲")
    wrong = text[:-20] + str((int(text[-20]) + 1) % 10) + text[-19:]
    said = run("--home", joined, "card", "--check", wrong)
    assert (said.code, said.out) == (1, "")
    assert "altered or is damaged" in said.err


def test_a_card_of_somebody_unknown_is_refused_and_as_json_says_what_it_claims(
    run: Run, joined: Path
) -> None:
    said = run("--home", joined, "card", "--check", FOREIGN)
    assert said.code == 1
    assert "Nobody whom this laptop knows" in said.err
    said = run("--home", joined, "card", "--check", FOREIGN, "--json")
    told = json.loads(said.out)
    assert (said.code, told["verdict"], told["team"]) == (1, "unknown-issuer", None)
    assert "Nobody whom this laptop knows" in said.err
    assert told["says"]["doses"][0]["codes"] == [["http://hl7.org/fhir/sid/cvx", "510"]]


def test_where_no_card_is_it_is_said(run: Run, joined: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("nothing here", "utf-8")
    (tmp_path / "bad.txt").write_bytes(b"\xff\xfe\x00")
    for what in ("empty.txt", "bad.txt", "missing.txt"):
        with pytest.raises(NoCardInIt):
            texts_of(str(tmp_path / what))
    said = run("--home", joined, "card", "--check", "no card")
    assert said.code == 1
    assert "no vaccination card in no card" in said.err


def test_a_card_and_a_person_at_once_or_neither_is_wrong_usage(run: Run, joined: Path) -> None:
    assert run("--home", joined, "card", WANG.number, "--check", FOREIGN).code == 2
    assert run("--home", joined, "card").code == 2


def test_a_verdict_without_a_card_has_no_words() -> None:
    assert in_words(CheckedCard(CardVerdict.ALTERED)) == ""
