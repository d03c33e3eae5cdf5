"""Parts that the command line's tests share: a home whose PIN costs little, and its PIN file."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import keyring
import pytest
from keyring.backends.fail import Keyring

from fieldapp.actions.system_clock import SystemClock
from fieldapp.cli import main
from fieldapp.journal.device_secrets import NoSecrets
from fieldapp.journal.home import NewUser, create_home
from tests.journal.laptop import TEAM, WEAK

PIN = "2468-test-pin"
USERS = [
    NewUser("nurse.test", "Nurse Test", "recorder", PIN),
    NewUser("lead.test", "Lead Test", "lead", PIN),
]


@dataclass(frozen=True)
class Said:
    """What one command answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one object that the command printed."""
        return json.loads(self.out)


Run = Callable[..., Said]


@pytest.fixture(autouse=True)
def no_key_ring() -> Iterator[None]:
    """No test touches the key ring of the person who runs it."""
    before = keyring.get_keyring()
    keyring.set_keyring(Keyring())  # type: ignore[no-untyped-call]  # keyring has no types here
    yield
    keyring.set_keyring(before)


@pytest.fixture
def pin_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where FIELDAPP_PIN_FILE points; nothing else of the environment speaks."""
    for name in ("FIELDAPP_HOME", "FIELDAPP_USER", "FIELDAPP_HUB_DATA"):
        monkeypatch.delenv(name, raising=False)
    path = tmp_path / "pin.txt"
    path.write_text(f"{PIN}\n", encoding="utf-8")
    monkeypatch.setenv("FIELDAPP_PIN_FILE", str(path))
    return path


@pytest.fixture
def home(tmp_path: Path, pin_file: Path) -> Path:
    """A laptop that is set up."""
    made = tmp_path / "laptop"
    create_home(made, TEAM, USERS, NoSecrets(), SystemClock(), kdf=WEAK)
    return made


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run one command and take what it said; wrong usage is its exit code, too."""

    def command(*words: object) -> Said:
        try:
            code = main([str(word) for word in words])
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return command


@pytest.fixture
def type_in(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], None]:
    """Put bytes on standard input, as a pipe would."""

    def typed(content: bytes) -> None:
        stream = io.TextIOWrapper(io.BytesIO(content), encoding="ascii")
        monkeypatch.setattr(sys, "stdin", stream)

    return typed
