from __future__ import annotations

import stat
from pathlib import Path

import pytest
from nacl.public import PrivateKey

from fieldapp.journal.device_secrets import NoSecrets
from fieldapp.journal.errors import (
    DeviceSecretMissing,
    HomeMissing,
    HomeNotEmpty,
    JournalDamaged,
    PinTooShort,
    RecoveryImpossible,
    TooManyTries,
    UserExists,
    UserUnknown,
    WrongPin,
)
from fieldapp.journal.home import (
    STRONG,
    NewUser,
    add_recovery_slot,
    add_user,
    change_pin,
    create_home,
    home_exists,
    remove_user,
    rename_user,
    unlock,
    unlock_with_recovery,
    users_of,
)
from fieldapp.journal.journal import JOURNAL_FILE
from fieldapp.journal.keyslots import KEYSLOTS_FILE
from fieldapp.journal.staff import all_staff
from tests.journal.laptop import LEAD, NURSE, PIN, TEAM, WEAK, FakeClock, Laptop, MemorySecrets


def test_a_new_home_knows_its_users_locked_and_open(laptop: Laptop) -> None:
    assert [user.login for user in users_of(laptop.home)] == [NURSE.login, LEAD.login]
    staff = all_staff(laptop.open())
    assert {(user.login, user.role) for user in staff} == {
        (NURSE.login, "recorder"),
        (LEAD.login, "lead"),
    }


def test_each_user_has_a_pin_of_their_own_to_the_same_records(laptop: Laptop) -> None:
    lead = unlock(laptop.home, LEAD.login, LEAD.pin, laptop.secrets, laptop.clock)
    assert lead == laptop.key()
    with pytest.raises(WrongPin):
        unlock(laptop.home, LEAD.login, PIN, laptop.secrets, laptop.clock)


def test_the_cost_of_a_try_is_what_the_design_says() -> None:
    assert (STRONG.memory_kib, STRONG.passes, STRONG.lanes) == (256 * 1024, 3, 4)


def test_a_folder_with_anything_in_it_is_refused(tmp_path: Path) -> None:
    (tmp_path / "holiday.jpg").write_bytes(b"x")
    with pytest.raises(HomeNotEmpty):
        create_home(tmp_path, TEAM, [NURSE], MemorySecrets(), FakeClock(), kdf=WEAK)
    assert [file.name for file in tmp_path.iterdir()] == ["holiday.jpg"]


def test_an_existing_home_is_never_made_anew(laptop: Laptop) -> None:
    before = (laptop.home / KEYSLOTS_FILE).read_bytes()
    with pytest.raises(HomeNotEmpty):
        laptop.set_up()
    assert (laptop.home / KEYSLOTS_FILE).read_bytes() == before


def test_an_empty_folder_is_taken_and_nobody_else_may_look_into_it(tmp_path: Path) -> None:
    home = tmp_path / "empty"
    home.mkdir(mode=0o755)
    create_home(home, TEAM, [NURSE], MemorySecrets(), FakeClock(), kdf=WEAK)
    assert home_exists(home)
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) & 0o077 for file in home.iterdir()} == {0}


def test_a_refused_pin_leaves_no_half_made_home(tmp_path: Path) -> None:
    user = NewUser("nurse.test", "Nurse Test", "recorder", "1234567")
    with pytest.raises(PinTooShort, match="at least 8 characters"):
        create_home(tmp_path / "home", TEAM, [user], NoSecrets(), FakeClock(), kdf=WEAK)
    assert not (tmp_path / "home").exists()


def test_a_short_pin_is_enough_only_with_a_key_ring(tmp_path: Path) -> None:
    user = NewUser("nurse.test", "Nurse Test", "recorder", "1234")
    secrets, clock = MemorySecrets(), FakeClock()
    create_home(tmp_path / "home", TEAM, [user], secrets, clock, kdf=WEAK)
    unlock(tmp_path / "home", user.login, "1234", secrets, clock)
    with pytest.raises(DeviceSecretMissing):
        unlock(tmp_path / "home", user.login, "1234", NoSecrets(), clock)


def test_a_long_pin_works_without_a_key_ring(tmp_path: Path) -> None:
    clock = FakeClock()
    create_home(tmp_path / "home", TEAM, [NURSE], NoSecrets(), clock, kdf=WEAK)
    unlock(tmp_path / "home", NURSE.login, PIN, NoSecrets(), clock)


