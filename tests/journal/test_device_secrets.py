from __future__ import annotations

import keyring
import keyring.backend
import keyring.errors
import pytest
from keyring.backends.fail import Keyring as NoKeyring

from fieldapp.journal.device_secrets import NoSecrets, OsKeyring

SECRET = bytes(range(32))


class KeyringInMemory(keyring.backend.KeyringBackend):
    """A working back-end."""

    priority = 5.0

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password


class ForgetfulKeyring(KeyringInMemory):
    """Says yes and keeps nothing."""

    def set_password(self, service: str, username: str, password: str) -> None:
        pass


class LockedKeyring(KeyringInMemory):
    """There, but nobody unlocked it."""

    def get_password(self, service: str, username: str) -> str | None:
        raise keyring.errors.KeyringLocked("locked")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise keyring.errors.KeyringLocked("locked")


def use(monkeypatch: pytest.MonkeyPatch, backend: keyring.backend.KeyringBackend) -> OsKeyring:
    monkeypatch.setattr(keyring.core, "_keyring_backend", backend)
    return OsKeyring()


def test_a_working_key_ring_keeps_the_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    secrets = use(monkeypatch, KeyringInMemory())
    assert secrets.read("home-1") is None
    assert secrets.write("home-1", SECRET)
    assert secrets.read("home-1") == SECRET


@pytest.mark.parametrize("backend", [NoKeyring, ForgetfulKeyring, LockedKeyring])
def test_a_key_ring_that_fails_is_no_key_ring(
    monkeypatch: pytest.MonkeyPatch, backend: type[keyring.backend.KeyringBackend]
) -> None:
    secrets = use(monkeypatch, backend())
    assert not secrets.write("home-1", SECRET)
    assert secrets.read("home-1") is None


def test_where_nothing_is_kept_nothing_is_promised() -> None:
    nothing = NoSecrets()
    assert not nothing.write("home-1", SECRET)
    assert nothing.read("home-1") is None
