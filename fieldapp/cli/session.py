"""`fieldapp export session`: the sessions as a table, or the newest as the page that is signed."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path

from fieldapp.actions.consult import Practice
from fieldapp.actions.export_sessions import export_sessions, newest_summary
from fieldapp.actions.programme import load_catalogue, load_programme, load_questions
from fieldapp.cli.opening import OpenHome
from fieldapp.reports.files import write_private


def export_session(at: OpenHome, fmt: str, out: Path, since: date | None) -> int:
    """Write it; returns how many rows, 1 for a page. Raises NoSessionYet, CannotWrite."""
    from fieldapp.cli.laptop import DEFAULT_PROGRAMME

    rules = load_programme(DEFAULT_PROGRAMME)
    practice = Practice(at.journal, load_catalogue(), rules, load_questions(), at.clock)
    if fmt != "pdf":
        return export_sessions(practice, fmt, out, since)
    write_private(_page(practice), out)
    return 1


def _page(practice: Practice) -> bytes:
    from PySide6.QtGui import QGuiApplication

    from fieldapp.ui import language
    from fieldapp.ui.print.drawing import pdf_bytes
    from fieldapp.ui.print.summary_paper import summary_paper

    summary = newest_summary(practice)
    if sys.platform == "linux":
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # a server has no display
    app = QGuiApplication.instance() or QGuiApplication(["fieldapp"])
    language.install(app, language.preferred())
    return pdf_bytes(summary_paper(summary, practice.catalogue))
