"""Promises about making one hub from several programs."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from fieldapp.hub.file_lock import file_lock, lock_if_free
from fieldapp.hub.keys import HubKeys
from fieldapp.hub.making import open_or_make


def test_several_programs_make_one_hub(tmp_path: Path) -> None:
    def make(_: int) -> HubKeys:
        store = open_or_make(tmp_path / "hub")
        store.close()
        return store.keys

    with ThreadPoolExecutor(4) as pool:
        keys = list(pool.map(make, range(8)))
    assert all(one == keys[0] for one in keys)


def test_the_lock_is_free_after_its_holder(tmp_path: Path) -> None:
    for _ in range(2):
        with file_lock(tmp_path):
            pass


def test_who_does_not_wait_learns_whether_it_is_free(tmp_path: Path) -> None:
    with file_lock(tmp_path, "x.lock"), lock_if_free(tmp_path, "x.lock") as free:
        assert not free
    with lock_if_free(tmp_path, "x.lock") as free:
        assert free
