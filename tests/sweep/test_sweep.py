"""A sample of the sweep: for each deed, one of every kind of call and effect that is not too many.

`python -m tests.sweep` goes through far more.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from tests.sweep.deeds import DEEDS
from tests.sweep.faults import Fault, faults, possible
from tests.sweep.going import planned, strike
from tests.sweep.scene import Scene, make_scene

SAMPLE = 5

pytestmark = pytest.mark.skipif(not possible(), reason="strace is missing or not allowed here")


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    yield make_scene(tmp_path_factory.mktemp("sweep") / "scene")


@pytest.mark.parametrize("deed", DEEDS)
def test_whatever_call_fails_nothing_reported_is_lost_or_doubled(
    deed: str, scene: Scene, tmp_path: Path
) -> None:
    found = planned(deed, scene, tmp_path / "count", each=3)
    assert len(found) > SAMPLE
    chosen = Random(deed).sample(found, SAMPLE)  # the same ones every time
    ended = {str(fault): strike(deed, scene, tmp_path / "try", fault) for fault in chosen}
    assert set(ended.values()) <= {"done", "refused in words", "killed"}, ended


@pytest.mark.parametrize("effect", ["EIO", "KILL"])
def test_a_restore_cut_off_while_its_files_move_in_can_be_given_again(
    effect: str, scene: Scene, tmp_path: Path
) -> None:
    strike("restore", scene, tmp_path / "try", Fault("rename", 3, effect))


def test_faults_are_spread_over_all_calls_and_a_full_disk_only_meets_writers() -> None:
    found = faults({"write": 10, "read": 2}, 2)
    assert Fault("write", 5, "EIO") in found
    assert Fault("write", 10, "ENOSPC") in found
    assert {f.effect for f in found if f.call == "read"} == {"EIO", "KILL"}
    assert {f.effect for f in found if f.call == "mmap"} == {"ENOMEM"}
