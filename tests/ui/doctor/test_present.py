"""Findings in the language of the screen, worst first."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QApplication

from fieldapp.actions.doctor import machine, records, road
from fieldapp.ui import language
from fieldapp.ui.doctor.present import items, lock_words

FOUND = (
    records.ClockRight(),
    machine.DiskLow(free_bytes=900_000_000),
    road.CertificateEnded(day=date(2026, 11, 20)),
)


def test_the_worst_comes_first_and_only_what_is_not_well_says_what_to_do() -> None:
    lines = items(FOUND)
    assert [line.tone for line in lines] == ["stop", "wait", "ok"]
    assert [bool(line.next_step) for line in lines] == [True, True, False]
    assert lines[0].happened.startswith("The hub's certificate authority ended on 20 Nov 2026")
    assert lines[1].happened == "Only 900.0 MB are free on the disk with the records."


def test_the_same_in_chinese(qapp: QApplication) -> None:
    language.install(qapp, language.CHINESE)
    assert [line.name for line in items(FOUND)] == ["证书", "磁盘", "时钟"]
    assert "2026-11-20" in items(FOUND)[0].happened


def test_while_the_chain_is_looked_at_it_says_how_far_it_is() -> None:
    assert items(FOUND, 0.42)[-1].happened == "Checking every record: 42 %"


def test_when_it_locks_is_said() -> None:
    assert lock_words(10) == "Locks after 10 min"
    assert lock_words(0) == "Never locks itself"
