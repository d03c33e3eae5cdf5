"""Promises of the hub's keys."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest
from nacl.public import PrivateKey

from fieldapp.hub.errors import HubKeysDamaged, HubMissing
from fieldapp.hub.keys import KEYS_FILE, RECOVERY_FILE, load_keys, new_keys, store_keys


def test_keys_come_back_as_they_were_and_only_the_owner_reads_them(tmp_path: Path) -> None:
    keys, private = new_keys()
    store_keys(tmp_path, keys, private)
    assert load_keys(tmp_path) == keys
    for name in (KEYS_FILE, RECOVERY_FILE):
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600


def test_the_private_recovery_key_is_in_its_own_file_alone(tmp_path: Path) -> None:
    keys, private = new_keys()
    store_keys(tmp_path, keys, private)
    assert private.hex() not in (tmp_path / KEYS_FILE).read_text("ascii")
    assert private.hex() in (tmp_path / RECOVERY_FILE).read_text("ascii")
    assert bytes(PrivateKey(private).public_key) == keys.recovery_public


@pytest.mark.parametrize("text", ["", "{}", "[1]", "not json", json.dumps({"hub_id": "zz"})])
def test_a_damaged_file_is_named_so(tmp_path: Path, text: str) -> None:
    (tmp_path / KEYS_FILE).write_text(text, "ascii")
    with pytest.raises(HubKeysDamaged):
        load_keys(tmp_path)


def test_a_key_of_the_wrong_length_is_found(tmp_path: Path) -> None:
    keys, private = new_keys()
    store_keys(tmp_path, keys, private)
    stored = json.loads((tmp_path / KEYS_FILE).read_text("ascii"))
    (tmp_path / KEYS_FILE).write_text(json.dumps({**stored, "hub_id": "00"}), "ascii")
    with pytest.raises(HubKeysDamaged):
        load_keys(tmp_path)


def test_no_keys_no_hub(tmp_path: Path) -> None:
    with pytest.raises(HubMissing):
        load_keys(tmp_path)
    assert "secret" not in repr(new_keys()[0]) and "receipt_seed" not in repr(new_keys()[0])
