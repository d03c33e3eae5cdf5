"""The hub's own key for cards: drawn from its keys, so that a backup brings it back, and listed
with those of laptops, so that every laptop proves what it signed."""

from __future__ import annotations

from fieldapp.hub.keys import HubKeys
from fieldapp.hub.web.sealing import own_key
from fieldapp.wire.health_card.keys import SECRET_BYTES, IssuingKey
from fieldapp.wire.trust import Issuer

HUB_ISSUER = 2**31
"""Stands in the trust list where a laptop's number does; no laptop ever has it."""
_NAME = "中心 Hub"


def issuing_key(keys: HubKeys) -> IssuingKey:
    """With what the hub signs cards."""
    drawn = own_key(keys, b"cards 1") + own_key(keys, b"cards 2")
    return IssuingKey(drawn[:SECRET_BYTES])


def as_issuer(keys: HubKeys) -> Issuer:
    """As the trust list names it. It is never shut out: whoever has the hub's keys could sign a
    list that lets it in again."""
    return Issuer(HUB_ISSUER, _NAME, issuing_key(keys).public)
