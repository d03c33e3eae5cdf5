"""The trust list as this hub publishes it: signed anew whenever it changes, and once a day.

Versions begin at this hub's clock and count up, so that a hub put back from a backup goes on above
what it published before. The list last signed is kept: while the tables are being folded anew, no
key drops out of it.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from fieldapp.hub import schema
from fieldapp.hub.asking import Asking
from fieldapp.hub.cards.key import as_issuer
from fieldapp.hub.devices import Device, devices
from fieldapp.hub.fold.projector import is_behind
from fieldapp.hub.running import Hub
from fieldapp.hub.settings import set_setting, setting
from fieldapp.wire.health_card.keys import jwk
from fieldapp.wire.trust import HubKeys, Issuer, TrustList, read_trust, sign_trust

CURSOR = "trust"
LIFE_S = 60 * 86_400
"""Longer than a tour without any network; how long a laptop may rely on the last it heard."""
ANEW_AFTER_S = 86_400
_KEPT = "trust"
_OWN_KEYS = 1
_key, _device = schema.issuing_key.c, schema.device.c
_STAMP = select(
    select(func.count()).select_from(schema.issuing_key).scalar_subquery(),
    select(func.count()).where(_device.revoked_s.is_not(None)).scalar_subquery(),
)


@dataclass(frozen=True, slots=True)
class Published:
    """A list as signed, and its version: whoever has that one need not read it."""

    version: int
    raw: bytes

    def read(self, hub: Hub) -> TrustList:
        """What it says."""
        return read_trust(self.raw, hub.store.keys.verify_key)


def for_laptop(asking: Asking) -> Iterator[bytes]:
    """The list in force, unless the laptop has it."""
    published = current(asking.hub, asking.now_s)
    if asking.cursors.get(CURSOR, 0) < published.version:
        yield published.raw


def current(hub: Hub, now_s: int) -> Published:
    """The list in force; made where there is none or it is no longer so."""
    with hub.store.reading() as connection:
        kept = _kept(hub, connection, now_s)
    if kept is not None:
        return kept
    with hub.store.writing() as connection:
        return _kept(hub, connection, now_s) or _made(hub, connection, now_s)


def _kept(hub: Hub, connection: Connection, now_s: int) -> Published | None:
    """The list last signed, while nothing has changed and it is not a day old."""
    found = json.loads(setting(connection, _KEPT) or "{}")
    if not found or found["by"] != _own_key(hub):
        return None
    folding = is_behind(connection)
    is_new = 0 <= now_s - found["issued"] < ANEW_AFTER_S
    if folding or (is_new and found["stamp"] == _stamp(connection)):
        return Published(found["version"], base64.b64decode(found["raw"]))
    return None


def _own_key(hub: Hub) -> str:
    return bytes(hub.store.keys.verify_key).hex()


def _stamp(connection: Connection) -> list[int]:
    """Changes with what the list says: keys only come, and nobody who was shut out returns. The
    last number is that of the hub's own keys for cards: lists of programs before there was one are
    made anew."""
    return [*connection.execute(_STAMP).one(), _OWN_KEYS]


def _made(hub: Hub, connection: Connection, now_s: int) -> Published:
    before = json.loads(setting(connection, _KEPT) or "{}").get("version", 0)
    trust = _listed(hub, connection, max(now_s, before + 1), now_s)
    raw = sign_trust(trust, hub.key)
    kept = {
        "version": trust.version,
        "issued": trust.issued,
        "by": _own_key(hub),
        "stamp": _stamp(connection),
        "raw": base64.b64encode(raw).decode(),
    }
    set_setting(connection, _KEPT, json.dumps(kept))
    return Published(trust.version, raw)


def _listed(hub: Hub, connection: Connection, version: int, now_s: int) -> TrustList:
    keys, joined = hub.store.keys, devices(connection)
    own = HubKeys(keys.hub_id, bytes(keys.verify_key), keys.box_public, 0, now_s + LIFE_S)
    return TrustList(
        version=version,
        issued=now_s,
        until=now_s + LIFE_S,
        hubs=(own,),
        issuers=(as_issuer(keys), *issuers(connection, joined)),
        revoked_devices=tuple(no for no, one in joined.items() if one.revoked_s is not None),
    )


def card_keys(trust: TrustList) -> list[dict[str, str]]:
    """The keys in force as a JWKS, for readers of other makers. A key of a laptop that is shut out
    is none: whoever has the laptop can sign with any date on the card."""
    return [jwk(issuer.key) for issuer in trust.issuers if issuer.revoked is None]


def issuers(connection: Connection, joined: dict[int, Device]) -> Iterator[Issuer]:
    """Every key that a laptop of this hub ever made for signing cards, shut out or not."""
    rows = connection.execute(select(_key.device, _key.key).order_by(_key.device, _key.key))
    for number, key in rows:
        device = joined[number]
        yield Issuer(number, device.name, bytes(key), device.revoked_s)
