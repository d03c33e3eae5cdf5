"""Puts a checked card into words: why nothing was taken from it, what it claims, what was added."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fieldapp.actions.card.check import CardVerdict, CheckedCard
from fieldapp.actions.card.refusals import CardRefused
from fieldapp.actions.card.take_over import TakenOver
from fieldapp.domain.birth_date import Precision
from fieldapp.domain.vaccine import Catalogue
from fieldapp.ui.desk.state import CardState, VerdictState
from fieldapp.ui.error_words import in_words
from fieldapp.ui.language import day
from fieldapp.ui.words import sentences, tr
from fieldapp.wire.health_card import CardDose, HealthCard
from fieldapp.wire.health_card.codes import product_of

_LOOKS = {
    CardVerdict.ALTERED: ("stop", "octagon-x"),
    CardVerdict.UNKNOWN_ISSUER: ("wait", "circle-question-mark"),
    CardVerdict.REVOKED_ISSUER: ("stop", "octagon-x"),
    CardVerdict.TRUST_TOO_OLD: ("wait", "clock"),
    CardVerdict.NOT_READABLE: ("info", "download"),
}
_CLAIMING = (CardVerdict.UNKNOWN_ISSUER, CardVerdict.TRUST_TOO_OLD)
_MOST_LINES = 6


def refused_card(found: CheckedCard, refused: CardRefused, catalogue: Catalogue) -> CardState:
    """What the page says. A card that was altered, or that anybody may have signed, claims nothing
    that is worth reading."""
    tone, icon = _LOOKS[found.verdict]
    verdict = VerdictState(tone, icon, verdict_title(found.verdict), in_words(refused))
    if found.card is None or found.verdict not in _CLAIMING:
        return CardState(verdict)
    return CardState(verdict, tuple(_claims(found.card, catalogue)))


def verdict_title(verdict: CardVerdict) -> str:
    """The verdict in two or three words."""
    return {
        CardVerdict.VALID: tr("Valid card"),
        CardVerdict.ALTERED: tr("Altered card"),
        CardVerdict.UNKNOWN_ISSUER: tr("Unknown issuer"),
        CardVerdict.REVOKED_ISSUER: tr("Issuer shut out"),
        CardVerdict.TRUST_TOO_OLD: tr("Trust list too old"),
        CardVerdict.NOT_READABLE: tr("Newer card"),
    }[verdict]


def _claims(card: HealthCard, catalogue: Catalogue) -> Iterator[str]:
    born = tr("born {day}").format(day=_born(card)) if card.born else ""
    yield " · ".join(part for part in (card.name, born) if part)
    for dose in card.doses[-_MOST_LINES:]:
        yield dose_words(dose, catalogue)


def _born(card: HealthCard) -> str:
    to_the_day = card.birth_known_to is Precision.DAY and card.birth_date is not None
    return day(card.birth_date) if to_the_day and card.birth_date else card.born


def dose_words(dose: CardDose, catalogue: Catalogue) -> str:
    """Day, product, lot and giver, as far as the card says."""
    lot = tr("Lot {lot}").format(lot=dose.lot) if dose.lot else ""
    parts = (day(dose.day), _product(dose, catalogue), lot, dose.giver)
    return " · ".join(part for part in parts if part)


def _product(dose: CardDose, catalogue: Catalogue) -> str:
    """As people call it; a product that is not listed by its code."""
    vaccine = product_of(catalogue, dose.codes)
    if vaccine is not None:
        return vaccine.short_name
    system, code = dose.codes[0] if dose.codes else ("", "?")
    return f"CVX {code}" if system.endswith("/cvx") else code


def taken_words(team: str, taken: TakenOver, catalogue: Catalogue) -> tuple[str, str]:
    """What became of a valid card, and its tone."""
    head = tr("Valid card, signed by {team}.").format(team=team)
    words = [head, tr("Doses added to the history: {n}.").format(n=taken.added)]
    if not taken.added:
        words = [head, tr("Nothing is new: its doses are in the history already.")]
    if taken.unknown:
        listed = _listed(taken.unknown, catalogue)
        words.append(tr("Not in the catalogue, enter with F4: {doses}.").format(doses=listed))
    if taken.impossible:
        listed = _listed(taken.impossible, catalogue)
        words.append(tr("Left out, the day cannot be: {doses}.").format(doses=listed))
    if (taken.unknown or taken.impossible) and not (taken.added or taken.known):
        del words[1]
    return sentences(*words), "wait" if taken.unknown or taken.impossible else "ok"


def _listed(doses: Iterable[CardDose], catalogue: Catalogue) -> str:
    return "; ".join(dose_words(dose, catalogue) for dose in doses)
