"""`fieldapp export doses --format fhir`: plugs the laptop's programme and catalogue in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from fieldapp.actions.export_fhir import export_fhir as write_fhir
from fieldapp.actions.practice import Practice
from fieldapp.actions.programme import load_catalogue, load_programme, load_questions
from fieldapp.cli.opening import OpenHome


def export_fhir(at: OpenHome, out: Path, since: date | None) -> int:
    """Write it; returns how many records of doses. Raises CannotWrite."""
    from fieldapp.cli.laptop import DEFAULT_PROGRAMME

    rules = load_programme(DEFAULT_PROGRAMME)
    practice = Practice(at.journal, load_catalogue(), rules, load_questions(), at.clock)
    return write_fhir(practice, out, since)
