"""kill -9 at any moment of recording, in real processes on a real file: nothing said to be saved is
lost, nothing is there twice, and the chain holds. `FIELDAPP_KILLS` sets how often (default 200)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import TypedDict

from fieldapp.journal import doses
from fieldapp.journal.journal import open_journal
from fieldapp.journal.verify import verify
from tests.journal.laptop import Laptop

KILLS = int(os.environ.get("FIELDAPP_KILLS", "200"))


def test_every_dose_reported_saved_survives_kill_9_exactly_once(tmp_path: Path) -> None:
    laptop = Laptop(tmp_path / "home")
    laptop.set_up()
    key = laptop.key()
    told = _under_fire(laptop.home, key.secret.hex())
    assert told["kills"] == KILLS
    assert told["lives"] > KILLS // 2, "the kills came too early to prove anything"
    journal = open_journal(laptop.home, key, laptop.clock)
    try:
        kept = Counter(record.event.event_id.hex() for record in doses.all_records(journal))
        assert verify(journal).problems == ()
    finally:
        journal.close()
    lost = [dose for dose in told["doses"] if kept[dose] == 0]
    doubled = [dose for dose, times in kept.items() if times > 1]
    print(f"{KILLS} kills, {len(told['doses'])} doses reported: {len(lost)} lost, {doubled=}")
    assert (lost, doubled) == ([], [])


class Told(TypedDict):
    """What the killed processes said: ids of the doses reported saved, kills, lives that spoke."""

    doses: list[str]
    kills: int
    lives: int


def _under_fire(home: Path, key_hex: str) -> Told:
    done = subprocess.run(
        [sys.executable, "-m", "tests.journeys.recorder_under_fire", str(home), str(KILLS), "1"],
        input=key_hex + "\n",
        capture_output=True,
        text=True,
        timeout=600,
        check=True,
    )
    told: Told = json.loads(done.stdout)
    return told
