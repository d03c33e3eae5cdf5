"""The demo day as a person would start it: one command, a real hub process, real windows."""

from __future__ import annotations

import csv
import os
import re
import subprocess
import sys
from pathlib import Path


def test_the_demo_day_ends_with_every_dose_confirmed_and_nothing_unaccounted(
    tmp_path: Path,
) -> None:
    small_day = ["demo", "--headless", "--clients", "14", "--seed", "7"]
    done = subprocess.run(
        [sys.executable, "-m", "fieldapp", *small_day, "--out", str(tmp_path / "out")],
        capture_output=True,
        text=True,
        timeout=300,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == "", "a newcomer reads the demo's words alone"
    said = re.search(r"recorded (\d+) = waiting 0 \+ confirmed (\d+)", done.stdout)
    assert said is not None, done.stdout
    assert said[1] == said[2]
    assert "0 unaccounted" in done.stdout
    receipts = re.search(r"(\d+) receipts", done.stdout)
    foreign = re.search(r"(\d+)  a foreign visitor", done.stdout)
    assert receipts is not None and foreign is not None
    assert receipts[1] == foreign[1]
    closed = re.search(r"(\d+) loaded = (\d+) given \+ (\d+) wasted \+ (\d+) returned", done.stdout)
    assert closed is not None, done.stdout
    loaded, *rest = map(int, closed.groups())
    assert loaded == sum(rest)
    assert len(list((tmp_path / "out").glob("*.png"))) >= 10
    (log,) = (tmp_path / "out").glob("sync-log-*.csv")
    with log.open(encoding="utf-8-sig", newline="") as stream:
        *_, total = csv.DictReader(stream)
    assert (total["line"], total["waiting"], total["unaccounted"]) == ("sum", "0", "0")
