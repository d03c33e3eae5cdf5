"""`fieldapp card`: a file of the kind that its name says, for its owner alone."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage

from fieldapp.actions.system_clock import SystemClock
from fieldapp.domain.client import Document
from fieldapp.journal.device_secrets import NoSecrets
from fieldapp.journal.home import unlock
from fieldapp.journal.journal import open_journal
from tests.journal.laptop import LOT, give, register
from tests.ui.print.papers import codes, pages

from .conftest import PIN, USERS, Run

WANG = Document("cn-resident-id", "110105198005170017")


@pytest.fixture
def vaccinated(home: Path, qapp: QGuiApplication) -> Path:
    """A home that knows a made-up person with a dose."""
    clock = SystemClock()
    journal = open_journal(home, unlock(home, USERS[0].login, PIN, NoSecrets(), clock), clock)
    give(journal, register(journal, "王甲", WANG))
    register(journal, "李乙")
    register(journal, "李乙")
    journal.close()
    return home


def test_without_a_file_the_text_is_printed(run: Run, vaccinated: Path) -> None:
    said = run("--home", vaccinated, "card", WANG.number)
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("王甲 1101")
    assert f"BIBP lot {LOT}" in said.out
    assert WANG.number not in said.out


@pytest.mark.parametrize("size", ["a5", "wallet"])
def test_a_pdf_for_the_owner_alone(run: Run, vaccinated: Path, tmp_path: Path, size: str) -> None:
    out = tmp_path / "new" / "card.pdf"
    words = ("card", "王甲", "--out", out, "--size", size, "--language", "zh_CN")
    said = run("--home", vaccinated, *words)
    assert (said.code, said.err) == (0, "")
    assert str(out) in said.out
    (text,) = pages(out.read_bytes())
    assert "王甲" in text and LOT in text and "接种卡" in text
    assert stat.S_IMODE(out.stat().st_mode) == 0o600


def test_a_picture_and_a_text_hold_the_same_code(
    run: Run, vaccinated: Path, tmp_path: Path
) -> None:
    for name in ("card.png", "card.txt"):
        assert run("--home", vaccinated, "card", WANG.number, "--out", tmp_path / name).code == 0
    (code,) = codes(QImage(str(tmp_path / "card.png")))
    (line,) = (tmp_path / "card.txt").read_text("utf-8").splitlines()
    assert code.split(" | known as of")[0] == line.split(" | known as of")[0]


def test_another_kind_of_file_is_wrong_usage(run: Run, vaccinated: Path, tmp_path: Path) -> None:
    said = run("--home", vaccinated, "card", WANG.number, "--out", tmp_path / "card.docx")
    assert said.code == 2
    assert ".pdf, .png or .txt" in said.err


@pytest.mark.parametrize(("words", "answer"), [("赵丙", "Nobody"), ("李乙", "2 people")])
def test_nobody_or_several_is_said_and_nothing_written(
    run: Run, vaccinated: Path, tmp_path: Path, words: str, answer: str
) -> None:
    out = tmp_path / "card.pdf"
    said = run("--home", vaccinated, "card", words, "--out", out)
    assert said.code == 1
    assert answer in said.err
    assert not out.exists()
