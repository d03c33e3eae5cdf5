"""A made-up laptop that reads what a hub published, as any laptop with a lease would."""

from __future__ import annotations

from collections.abc import Iterable

from fieldapp.hub.devices import devices
from fieldapp.hub.pulls import pulls_for
from fieldapp.hub.regions.publish import publish
from fieldapp.wire.lease import KIND as LEASE
from fieldapp.wire.lease import NamedKey, open_lease, read_sealed
from fieldapp.wire.messages import SyncRequest
from fieldapp.wire.roster_people import RosterPerson
from fieldapp.wire.segment import HEAD_KIND, Segment, open_box, read_head, read_segment
from fieldapp.wire.segment import KIND as SEGMENT
from fieldapp.wire.signed import kind_of
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S, FakeLaptop


class Reader:
    """What a laptop holds: keys by name, people by ref, how far each region goes."""

    def __init__(self, world: World, laptop: FakeLaptop) -> None:
        self.world, self.laptop = world, laptop
        self.keys: dict[tuple[str, int], NamedKey] = {}
        self.people: dict[bytes, RosterPerson] = {}
        self.segments: list[Segment] = []
        self.cursors: dict[str, int] = {"lease": 0}

    def pull(self, budget: int = 2**20, now_s: int = NOW_S) -> Reader:
        """One answer's pulls."""
        self.take(self.ask(budget, now_s))
        return self

    def ask(self, budget: int = 2**20, now_s: int = NOW_S) -> tuple[bytes, ...]:
        """The blobs themselves."""
        with self.world.store.reading() as connection:
            device = devices(connection)[self.laptop.device]
        request = SyncRequest(b"n", (), tuple(self.cursors.items()), budget, b"")
        return pulls_for(self.world.hub, device, request, now_s)

    def take(self, blobs: Iterable[bytes]) -> None:
        """Keep what can be read."""
        key = self.world.verify_key
        for raw in blobs:
            kind = kind_of((LEASE, SEGMENT, HEAD_KIND), raw, key) if raw else None
            if kind == LEASE:
                sealed = read_sealed(raw, key)
                for lent in open_lease(sealed, self.laptop.key).keys:
                    self.keys[lent.name, lent.id] = lent
                self.cursors["lease"] = sealed.issued
            elif kind == SEGMENT:
                self._take_segment(read_segment(raw, key))
            elif kind == HEAD_KIND:
                head = read_head(raw, key)
                self.cursors[f"known/{head.region}"] = head.as_of

    def _take_segment(self, segment: Segment) -> None:
        self.segments.append(segment)
        lent = self.keys[f"region/{segment.place.region}", segment.key_id]
        content = open_box(segment, lent.key)
        if segment.place.part == 1:
            self.people.clear()  # a snapshot is everybody; tests read one region
        for ref in content.gone:
            self.people.pop(ref, None)
        self.people |= {person.ref: person for person in content.people}
        self.cursors[f"region/{segment.place.region}"] = segment.place.number

    def named(self) -> dict[str, RosterPerson]:
        """The same by name."""
        return {person.name: person for person in self.people.values()}


def published(world: World, now_s: int = NOW_S) -> int:
    """Publish what is stirred."""
    return publish(world.store, now_s=now_s)
