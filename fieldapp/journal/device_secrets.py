"""The laptop's own part of a key, kept by the operating system: a copied disk does not hold it."""

from __future__ import annotations

from typing import Protocol

_SERVICE = "fieldapp"


class DeviceSecrets(Protocol):
    """Keeps one secret for each home, outside its folder."""

    def read(self, home_id: str) -> bytes | None:
        """The secret of a home; None when there is none or nothing to keep it."""
        ...

    def write(self, home_id: str, secret: bytes) -> bool:
        """Keep a secret; False when this machine has nothing to keep it safely."""
        ...


class NoSecrets:
    """A machine without a key ring."""

    def read(self, home_id: str) -> bytes | None:
        """Nothing is kept."""
        return None

    def write(self, home_id: str, secret: bytes) -> bool:
        """Nothing is kept."""
        return False


class OsKeyring:
    """DPAPI, Keychain or Secret Service through `keyring`; absent or failing means None."""

    def read(self, home_id: str) -> bytes | None:
        """The secret, if the key ring works and holds it."""
        import keyring
        from keyring.errors import KeyringError

        if not _works():
            return None
        try:
            stored = keyring.get_password(_SERVICE, home_id)
            return None if stored is None else bytes.fromhex(stored)
        except (KeyringError, OSError, RuntimeError, ValueError):
            return None

    def write(self, home_id: str, secret: bytes) -> bool:
        """Keep it, and read it back: some back-ends forget without an error."""
        import keyring
        from keyring.errors import KeyringError

        if not _works():
            return False
        try:
            keyring.set_password(_SERVICE, home_id, secret.hex())
        except (KeyringError, OSError, RuntimeError, ValueError):
            return False
        return self.read(home_id) == secret


def _works() -> bool:
    """Whether there is a back-end, and one that does not write secrets to plain files."""
    import keyring

    backend = keyring.get_keyring()
    name = f"{type(backend).__module__}.{type(backend).__qualname__}"
    return backend.priority > 0 and not name.startswith(("keyrings.alt", "keyring.backends.null"))
