"""Join the hub: turn a code from the supervisor into a device number and keys to trust."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing

from nacl.signing import VerifyKey

from fieldapp.domain.clock import Clock
from fieldapp.journal import asked, hub_link
from fieldapp.journal.home import add_recovery_slot
from fieldapp.journal.hub_link import Attempt, Enrolment
from fieldapp.journal.issuing import issuing_key
from fieldapp.journal.journal import Journal
from fieldapp.journal.keyslots import DataKey, read_slots
from fieldapp.sync.errors import (
    AlreadyEnrolled,
    ConnectionCut,
    HubSilent,
    HubUnreachable,
    NetworkWantsLogin,
    NotJoinedYet,
    SyncError,
    TruncatedReply,
    VersionMismatch,
)
from fieldapp.sync.http_link import HttpLink
from fieldapp.sync.hub_address import parse_hub_url
from fieldapp.sync.joining import join_hub
from fieldapp.sync.letters import read_hello
from fieldapp.sync.link import HubLink
from fieldapp.sync.outcome import ROAD
from fieldapp.sync.pulls import ask_for_membership
from fieldapp.wire.enrol_code import EnrolCode, read_code
from fieldapp.wire.messages import EnrolReply, EnrolRequest
from fieldapp.wire.request_auth import NONCE_BYTES

JOINED = "This laptop joined the hub."
_BROKEN_OFF = (HubUnreachable, HubSilent, ConnectionCut, TruncatedReply)


def enrol(
    journal: Journal,
    hub_url: str,
    code: str,
    ca_pem: str | None,
    clock: Clock,
    *,
    key: DataKey | None = None,
    random: Callable[[int], bytes] = os.urandom,
) -> Enrolment:
    """Join the hub at `hub_url`, whose certificate the authority in `ca_pem` must have signed.

    Joining the same hub again, with a new code, is how a laptop returns that the hub forgot; a
    laptop never changes to another hub, for what the first one confirmed is not there. With
    `key`, the organisation's recovery key opens this home from now on. Nothing is changed unless
    the hub proved that it knows the code. Raises BadCode, WrongCode, AlreadyEnrolled, NotJoinedYet,
    SyncErrors.
    """
    address, read = parse_hub_url(hub_url), read_code(code)
    started_at = clock.now()
    try:
        with closing(HttpLink(address.base, ca_pem)) as link:
            reply = _reply(link, journal, read, random)
            enrolment = keep_enrolment(journal, reply, address.base, ca_pem)
            ask_for_membership(journal, link, clock, random)
    except SyncError as error:
        hub_link.log_attempt(journal, Attempt(started_at, ROAD, error.happened, requests=1))
        raise
    hub_link.log_attempt(journal, Attempt(started_at, ROAD, JOINED, requests=1))
    if key is not None:
        let_recovery_open(journal, key)
    return enrolment


def _reply(
    link: HubLink, journal: Journal, code: EnrolCode, random: Callable[[int], bytes]
) -> EnrolReply:
    """The hub's proven answer. Raises NotJoinedYet where the road was closed or broke off."""
    try:
        _require_same_hub(link, journal, random(NONCE_BYTES))
        return join_hub(link, code, request_of(journal, code.code_id, random(NONCE_BYTES)))
    except _BROKEN_OFF as error:
        raise NotJoinedYet from error


def keep_enrolment(
    journal: Journal, reply: EnrolReply, hub_url: str, ca_pem: str | None
) -> Enrolment:
    """What a hub's proven answer makes of this laptop, by whatever road the answer came."""
    enrolment = _enrolment(reply, hub_url, ca_pem)
    with journal.transaction():
        hub_link.save_enrolment(journal, enrolment)
        issuing_key(journal)  # the hub hears of it before the first card is made
        asked.forget(journal)
    return enrolment


def let_recovery_open(journal: Journal, key: DataKey, *, if_new: bool = False) -> None:
    """From now on the organisation's recovery key opens this home, if its hub has named one.

    `if_new`: only where none opens it yet, as after a pack was taken without the data key."""
    joined = hub_link.enrolment(journal)
    if joined is None or joined.recovery_key is None:
        return
    if not (if_new and read_slots(journal.home).recovery):
        add_recovery_slot(journal.home, key, joined.recovery_key)


def _require_same_hub(link: HubLink, journal: Journal, nonce: bytes) -> None:
    joined = hub_link.enrolment(journal)
    if joined is None:
        return
    try:
        read_hello(VerifyKey(joined.hub_verify_key), link.hello(nonce), nonce)
    except (NetworkWantsLogin, VersionMismatch) as error:
        raise AlreadyEnrolled(hub_url=joined.hub_url) from error


def request_of(journal: Journal, code_id: bytes, nonce: bytes) -> EnrolRequest:
    """What this laptop says of itself when it asks a hub to take it in."""
    team, own_key = journal.team, hub_link.signing_key(journal)
    return EnrolRequest(code_id, bytes(own_key.verify_key), team.name, team.kind, nonce)


def _enrolment(reply: EnrolReply, hub_url: str, ca_pem: str | None) -> Enrolment:
    return Enrolment(
        device=reply.device,
        hub_url=hub_url,
        ca_pem=ca_pem,
        hub_id=reply.hub,
        hub_verify_key=reply.verify_key,
        hub_box_key=reply.box_key,
        recovery_key=reply.recovery_key or None,
        regions=reply.regions,
    )
