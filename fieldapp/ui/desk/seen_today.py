"""How the desk says that another lane vaccinated this person today: amber, with time and team."""

from __future__ import annotations

from dataclasses import replace

from fieldapp.domain.schedule.advice import Advice, Verdict
from fieldapp.domain.vaccine import Catalogue
from fieldapp.journal.sightings import Sighting
from fieldapp.ui.desk.state import VerdictState
from fieldapp.ui.words import sentences, tr

_WOULD_GIVE = (Verdict.GIVE, Verdict.ASK)


def with_sighting(
    base: VerdictState, advice: Advice, seen: Sighting | None, catalogue: Catalogue
) -> VerdictState:
    """The verdict with what the other lane did; it is the answer where a dose would be given."""
    if seen is None:
        return base
    words = seen_words(seen, catalogue)
    if advice.verdict not in _WOULD_GIVE:
        return replace(base, reason=sentences(base.reason, words))
    words = sentences(words, _ask(seen))
    return VerdictState("wait", "triangle-alert", _title(seen), words, base.rule)


def new_here_but_seen(
    base: VerdictState, seen: Sighting | None, catalogue: Catalogue
) -> VerdictState:
    """The banner over the form of somebody new whom the other lane knows."""
    if seen is None:
        return base
    words = sentences(seen_words(seen, catalogue), _ask(seen))
    return VerdictState("wait", "triangle-alert", _title(seen), words, base.rule)


def seen_words(seen: Sighting, catalogue: Catalogue) -> str:
    """Who gave what, when."""
    time = f"{seen.minute // 60:02}:{seen.minute % 60:02}"
    product = catalogue.short_name(seen.vaccine)
    if seen.sure:
        words = tr("{team} gave this person {product} at {time} today.")
    else:
        words = tr("{team} gave {product} at {time} today to somebody of this name.")
    return words.format(team=seen.team, product=product, time=time)


def _title(seen: Sighting) -> str:
    return tr("Already seen today") if seen.sure else tr("Perhaps seen today")


def _ask(seen: Sighting) -> str:
    if seen.sure:
        return tr("Ask before you give another dose.")
    return tr("Ask whether it is the same person.")
