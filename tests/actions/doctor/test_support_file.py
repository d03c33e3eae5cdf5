"""The support file helps and tells nothing about anybody: canaries of every kind stay out."""

from __future__ import annotations

import getpass
import json
from pathlib import Path

from fieldapp.actions.doctor.examine import examine
from fieldapp.actions.doctor.finding import Finding
from fieldapp.actions.doctor.records import look_at_chain
from fieldapp.actions.doctor.support_file import support, write_support_file
from fieldapp.actions.practice import Practice
from fieldapp.domain.client import Document
from fieldapp.journal import drafts, hub_link
from fieldapp.journal.attempts import Attempt, log_attempt
from tests.journal.hub import enrol
from tests.journal.laptop import LEAD, LOT, NURSE, TEAM, give, register

CANARIES = {
    "a name": "金丝雀",
    "a document": "370826198001010014",
    "a phone": "13905370001",
    "a place": "canary pier",
    "a remark": "canary remark",
    "a draft": "canary draft",
    "an answer of a server": "canary.example.org",
}


def full_of_canaries(practice: Practice) -> None:
    journal = practice.journal
    document = Document("cn-resident-id", CANARIES["a document"])
    who = register(
        journal,
        CANARIES["a name"],
        document,
        phone=CANARIES["a phone"],
        home_area=CANARIES["a place"],
        circumstances=CANARIES["a remark"],
    )
    give(journal, who)
    drafts.save(journal, "register", CANARIES["a draft"])
    enrol(journal)
    attempt = Attempt(practice.clock.now(), "http", CANARIES["an answer of a server"], bytes_out=7)
    log_attempt(journal, attempt)


def test_nothing_about_anybody_is_in_it(practice: Practice, tmp_path: Path) -> None:
    full_of_canaries(practice)
    found = [*examine(practice), look_at_chain(practice.journal)]
    write_support_file(practice, found, tmp_path / "support.json")
    text = (tmp_path / "support.json").read_text(encoding="utf-8")
    joined = hub_link.enrolment(practice.journal)
    assert joined is not None
    secret = [*CANARIES.values(), NURSE.login, NURSE.name, LEAD.login, LEAD.name, TEAM.name, LOT]
    secret += [joined.hub_url, str(practice.journal.home), f"/{getpass.getuser()}/", str(tmp_path)]
    secret += [joined.hub_verify_key.hex(), hub_link.signing_key(practice.journal).encode().hex()]
    assert not [word for word in secret if word in text]


def test_what_helps_is_in_it(practice: Practice, tmp_path: Path) -> None:
    full_of_canaries(practice)
    write_support_file(practice, examine(practice), tmp_path / "support.json")
    told = json.loads((tmp_path / "support.json").read_text(encoding="utf-8"))
    assert told["journal"]["recorded"] == 1 and told["journal"]["waiting"] == 1
    assert told["program"]["programme"] == practice.programme.id
    assert {"code": "NoCopy", "light": "amber"} in told["findings"]
    assert told["attempts"][0]["bytes_out"] == 7


def test_a_detail_that_nobody_allowed_stays_out(practice: Practice) -> None:
    leaky = Finding(name="金丝雀", events=3)
    told = support(practice, [leaky])["findings"]
    assert told == [{"code": "Finding", "light": "green", "events": 3}]
