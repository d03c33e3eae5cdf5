"""Why nothing is taken from a card, in words: what it is, what is safe, what to do now."""

from __future__ import annotations

from datetime import UTC, datetime

from fieldapp.actions.card.check import CardVerdict, CheckedCard
from fieldapp.domain.errors import FieldAppError


class CardRefused(FieldAppError):
    """A card that is not proven."""

    safe = "Nothing was taken from it."


class CardAltered(CardRefused):
    """Some bit of it is not what was signed."""

    happened = "This card was altered or is damaged: it is not what was signed."
    next_step = "Scan it once more. If it is refused again, ask for another proof."


class IssuerUnknown(CardRefused):
    """Another hub's card, or one of a laptop that this one has not heard of yet."""

    happened = "Nobody whom this laptop knows has signed this card."
    next_step = (
        "If a team of ours made it, sync and scan it again. "
        "Otherwise enter what it says with F4, as from paper."
    )


class IssuerShutOut(CardRefused):
    """A laptop that was lost or stolen signed it, or somebody who has its key."""

    happened = "The laptop of {team} that signed this card was shut out on {day}."
    safe = "Nothing was taken from it: whoever has that laptop can sign anything, with any date."
    next_step = "Ask for another proof of the dose, and tell your supervisor about this card."


class TrustTooOld(CardRefused):
    """The signature holds; whether its laptop was shut out since, nobody here can say."""

    happened = "This laptop has not heard since {day} which laptops were shut out."
    safe = "The card’s signature holds, but nothing was taken from it."
    next_step = "Sync, then scan it again. Until then enter what it says with F4, as from paper."


class CardNewer(CardRefused):
    """Signed by one of our own, in a form that this program does not know."""

    happened = "This card is genuine, and a newer program than this one made it."
    next_step = "Update the program when you can. Until then enter what the paper says with F4."


def refusal_of(checked: CheckedCard) -> CardRefused | None:
    """What to say of a card that is not proven; None for one that is."""
    match checked.verdict:
        case CardVerdict.VALID:
            return None
        case CardVerdict.ALTERED:
            return CardAltered()
        case CardVerdict.UNKNOWN_ISSUER:
            return IssuerUnknown()
        case CardVerdict.REVOKED_ISSUER:
            return IssuerShutOut(team=_team(checked), day=_revoked_on(checked))
        case CardVerdict.TRUST_TOO_OLD:
            return TrustTooOld(day=_day(checked.trusted_at))
        case CardVerdict.NOT_READABLE:
            return CardNewer()


def _team(checked: CheckedCard) -> str:
    return checked.issuer.name if checked.issuer else ""


def _revoked_on(checked: CheckedCard) -> str:
    since = checked.issuer.revoked if checked.issuer else None
    return _day(None if since is None else datetime.fromtimestamp(since, UTC))


def _day(moment: datetime | None) -> str:
    return "" if moment is None else moment.date().isoformat()
