"""The column of the call list that says whether the person was written to, and what lies behind it.

Three answers are never mixed up: a message was sent, none was, or nothing of it is known here.
"""

from __future__ import annotations

from datetime import datetime

from fieldapp.actions.calls.call_list import Entry
from fieldapp.domain.call import Outcome, Step
from fieldapp.domain.message import Fate
from fieldapp.ui.calls.words import NOT_KNOWN, as_told, fate_words, message_words
from fieldapp.ui.words import tr

_GONE_OUT = (Fate.SENT, Fate.DELIVERED)


def message_column(entry: Entry) -> str:
    """As few words as the column holds; of who cannot be written to, why."""
    if entry.plan.step is Step.NO_PHONE:
        wrong = entry.plan.why == Outcome.WRONG_NUMBER
        return tr("wrong number") if wrong else tr("no phone")
    sent = entry.message
    if sent is not None and (sent.fate in _GONE_OUT or not entry.wants_no_messages):
        return fate_words(sent)
    if entry.wants_no_messages:
        return tr("opted out")
    return NOT_KNOWN if entry.messages is None else tr("none")


def message_sentence(entry: Entry, now: datetime) -> str:
    """The same in whole, with as of when the hub told."""
    parts = []
    if entry.message is not None:
        parts.append(message_words(entry.message))
    if entry.wants_no_messages:
        parts.append(tr("Wants no messages"))
    if entry.messages is None:
        parts.append(tr("Unknown here whether the hub wrote: it comes with the roster, by a sync"))
    else:
        if not parts:
            parts.append(tr("No message about this dose"))
        parts.append(as_told(entry.messages, now))
    return " · ".join(parts)
