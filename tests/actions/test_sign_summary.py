"""A signed summary can be checked by whoever knows the laptop's public key."""

from __future__ import annotations

from pathlib import Path

from fieldapp.actions.sign_summary import sign_summary
from fieldapp.journal import hub_link
from fieldapp.reports.session_summary import statement
from fieldapp.wire.statement import read_statement, write_statement
from tests.journal.laptop import Laptop
from tests.reports.test_session_summary import SUMMARY


def test_the_laptop_signs_every_count_and_the_end_of_its_journal(tmp_path: Path) -> None:
    laptop = Laptop(tmp_path / "home")
    laptop.set_up()
    journal = laptop.open()
    head = journal.head()
    seal = sign_summary(journal, SUMMARY).seal
    assert seal is not None
    assert (seal.device, seal.head_seq, seal.head_hash) == (0, head.seq, head.hash)
    line = statement(SUMMARY, seal.head_seq, seal.head_hash)
    public = hub_link.signing_key(journal).verify_key
    assert read_statement(write_statement(line, seal.signature), public) == line
    laptop.close()
