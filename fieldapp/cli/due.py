"""`fieldapp export due`: who is due, call results, drop-out, demand; or the list to call from."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from fieldapp.actions.calls.export_due import export_due as write_due
from fieldapp.actions.calls.export_due import whole_list
from fieldapp.actions.moments import site_now
from fieldapp.actions.practice import Practice, practice_on
from fieldapp.cli.opening import OpenHome
from fieldapp.reports.files import write_private


def export_due(at: OpenHome, fmt: str, out: Path, since: date | None) -> int:
    """Write it; returns how many rows, or people on the page. Raises CannotWrite."""
    practice = practice_on(at.journal, at.clock)
    if fmt != "pdf":
        return write_due(practice, fmt, out, since)
    people, page = _page(practice)
    write_private(page, out)
    return people


def _page(practice: Practice) -> tuple[int, bytes]:
    from fieldapp.cli.paper import ready_for_paper
    from fieldapp.ui.print.drawing import pdf_bytes
    from fieldapp.ui.print.due_paper import due_paper
    from fieldapp.ui.print.paper import stamped

    found, needed = whole_list(practice)
    entries = [entry for entry in found.entries if entry.is_open]
    ready_for_paper()
    team, now = practice.journal.team.name, site_now(practice.clock)
    paper = due_paper(entries, needed, practice.catalogue, team, now)
    return len(entries), pdf_bytes(stamped(paper, made_up=practice.journal.team.made_up))
