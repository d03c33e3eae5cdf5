"""The hub: whether this laptop has joined it, how long its certificate holds, when it answered."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from datetime import UTC, datetime

from fieldapp.actions.doctor.finding import Finding, Light
from fieldapp.actions.practice import Practice
from fieldapp.domain.errors import FieldAppError
from fieldapp.journal import hub_link
from fieldapp.sync.tls import one_authority_context

SOON_DAYS = 30
DAY_S = 24 * 3600


class NotJoined(Finding):
    check = "Hub"
    light = Light.AMBER
    happened = "This laptop has not joined a hub yet."
    next_step = "Ask your supervisor for a code, and join: fieldapp enrol."


class HubReached(Finding):
    check = "Hub"
    happened = "The hub last answered {age} ago."


class HubNeverReached(Finding):
    check = "Hub"
    light = Light.AMBER
    happened = "The hub has not answered since this laptop joined."
    next_step = "Try it in the sync room when a network is there."


class HubSilent(Finding):
    check = "Hub"
    light = Light.AMBER
    happened = "The hub last answered {age} ago."
    next_step = "Try it in the sync room when a network is there; until then, use a USB stick."


class CertificateHolds(Finding):
    check = "Certificate"
    happened = "The hub's certificate authority is valid until {day}."


class CertificateEndsSoon(Finding):
    check = "Certificate"
    light = Light.AMBER
    happened = "The hub's certificate authority ends on {day}."
    next_step = "Ask your supervisor for the new certificate file before that day."


class CertificateEnded(Finding):
    check = "Certificate"
    light = Light.RED
    happened = "The hub's certificate authority ended on {day}: no network can reach the hub now."
    next_step = "Check this laptop's date; if it is right, ask for the new certificate file."


class CertificateUnreadable(Finding):
    check = "Certificate"
    light = Light.RED
    happened = "The certificate of the hub's organisation cannot be read."
    next_step = "Ask your supervisor for the certificate file and join again."


def look_at_road(practice: Practice) -> Iterator[Finding]:
    """Reads what is known; asks nobody, so it works without a network."""
    joined, now = hub_link.enrolment(practice.journal), practice.clock.now()
    if joined is None:
        yield NotJoined()
        return
    yield _reach(hub_link.last_contact(practice.journal), now)
    if joined.ca_pem is not None:
        yield certificate(joined.ca_pem, now)


def certificate(ca_pem: str, now: datetime) -> Finding:
    """How long the authority that this laptop trusts is still valid: the first of its certificates
    to end counts."""
    try:
        held = one_authority_context(ca_pem).get_ca_certs()
        ends = [ssl.cert_time_to_seconds(str(one["notAfter"])) for one in held]
        first = datetime.fromtimestamp(min(ends), UTC)
    except (FieldAppError, ValueError, KeyError):
        return CertificateUnreadable()
    left_s = (first - now).total_seconds()
    if left_s <= 0:
        return CertificateEnded(day=first.date())
    kind = CertificateEndsSoon if left_s < SOON_DAYS * DAY_S else CertificateHolds
    return kind(day=first.date())


def _reach(last: datetime | None, now: datetime) -> Finding:
    if last is None:
        return HubNeverReached()
    age = max(0, int((now - last).total_seconds()))
    return HubReached(age_s=age) if age < DAY_S else HubSilent(age_s=age)
