"""The verb: a file for somebody far away who helps, with nothing in it about anybody.

Only what is listed here goes in, field by field: counts, versions, lights, codes, times. No name,
no document, no phone, no login, no path, no address, no lot, no text that anybody typed.
"""

from __future__ import annotations

import json
import platform
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from fieldapp import __version__
from fieldapp.actions.doctor.finding import Detail, Finding
from fieldapp.actions.practice import Practice
from fieldapp.actions.which_build import stamp
from fieldapp.journal import hub_link
from fieldapp.journal.database import file_errors, sqlcipher
from fieldapp.journal.entries import epochs
from fieldapp.journal.incidents import incidents
from fieldapp.journal.tally import tally

FORMAT = 1
_DETAILS = (
    "age_s", "day", "doses", "edition", "event", "events", "free_bytes", "percent", "programme",
    "reserve_bytes", "sqlite", "times", "version",
)  # fmt: skip
_COUNTS = (
    "recorded", "waiting", "confirmed", "durable", "counted", "contested", "quarantined", "voided",
    "erased", "clients", "doses", "entries", "entries_waiting", "oldest_waiting_s",
)  # fmt: skip
_MOST_ATTEMPTS = 50


def write_support_file(practice: Practice, findings: Sequence[Finding], file: Path) -> None:
    """Write it, readable for whoever wants to look first. Raises DiskFull, HomeReadOnly."""
    text = json.dumps(support(practice, findings), indent=1, ensure_ascii=False)
    with file_errors(file.name):
        file.write_text(f"{text}\n", encoding="utf-8")


def support(practice: Practice, findings: Sequence[Finding]) -> dict[str, object]:
    """What goes into it."""
    return {
        "format": FORMAT,
        "written": practice.clock.now().isoformat(timespec="seconds"),
        "program": _program(practice),
        "findings": [_finding(finding) for finding in findings],
        "journal": _journal(practice),
        "attempts": _attempts(practice),
    }


def _program(practice: Practice) -> dict[str, object]:
    return {
        "fieldapp": __version__,
        "commit": stamp().get("commit"),
        "python": platform.python_version(),
        "sqlite": sqlcipher().sqlite_version,
        "system": platform.system(),
        "release": platform.release(),
        "machine": platform.machine(),
        "bundled": bool(getattr(sys, "frozen", False)),
        "programme": practice.programme.id,
        "edition": practice.programme.edition,
    }


def _finding(finding: Finding) -> dict[str, object]:
    told = {name: _plain(value) for name, value in finding.details.items() if name in _DETAILS}
    return {"code": finding.code, "light": finding.light.value, **told}


def _plain(value: Detail) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _journal(practice: Practice) -> dict[str, object]:
    journal, clock = practice.journal, practice.clock
    now, head, joined = tally(journal, clock.now()), journal.head(), hub_link.enrolment(journal)
    return {
        **{name: getattr(now, name) for name in _COUNTS},
        "device": joined.device if joined else 0,
        "epochs": len(epochs(journal.db)),
        "epoch": head.epoch.hex(),
        "head_seq": head.seq,
        "head_hash": head.hash.hex(),
        "utc_offset_min": clock.utc_offset_min(),
        "clock_doubtful": journal.clock_doubtful,
        "incidents": [
            {"at": one.at.isoformat(), "reason": one.reason, "before": one.before}
            for one in incidents(journal)
        ],
    }


def _attempts(practice: Practice) -> list[dict[str, object]]:
    """When, by which road, how much; what happened is told by numbers alone."""
    return [
        {
            "started": one.started_at.isoformat(timespec="seconds"),
            "road": one.road,
            "requests": one.requests,
            "bytes_out": one.bytes_out,
            "bytes_in": one.bytes_in,
            "duration_ms": one.duration_ms,
            "doses_sent": one.doses_sent,
            "doses_confirmed": one.doses_confirmed,
        }
        for one in hub_link.attempts(practice.journal, _MOST_ATTEMPTS)
    ]
