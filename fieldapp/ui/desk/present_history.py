"""Says how well a history is known: as of when, and from where."""

from __future__ import annotations

from datetime import datetime

from fieldapp.actions.known_history import History, Source
from fieldapp.ui.desk.words import short_finding_words, source_words
from fieldapp.ui.language import day
from fieldapp.ui.language import moment as moment_words
from fieldapp.ui.words import sentences, tr


def known_words(history: History, now: datetime) -> str:
    """One line. Its moment is that of the newest source: later doses nobody here can know."""
    if not history.known:
        ask = tr("History: unknown here. Ask: any dose before, anywhere?")
        if history.locked_since is None:
            return ask
        since = day(history.locked_since.date())
        return sentences(ask, tr("The roster is locked since {day}: sync.").format(day=since))
    if [origin.source for origin in history.known] != [Source.OWN]:
        sources = tr(", ").join(source_words(origin.source) for origin in history.known)
        when = moment_words(history.known[0].as_of, now)
        return tr("Known as of {when} from {sources}").format(when=when, sources=sources)
    if history.known_as_of is None:
        return tr("History from this laptop’s own records; it never reached the hub")
    since = moment_words(history.known_as_of, now)
    return tr("History from this laptop’s own records; hub last reached {when}").format(when=since)


def notice_words(history: History) -> str:
    """What the hub found about this person, the first of it; "" when nothing."""
    return short_finding_words(history.findings[0]) if history.findings else ""
