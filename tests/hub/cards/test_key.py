"""The hub's key for cards is the same for ever, its own, and in the trust list."""

from __future__ import annotations

from fieldapp.hub.cards.key import HUB_ISSUER, as_issuer, issuing_key
from fieldapp.hub.keys import new_keys
from fieldapp.hub.trust_list import current
from fieldapp.wire.health_card.keys import verifies
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S


def test_a_hub_put_back_signs_with_the_same_key_and_another_hub_with_another() -> None:
    keys, _ = new_keys()
    other, _ = new_keys()
    signature = issuing_key(keys).sign(b"a card")
    assert verifies(as_issuer(keys).key, b"a card", signature)
    assert as_issuer(keys).key != as_issuer(other).key


def test_every_laptop_hears_of_it(world: World) -> None:
    trust = current(world.hub, NOW_S).read(world.hub)
    (hub,) = trust.issuers
    assert hub == as_issuer(world.store.keys)
    assert (hub.device, hub.revoked) == (HUB_ISSUER, None)
