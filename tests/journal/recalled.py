"""A made-up hub that recalls lots, past any road: what a laptop does then is asked elsewhere."""

from __future__ import annotations

from fieldapp.journal.journal import Journal
from fieldapp.journal.recalls import recall_list, store_recalls
from fieldapp.wire.recalls import Recall, RecallList, sign_recalls
from tests.journal.hub import ENROLMENT, HUB_KEY, enrol

AT_S = 1_627_700_000
"""31 July 2021, 02:53 UTC."""


def hub_recalls(
    journal: Journal, *lots: tuple[str, str], reason: str = "quality", note: str = "Notice 4"
) -> None:
    """From now on these are recalled by the hub, and no others."""
    enrol(journal)
    known = recall_list(journal)
    version = 1 if known is None else known.version + 1
    recalls = tuple(Recall(*lot, AT_S, reason, note) for lot in lots)
    listed = RecallList(ENROLMENT.hub_id, version, AT_S, recalls)
    store_recalls(journal, sign_recalls(listed, HUB_KEY))
