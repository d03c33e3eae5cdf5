"""Opening a home: the right one, for the right person, by one process at a time."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from fieldapp.actions.system_clock import SystemClock
from fieldapp.journal.device_secrets import NoSecrets
from fieldapp.journal.home import unlock
from fieldapp.journal.journal import open_journal

from .conftest import PIN, USERS, Run, Said


def assert_one_line(said: Said, *words: str) -> None:
    """Exit 1, nothing on stdout, one line on stderr with these words."""
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("fieldapp: ")
    assert said.err.count("\n") == 1
    for word in words:
        assert word in said.err


@pytest.mark.parametrize("place", ["before", "after", "environment"])
def test_the_home_is_named_before_or_after_the_command_or_in_the_environment(
    place: str, home: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    words: dict[str, list[object]] = {
        "before": ["--home", home, "status", "--json"],
        "after": ["status", "--json", "--home", home],
        "environment": ["status", "--json"],
    }
    if place == "environment":
        monkeypatch.setenv("FIELDAPP_HOME", str(home))
    said = run(*words[place])
    assert (said.code, said.err) == (0, "")
    assert said.json["recorded"] == 0


def test_a_home_that_is_missing_is_said_and_never_made(
    run: Run, tmp_path: Path, pin_file: Path
) -> None:
    for kind in ("gone", "empty"):
        home = tmp_path / kind
        said = run("--home", home, "status")
        assert_one_line(said, f"no records of a laptop in {home}", "fieldapp init", "--home")
        assert not (tmp_path / "gone").exists()
        (tmp_path / "empty").mkdir(exist_ok=True)


def test_a_journal_that_is_missing_is_never_replaced_by_an_empty_one(home: Path, run: Run) -> None:
    (home / "journal.db").unlink()
    before = sorted(file.name for file in home.iterdir())
    assert_one_line(run("--home", home, "status"), "journal.db is missing")
    assert sorted(file.name for file in home.iterdir()) == before


def test_a_wrong_pin_opens_nothing(home: Path, run: Run, pin_file: Path) -> None:
    pin_file.write_text("1111-wrong", encoding="utf-8")
    assert_one_line(run("--home", home, "status"), "PIN is not right")


@pytest.mark.parametrize("content", [None, b"", b"\n", b"\xff\xfe\xff"])
def test_without_a_pin_nothing_is_opened(
    content: bytes | None, home: Path, run: Run, pin_file: Path
) -> None:
    if content is None:
        pin_file.unlink()
    else:
        pin_file.write_bytes(content)
    assert_one_line(run("--home", home, "status"), "PIN is missing")


def test_nobody_is_asked_for_a_pin_where_nobody_can_answer(
    home: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("FIELDAPP_PIN_FILE")
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    assert_one_line(run("--home", home, "status"), "FIELDAPP_PIN_FILE")


def test_somebody_at_the_keyboard_is_asked(
    home: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Keyboard(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.delenv("FIELDAPP_PIN_FILE")
    monkeypatch.setattr(sys, "stdin", Keyboard())
    asked: list[str] = []

    def type_it(prompt: str) -> str:
        asked.append(prompt)
        return PIN

    monkeypatch.setattr("getpass.getpass", type_it)
    assert run("--home", home, "status").code == 0
    assert asked == ["PIN or passphrase of nurse.test: "]


def test_an_unknown_user_is_told_who_is_known(home: Path, run: Run) -> None:
    said = run("--home", home, "status", "--as", "somebody")
    assert_one_line(said, "no user somebody", "nurse.test, lead.test")


def test_any_user_of_the_laptop_may_open_it(
    home: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("--home", home, "status", "--as", "lead.test").code == 0
    monkeypatch.setenv("FIELDAPP_USER", "lead.test")
    assert run("--home", home, "status").code == 0


def test_a_second_process_on_one_home_is_refused(home: Path, run: Run) -> None:
    clock = SystemClock()
    key = unlock(home, USERS[0].login, PIN, NoSecrets(), clock)
    journal = open_journal(home, key, clock)
    try:
        assert_one_line(run("--home", home, "status"), "already open")
    finally:
        journal.close()
    assert run("--home", home, "status").code == 0


def test_too_many_wrong_pins_make_the_next_try_wait(home: Path, run: Run, pin_file: Path) -> None:
    pin_file.write_text("1111-wrong", encoding="utf-8")
    for _ in range(30):
        said = run("--home", home, "status")
        if "too many" in said.err:
            break
    pin_file.write_text(PIN, encoding="utf-8")
    assert_one_line(run("--home", home, "status"), "too many wrong PINs")
