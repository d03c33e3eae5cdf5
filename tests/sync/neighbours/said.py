"""What a real hub says to all its laptops by now, as it signs it; and what it never said."""

from __future__ import annotations

from nacl.signing import SigningKey

from fieldapp.hub.lots import recalls as at_hub
from fieldapp.hub.lots.recalls import Word
from fieldapp.wire.erasures import Erasure, ErasureList, in_order, sign_erasures
from fieldapp.wire.recalls import RecallList, sign_recalls
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S, VACCINE
from tests.journal.erasing import event
from tests.sync.neighbours.fleet import Boat, Fleet

LOT = "TEST-0001"


def recall(world: World, lot: str = LOT) -> None:
    """A supervisor recalls a lot."""
    with world.store.writing() as connection:
        at_hub.recall(connection, VACCINE, lot, Word("lu.qing", NOW_S, "quality"))


def lift(world: World, lot: str = LOT) -> None:
    """And lifts it again."""
    with world.store.writing() as connection:
        at_hub.lift(connection, VACCINE, lot, Word("lu.qing", NOW_S, "found-good"))


def listed(world: World) -> bytes:
    """The recall list, as the hub signs it now."""
    with world.store.reading() as connection:
        version, decided = at_hub.newest_version(connection), at_hub.standing(connection)
    return at_hub.signed_list(world.hub, version, decided, NOW_S)


def forged(boats: Fleet) -> bytes:
    """A recall list that recalls nothing, under a key that nobody knows."""
    keys = boats.world.store.keys
    return sign_recalls(RecallList(keys.hub_id, NOW_S + 99, NOW_S), SigningKey.generate())


def erased(boats: Fleet, owner: Boat, version: int) -> bytes:
    """A page of the hub's list that names everything about the one person of a laptop."""
    rows = owner.journal.db.rows("SELECT no FROM client UNION SELECT no FROM dose ORDER BY 1")
    ids: dict[int, bytes] = dict(owner.journal.db.rows("SELECT pos, id FROM entry"))
    gone = in_order(event(owner.journal, bytes(ids[no]), owner.device) for (no,) in rows)
    page = Erasure(version, NOW_S, "pipl-47", gone)
    hub = boats.world.store.keys.hub_id
    return sign_erasures(ErasureList(hub, 0, version, NOW_S, (page,)), boats.world.hub.key)


def empty_page(boats: Fleet, after: int, version: int) -> bytes:
    """A page of the erasure list that names nothing."""
    hub = boats.world.store.keys.hub_id
    return sign_erasures(ErasureList(hub, after, version, NOW_S), boats.world.hub.key)
