"""The newest trust list stays in force, whatever comes later by a slower road."""

from __future__ import annotations

import pytest

from fieldapp.hub.devices import revoke
from fieldapp.hub.trust_list import current
from fieldapp.journal import trusted
from fieldapp.journal.hub_link import Enrolment, save_enrolment
from fieldapp.wire.errors import BadSignature
from fieldapp.wire.trust import OlderTrustList
from tests.hub.conftest import new_world
from tests.hub.fake_laptop import NOW_S
from tests.sync.neighbours.conftest import boats
from tests.sync.neighbours.fleet import Fleet

__all__ = ["boats"]


def test_a_newer_list_replaces_an_older_one_and_never_the_other_way_round(boats: Fleet) -> None:
    boat = boats.boat("Boat 1", synced=False)
    older = current(boats.world.hub, NOW_S).raw
    revoke(boats.world.store.folder, boat.device, now_s=NOW_S)
    published = current(boats.world.hub, NOW_S)
    newer, trust = published.raw, published.read(boats.world.hub)
    trusted.store_trust(boat.journal, newer)
    with pytest.raises(OlderTrustList):
        trusted.store_trust(boat.journal, older)
    assert trusted.trust_list(boat.journal) == trust
    assert trusted.store_trust(boat.journal, newer) == trust
    assert dict(trusted.cursors(boat.journal)) == {"trust": trust.version}


def test_a_list_of_another_hub_is_not_believed(boats: Fleet) -> None:
    boat = boats.boat("Boat 1", synced=False)
    other = new_world(boats.folder / "other")
    raw = current(other.hub, NOW_S).raw
    with pytest.raises(BadSignature):
        trusted.store_trust(boat.journal, raw)
    assert trusted.trust_list(boat.journal) is None
    assert dict(trusted.cursors(boat.journal)) == {}
    other.store.close()


def test_of_a_hub_that_was_left_nothing_stays_in_force(boats: Fleet) -> None:
    boat = boats.boat("Boat 1")
    assert trusted.trust_list(boat.journal) is not None
    keys = new_world(boats.folder / "new").store.keys
    hub_id, verify, box = keys.hub_id, bytes(keys.verify_key), keys.box_public
    joined = Enrolment(1, "https://hub.invalid", None, hub_id, verify, box)
    save_enrolment(boat.journal, joined)
    assert trusted.trust_list(boat.journal) is None
