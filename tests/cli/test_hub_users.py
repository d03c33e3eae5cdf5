"""The commands for users of the hub's pages and for its sync log, as an operator types them."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Run


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A hub's folder, not yet made, and a file that holds a passphrase."""
    file = tmp_path / "passphrase"
    file.write_text("four words that differ\n", "utf-8")
    monkeypatch.setenv("FIELDAPP_PIN_FILE", str(file))
    return tmp_path / "hub"


def test_the_first_user_makes_the_hub_and_the_audit_knows(run: Run, data: Path) -> None:
    said = run("hub", "add-user", "lu.qing", "--role", "administrator", "--data", data)
    assert said.code == 0 and "lu.qing may sign in as administrator" in said.out
    again = run("hub", "add-user", "lu.qing", "--role", "reader", "--data", data)
    assert again.code == 1 and "There is, or was, a user called lu.qing" in again.err
    assert run("hub", "verify", "--data", data).code == 0


def test_a_weak_passphrase_and_an_unknown_role_are_refused(run: Run, data: Path) -> None:
    (data.parent / "passphrase").write_text("short\n", "utf-8")
    said = run("hub", "add-user", "lu.qing", "--role", "reader", "--data", data)
    assert said.code == 1 and "too easily guessed" in said.err
    assert run("hub", "add-user", "x", "--role", "king", "--data", data).code == 2


def test_users_are_reset_and_ended(run: Run, data: Path) -> None:
    run("hub", "add-user", "lu.qing", "--role", "reader", "--data", data)
    assert run("hub", "reset-user", "lu.qing", "--data", data).code == 0
    assert run("hub", "end-user", "lu.qing", "--data", data).code == 0
    said = run("hub", "end-user", "lu.qing", "--data", data)
    assert said.code == 1 and "No user is called lu.qing" in said.err


def test_the_log_is_a_file(run: Run, data: Path, tmp_path: Path) -> None:
    run("hub", "add-user", "lu.qing", "--role", "reader", "--data", data)
    out = tmp_path / "log.csv"
    said = run("hub", "export", "sync-log", "--format", "csv", "--out", out, "--data", data)
    assert (said.code, out.exists()) == (0, True)
    assert said.out.startswith("0 attempts")
