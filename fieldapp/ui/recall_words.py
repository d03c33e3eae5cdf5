"""Who recalled a lot, when and why, in words: the same at the desk, in the box and in the stock."""

from __future__ import annotations

from datetime import datetime

from fieldapp.actions.open_vial import LotIsRecalled
from fieldapp.domain.errors import FieldAppError
from fieldapp.journal.lots import LotDecision
from fieldapp.ui.error_words import advice, in_words
from fieldapp.ui.language import day
from fieldapp.ui.stock.words import reason_words
from fieldapp.ui.words import sentences, tr


def recall_words(recall: LotDecision, site: datetime) -> str:
    """One sentence; `site` is the site's own time, aware."""
    why = reason_words(recall.reason) or recall.note or tr("no reason was written down")
    if recall.reason and recall.note:
        why = tr("{why} ({note})").format(why=why, note=recall.note)
    words = (
        tr("Lot {lot} was recalled by the hub on {day}: {why}.")
        if recall.from_hub
        else tr("Lot {lot} was recalled here on {day}: {why}.")
    )
    when = day(recall.at.astimezone(site.tzinfo).date())
    return words.format(lot=recall.lot_number, day=when, why=why)


def fault_words(error: FieldAppError, site: datetime) -> str:
    """What happened, what is safe, what to do now; of a recalled lot with who recalled it."""
    if isinstance(error, LotIsRecalled):
        return sentences(recall_words(error.recall, site), advice(error))
    return in_words(error)
