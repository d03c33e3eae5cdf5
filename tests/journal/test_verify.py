from __future__ import annotations

from datetime import date

import pytest

from fieldapp.domain.client import Document
from fieldapp.journal.anchor import Anchor, write_anchor
from fieldapp.journal.entries import position
from fieldapp.journal.erasure.bodies import destroy
from fieldapp.journal.hub_link import store_receipt
from fieldapp.journal.journal import SYSTEM, Journal
from fieldapp.journal.projections.apply import replay
from fieldapp.journal.rebuild import digest
from fieldapp.journal.verify import verify
from fieldapp.wire.facts import Erased
from tests.journal.hub import enrol, receipt
from tests.journal.laptop import give, open_vial, register


@pytest.fixture
def full(journal: Journal) -> Journal:
    enrol(journal)
    client_id = register(
        journal, "测试甲", Document("passport", "TEST1"), birth_date=date(1980, 1, 2), phone="138"
    )
    give(journal, client_id, vial=open_vial(journal))
    store_receipt(journal, receipt(journal.head()))
    return journal


def test_a_whole_journal_has_no_findings_and_is_not_changed(full: Journal) -> None:
    head, tables = full.head(), digest(full)
    assert verify(full).problems == ()
    assert (full.head(), digest(full)) == (head, tables)


@pytest.mark.parametrize(
    ("damage", "finding"),
    [
        ("UPDATE entry SET header = x'00' WHERE (pos & 0xffff) = 3", "Event 3"),
        ("UPDATE entry SET id = zeroblob(32) WHERE (pos & 0xffff) = 4", "Event 4"),
        ("DELETE FROM entry WHERE (pos & 0xffff) = 3", "Event 3"),
        ("DELETE FROM salt_seed", "Event 1"),
        ("UPDATE dose SET lot = 'OTHER'", "table dose"),
        ("DELETE FROM dose", "table dose"),
        ("UPDATE client SET name_key = 'x'", "table client"),
        ("DELETE FROM phone", "table phone"),
        ("DELETE FROM document", "table document"),
        ("DELETE FROM client_search WHERE rowid > 0", "table client_search"),
        ("UPDATE vial SET doses_left = 99", "table vial"),
        ("UPDATE staff SET role = 'lead'", "table staff"),
        ("UPDATE receipt SET raw = zeroblob(90)", "receipt does not hold"),
        ("UPDATE standing SET head_seq = head_seq - 1", "there is no receipt for it"),
        ("INSERT INTO epoch VALUES (9, x'0909090909090909')", "epoch began without"),
        ("DELETE FROM setting WHERE name = 'hub.enrolment'", "belongs to no hub"),
    ],
)
def test_whatever_was_tampered_with_is_named(full: Journal, damage: str, finding: str) -> None:
    full.db.run(damage)
    assert finding in " ".join(verify(full).problems)


def test_a_receipt_for_what_is_not_here_is_named(full: Journal) -> None:
    full.db.run("DELETE FROM entry WHERE pos = (SELECT max(pos) FROM entry)")
    findings = " ".join(verify(full).problems)
    assert "A receipt names event" in findings
    assert "mark outside the database" in findings


def test_an_anchor_of_another_past_is_named(full: Journal) -> None:
    write_anchor(full.home, Anchor(full.head().epoch, 3, b"\x01" * 32))
    assert "mark outside the database" in " ".join(verify(full).problems)


def test_a_missing_body_needs_an_event_that_says_why(full: Journal) -> None:
    with full.transaction():
        destroy(full.db, [position(1, 3)])
        full.forget_seed()
        replay(full.db)
    assert [problem for problem in verify(full).problems if "event 3 is missing" in problem]
    full.append([Erased(3, "pipl-47")], user=SYSTEM)
    assert verify(full).problems == ()
    full.append([Erased(2, "pipl-47")], user=SYSTEM)
    assert verify(full).problems == ("Event 2 was erased by law, and its body is here.",)
