"""What the hub has decided to erase, and a laptop that says it has done so."""

from __future__ import annotations

from sqlalchemy import insert

from fieldapp.hub.erasure.tables import erased_event
from fieldapp.hub.store import Store
from fieldapp.wire.facts import Erased
from tests.hub.fake_laptop import FakeLaptop


def erased(store: Store, laptop: FakeLaptop, seq: int, basis: str = "PIPL 47") -> int:
    """An own event of the laptop, on the hub's list; where the laptop's own word of it stands."""
    id_ = laptop.hash_at(seq)
    listed = {
        "id": id_, "ref": id_[:16], "version": 1, "device": laptop.device,
        "epoch": laptop.epoch, "seq": seq,
    }  # fmt: skip
    with store.writing() as connection:
        connection.execute(insert(erased_event).values(**listed))
    return laptop.add(Erased(seq, basis))
