"""Made-up backlog files for the import's tests, and the import as one call."""

from __future__ import annotations

import csv
import uuid
from collections.abc import Callable
from pathlib import Path

from fieldapp.actions.backlog.take_over import TakenOver, take_over
from fieldapp.actions.programme import load_catalogue, load_programme
from fieldapp.journal.journal import Journal
from tests.journal.laptop import NURSE

COLUMNS = (
    "row_uuid", "client_name", "sex", "birth_date", "id_type", "id_number", "phone", "status",
    "reason", "vaccine", "lot", "expiry", "given_at", "site",
)  # fmt: skip


def row(**cells: str) -> dict[str, str]:
    """A good row of a made-up person; cells given here replace its own."""
    good = {
        "row_uuid": str(uuid.uuid4()),
        "client_name": "测试甲",
        "birth_date": "1980-02-03",
        "status": "given",
        "vaccine": "covid-inact-bibp",
        "lot": "TEST-0001",
        "expiry": "2022-01-31",
        "given_at": "2021-04-09T09:00",
    }
    return good | cells


def write(path: Path, *rows: dict[str, str]) -> Path:
    """A CSV file of these rows."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, COLUMNS, restval="")
        writer.writeheader()
        writer.writerows(rows)
    return path


def import_it(
    journal: Journal,
    path: Path,
    *,
    dry_run: bool = False,
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> TakenOver:
    """Import a file by the clock of the journal and the Chinese programme of 2021."""
    return take_over(
        journal,
        path,
        catalogue=load_catalogue(),
        programme=load_programme("cn-nhc-2021-03-29"),
        clock=journal.clock,
        user=NURSE.login,
        dry_run=dry_run,
        progress=progress,
    )
