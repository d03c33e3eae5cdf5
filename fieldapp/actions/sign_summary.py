"""The verb: the laptop signs a session's summary, and says how far its journal had come."""

from __future__ import annotations

from dataclasses import replace

from fieldapp.journal import hub_link
from fieldapp.journal.journal import Journal
from fieldapp.reports.session_summary import Seal, SessionSummary, statement
from fieldapp.wire.statement import sign_statement


def sign_summary(journal: Journal, summary: SessionSummary) -> SessionSummary:
    """The summary with the laptop's seal under all its counts, for the journal's end as of now."""
    head, joined = journal.head(), hub_link.enrolment(journal)
    line = statement(summary, head.seq, head.hash)
    signature = sign_statement(line, hub_link.signing_key(journal))
    device = joined.device if joined else 0
    return replace(summary, seal=Seal(device, head.seq, head.hash, signature))
