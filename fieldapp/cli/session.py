"""`fieldapp export session`: the sessions as a table, or the newest as the page that is signed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from fieldapp.actions.export_sessions import export_sessions, newest_summary
from fieldapp.actions.practice import Practice, practice_on
from fieldapp.cli.opening import OpenHome
from fieldapp.reports.files import write_private


def export_session(at: OpenHome, fmt: str, out: Path, since: date | None) -> int:
    """Write it; returns how many rows, 1 for a page. Raises NoSessionYet, CannotWrite."""
    practice = practice_on(at.journal, at.clock)
    if fmt != "pdf":
        return export_sessions(practice, fmt, out, since)
    write_private(_page(practice), out)
    return 1


def _page(practice: Practice) -> bytes:
    from fieldapp.cli.paper import ready_for_paper
    from fieldapp.ui.print.drawing import pdf_bytes
    from fieldapp.ui.print.paper import stamped
    from fieldapp.ui.print.summary_paper import summary_paper

    summary = newest_summary(practice)
    ready_for_paper()
    paper = summary_paper(summary, practice.catalogue)
    return pdf_bytes(stamped(paper, made_up=practice.journal.team.made_up))
