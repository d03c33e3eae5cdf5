"""`fieldapp export doses --format fhir`: plugs the laptop's programme and catalogue in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from fieldapp.actions.export_fhir import export_fhir as write_fhir
from fieldapp.actions.practice import practice_on
from fieldapp.cli.opening import OpenHome


def export_fhir(at: OpenHome, out: Path, since: date | None) -> int:
    """Write it; returns how many records of doses. Raises CannotWrite."""
    return write_fhir(practice_on(at.journal, at.clock), out, since)
