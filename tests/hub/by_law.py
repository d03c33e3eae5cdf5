"""What the hub has decided to erase, and a laptop that says it has done so."""

from __future__ import annotations

from sqlalchemy import insert

from fieldapp.hub.erasure.tables import erased_event
from fieldapp.hub.store import Store
from fieldapp.wire.facts import Erased
from tests.hub.fake_laptop import FakeLaptop


def listed(store: Store, laptop: FakeLaptop, *seqs: int) -> None:
    """Put own events of the laptop on the hub's list."""
    with store.writing() as connection:
        for seq in seqs:
            id_ = laptop.hash_at(seq)
            row = {
                "id": id_, "ref": id_[:16], "version": 1, "device": laptop.device,
                "epoch": laptop.epoch, "seq": seq,
            }  # fmt: skip
            connection.execute(insert(erased_event).values(**row))


def erased(store: Store, laptop: FakeLaptop, seq: int, basis: str = "PIPL 47") -> int:
    """An own event of the laptop, on the hub's list; where the laptop's own word of it stands."""
    listed(store, laptop, seq)
    return laptop.add(Erased(seq, basis))
