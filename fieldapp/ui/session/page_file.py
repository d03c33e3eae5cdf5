"""Writes the page of the newest session to a file. Works in any thread."""

from __future__ import annotations

from pathlib import Path

from fieldapp.actions.consult import Practice
from fieldapp.actions.export_sessions import newest_summary
from fieldapp.reports.files import write_private
from fieldapp.ui.print.drawing import pdf_bytes
from fieldapp.ui.print.summary_paper import summary_paper


def write_page(practice: Practice, folder: Path) -> Path:
    """The page of the open session, or of the last one, as PDF; returns where it is.

    Raises NoSessionYet, CannotWrite.
    """
    paper = summary_paper(newest_summary(practice), practice.catalogue)
    file = folder / f"{paper.stem}.pdf"
    write_private(pdf_bytes(paper), file)
    return file
