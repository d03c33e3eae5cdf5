from __future__ import annotations

import json
from pathlib import Path

import pytest

from fieldapp.journal.errors import DeviceSecretMissing, JournalDamaged, JournalNewer
from fieldapp.journal.keyslots import (
    KEYSLOTS_FILE,
    DataKey,
    KeySlot,
    KeySlots,
    StaffUser,
    open_slot,
    parse_slots,
    read_slots,
    seal_slot,
    write_slots,
)
from tests.journal.laptop import WEAK

KEY = DataKey(bytes(range(32)))
USER = StaffUser("nurse.test", "测试护士", "recorder")
SECRET = b"s" * 32


def fixed_random(size: int) -> bytes:
    return b"\x07" * size


def slot_of(device_secret: bytes | None, login: str = USER.login) -> KeySlot:
    return seal_slot(
        StaffUser(login, USER.name, USER.role),
        "2468",
        KEY,
        home_id="home-1",
        device_secret=device_secret,
        cost=WEAK,
        random=fixed_random,
    )


def test_a_pin_and_the_laptops_secret_together_open_the_slot() -> None:
    slot = slot_of(SECRET)
    assert open_slot(slot, "2468", "home-1", SECRET) == KEY
    assert open_slot(slot, "2469", "home-1", SECRET) is None
    assert open_slot(slot, "2468", "home-1", b"t" * 32) is None
    with pytest.raises(DeviceSecretMissing):
        open_slot(slot, "2468", "home-1", None)


def test_a_slot_made_without_a_secret_ignores_one_that_came_later() -> None:
    assert open_slot(slot_of(None), "2468", "home-1", SECRET) == KEY


def test_a_slot_moved_to_another_home_or_login_opens_nothing() -> None:
    slot = slot_of(None)
    assert open_slot(slot, "2468", "home-2", None) is None
    renamed = KeySlot("lead.test", *(getattr(slot, name) for name in KeySlot.__slots__[1:]))
    assert open_slot(renamed, "2468", "home-1", None) is None


def test_slots_come_back_from_the_file_as_they_were(tmp_path: Path) -> None:
    slots = KeySlots("home-1", (slot_of(SECRET), slot_of(None, "lead.test")), recovery=b"sealed")
    write_slots(tmp_path, slots)
    assert read_slots(tmp_path) == slots


def test_the_file_holds_neither_key_nor_pin(tmp_path: Path) -> None:
    write_slots(tmp_path, KeySlots("home-1", (slot_of(SECRET),)))
    content = (tmp_path / KEYSLOTS_FILE).read_text("utf-8")
    assert KEY.secret.hex() not in content
    assert "2468" not in content


def test_nonsense_and_newer_files_are_told_apart() -> None:
    for nonsense in (b"", b"[]", b'{"format": 1}', b'{"format": "x", "slots": []}'):
        with pytest.raises(JournalDamaged):
            parse_slots(nonsense)
    with pytest.raises(JournalNewer):
        parse_slots(json.dumps({"format": 2, "slots": []}).encode())
