from __future__ import annotations

from pathlib import Path

import pytest

from fieldapp.journal.errors import AlreadyOpen, HomeMissing
from fieldapp.journal.process_lock import ProcessLock


def test_one_holds_the_lock_until_it_lets_go(tmp_path: Path) -> None:
    first = ProcessLock(tmp_path)
    with pytest.raises(AlreadyOpen):
        ProcessLock(tmp_path)
    first.release()
    first.release()
    ProcessLock(tmp_path).release()


def test_a_missing_home_has_no_lock(tmp_path: Path) -> None:
    with pytest.raises(HomeMissing):
        ProcessLock(tmp_path / "gone")
