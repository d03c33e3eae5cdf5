"""Promises of the pages' own keys: one a purpose, another at every hub."""

from __future__ import annotations

import pytest
from nacl.exceptions import CryptoError

from fieldapp.hub.keys import new_keys
from fieldapp.hub.web.sealing import own_key, seal, unseal


def test_what_one_hub_sealed_no_other_opens() -> None:
    (keys, _), (others, _) = new_keys(), new_keys()
    sealed = seal(keys, b"secret")
    assert unseal(keys, sealed) == b"secret"
    assert seal(keys, b"secret") != sealed
    with pytest.raises(CryptoError):
        unseal(others, sealed)


def test_every_purpose_has_a_key_of_its_own() -> None:
    keys, _ = new_keys()
    assert len({own_key(keys, b"audit"), own_key(keys, b"second factor"), keys.database_key}) == 3
