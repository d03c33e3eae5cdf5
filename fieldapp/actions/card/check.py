"""The verb: is this card genuine? Answered without any network, by the newest trust list heard."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from fieldapp.domain.clock import Clock
from fieldapp.journal import hub_link, trusted
from fieldapp.journal.issuing import own_key
from fieldapp.journal.journal import Journal
from fieldapp.wire.dates import from_wall
from fieldapp.wire.errors import Undecodable
from fieldapp.wire.health_card import HealthCard, Opened, open_card
from fieldapp.wire.health_card.keys import thumbprint
from fieldapp.wire.trust import Issuer, TrustList


class CardVerdict(StrEnum):
    """What can be said of a card here and now."""

    VALID = "valid"
    ALTERED = "altered"  # not what was signed: changed, damaged, or no card at all
    UNKNOWN_ISSUER = "unknown-issuer"
    REVOKED_ISSUER = "revoked-issuer"
    TRUST_TOO_OLD = "trust-too-old"  # signed by a laptop that may have been shut out since
    NOT_READABLE = "not-readable"  # genuine, and written in a way that is not known here


@dataclass(frozen=True, slots=True)
class CheckedCard:
    """`card` is what it says: proven where VALID, a claim otherwise, None where nothing can be
    said. `trusted_at` is when the hub issued the list that this answer rests on."""

    verdict: CardVerdict
    card: HealthCard | None = None
    issuer: Issuer | None = None
    trusted_at: datetime | None = None


def check_card(journal: Journal, texts: Iterable[str], clock: Clock) -> CheckedCard:
    """Prove a card, of one code or of all its pieces. Reads only.

    When a card says it was signed decides nothing: whoever holds a laptop writes what they like.
    """
    trust = trusted.trust_list(journal)
    trusted_at = None if trust is None else from_wall(trust.issued)
    try:
        opened = open_card(texts)
    except Undecodable:
        return CheckedCard(CardVerdict.ALTERED, trusted_at=trusted_at)
    issuer, own = _issuer(journal, trust, opened.kid)
    if issuer is None:
        return CheckedCard(CardVerdict.UNKNOWN_ISSUER, _claim(opened), None, trusted_at)
    if not opened.is_signed_by(issuer.key):
        return CheckedCard(CardVerdict.ALTERED, None, issuer, trusted_at)
    card = _claim(opened)
    verdict = CardVerdict.VALID if card else CardVerdict.NOT_READABLE
    if issuer.revoked is not None:
        verdict = CardVerdict.REVOKED_ISSUER
    elif not own and trust is not None and int(clock.now().timestamp()) > trust.until:
        verdict = CardVerdict.TRUST_TOO_OLD
    return CheckedCard(verdict, card, issuer, trusted_at)


def _issuer(journal: Journal, trust: TrustList | None, kid: str) -> tuple[Issuer | None, bool]:
    """Who signs with the key of this name, and whether it is this laptop, which needs no list."""
    listed = [i for i in (trust.issuers if trust else ()) if thumbprint(i.key) == kid]
    shut_out = [issuer for issuer in listed if issuer.revoked is not None]
    if shut_out:
        return shut_out[0], False  # a key that two laptops named is only as good as the worse one
    own, joined = own_key(journal), hub_link.enrolment(journal)
    if own is not None and joined is not None and own.kid == kid:
        return Issuer(joined.device, journal.team.name, own.public), True
    return (listed[0] if listed else None), False


def _claim(opened: Opened) -> HealthCard | None:
    try:
        return opened.read()
    except Undecodable:
        return None