def test_two_users_of_one_login_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UserExists):
        create_home(tmp_path / "h", TEAM, [NURSE, NURSE], MemorySecrets(), FakeClock(), kdf=WEAK)


def test_after_three_wrong_pins_even_the_right_one_must_wait(laptop: Laptop) -> None:
    for expected_wait in (0, 0, 8):
        with pytest.raises(WrongPin) as refused:
            unlock(laptop.home, NURSE.login, "wrong", laptop.secrets, laptop.clock)
        assert refused.value.details["wait_s"] == expected_wait
    with pytest.raises(TooManyTries, match="8 seconds"):
        laptop.key()
    laptop.clock.pass_s(8)
    laptop.key()


def test_an_unknown_login_and_a_missing_home_say_so(laptop: Laptop, tmp_path: Path) -> None:
    with pytest.raises(UserUnknown):
        unlock(laptop.home, "stranger.test", PIN, laptop.secrets, laptop.clock)
    with pytest.raises(HomeMissing):
        users_of(tmp_path / "nowhere")
    (laptop.home / JOURNAL_FILE).rename(tmp_path / "kept.db")
    with pytest.raises(HomeMissing, match=JOURNAL_FILE):
        laptop.key()


def test_damaged_key_slots_are_not_guessed_at(laptop: Laptop) -> None:
    (laptop.home / KEYSLOTS_FILE).write_bytes(b'{"format": 1, "slots": [{}]}')
    with pytest.raises(JournalDamaged):
        users_of(laptop.home)


def test_a_user_can_be_added_and_a_pin_changed(laptop: Laptop) -> None:
    key = laptop.key()
    extra = NewUser("extra.test", "Extra Test", "recorder", "extra-pin")
    add_user(laptop.home, key, extra, laptop.secrets, kdf=WEAK)
    with pytest.raises(UserExists):
        add_user(laptop.home, key, extra, laptop.secrets, kdf=WEAK)
    assert unlock(laptop.home, extra.login, extra.pin, laptop.secrets, laptop.clock) == key
    change_pin(laptop.home, key, NURSE.login, "another-pin", laptop.secrets, kdf=WEAK)
    with pytest.raises(WrongPin):
        laptop.key()
    assert unlock(laptop.home, NURSE.login, "another-pin", laptop.secrets, laptop.clock) == key
    with pytest.raises(UserUnknown):
        change_pin(laptop.home, key, "stranger.test", "another-pin", laptop.secrets, kdf=WEAK)


def test_the_organisation_can_open_a_home_whose_pins_are_lost(laptop: Laptop) -> None:
    organisation = PrivateKey.generate()
    key = laptop.key()
    with pytest.raises(RecoveryImpossible):
        unlock_with_recovery(laptop.home, bytes(organisation))
    add_recovery_slot(laptop.home, key, bytes(organisation.public_key))
    assert unlock_with_recovery(laptop.home, bytes(organisation)) == key
    with pytest.raises(RecoveryImpossible):
        unlock_with_recovery(laptop.home, bytes(PrivateKey.generate()))


def test_a_key_and_a_pin_are_never_shown(laptop: Laptop) -> None:
    key = laptop.key()
    assert key.secret.hex() not in repr(key)
    assert PIN not in repr(NURSE)


def test_another_name_and_role_leave_the_pin_and_the_order_as_they_are(laptop: Laptop) -> None:
    rename_user(laptop.home, NURSE.login, "Nurse Renamed", "lead")
    first, second = users_of(laptop.home)
    assert (first.login, first.name, first.role) == (NURSE.login, "Nurse Renamed", "lead")
    assert second.login == LEAD.login
    laptop.key()
    with pytest.raises(UserUnknown):
        rename_user(laptop.home, "nobody", "Nobody", "lead")


def test_who_was_removed_opens_nothing_and_the_others_do(laptop: Laptop) -> None:
    for _ in ("once", "safe to repeat"):
        remove_user(laptop.home, NURSE.login)
    assert [user.login for user in users_of(laptop.home)] == [LEAD.login]
    with pytest.raises(UserUnknown):
        laptop.key()
    unlock(laptop.home, LEAD.login, LEAD.pin, laptop.secrets, laptop.clock)
