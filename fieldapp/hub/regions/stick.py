"""The USB road of rosters: everybody of some regions, and who has booked there, in one file, with a
lease for each laptop that may read them. Whoever finds the stick reads nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from fieldapp.hub.booking import published
from fieldapp.hub.devices import Device, devices
from fieldapp.hub.erasure.again import must_be_in_line
from fieldapp.hub.errors import FileUnwritable
from fieldapp.hub.messages import news
from fieldapp.hub.regions import leases, segments, serving
from fieldapp.hub.regions.people import Judge, no_judge
from fieldapp.hub.regions.publish import publish
from fieldapp.hub.regions.subscriptions import regions_of
from fieldapp.hub.running import Hub, unix_time
from fieldapp.hub.store import open_store
from fieldapp.hub.whole_file import whole_file
from fieldapp.wire.roster_file import write_blobs


@dataclass(frozen=True, slots=True)
class RosterWritten:
    """What a file holds: for which laptops, of which regions."""

    file: Path
    devices: tuple[int, ...]
    regions: tuple[str, ...]
    size: int


def write_roster(
    data: Path,
    file: Path,
    regions: Sequence[str] = (),
    judge: Judge = no_judge,
    *,
    database: str | None = None,
    now_s: Callable[[], int] = unix_time,
) -> RosterWritten:
    """Publish, and write all regions, or these, to a file; also while the hub serves.

    Raises HubMissing, FileUnwritable, NotErasedYet.
    """
    store = open_store(data, database=database)
    try:
        hub = Hub(store, now_s)
        publish_all(hub, judge)
        return _write(hub, file, regions)
    finally:
        store.close()


def publish_all(hub: Hub, judge: Judge = no_judge) -> None:
    """Fold and publish everything that arrived, so that a stick is as new as this moment. Raises
    NotErasedYet."""
    must_be_in_line(hub.store)
    hub.fold()
    news.pass_on(hub.store, hub.now_s(), hold_s=0)
    publish(hub.store, judge, now_s=hub.now_s())
    published.publish(hub.store, now_s=hub.now_s())


def _write(hub: Hub, file: Path, wanted: Sequence[str]) -> RosterWritten:
    with hub.store.reading() as connection:
        there = {*segments.published_regions(connection), *published.listed_regions(connection)}
        chosen = tuple(region for region in sorted(there) if not wanted or region in wanted)
        readers = [
            device
            for device in devices(connection).values()
            if device.revoked_s is None and set(regions_of(connection, device)) & set(chosen)
        ]
    try:
        with whole_file(file) as stream:
            write_blobs(stream, _blobs(hub, readers, chosen))
    except OSError as error:
        raise FileUnwritable(file=file.name, why=error.strerror or "unknown reason") from error
    numbers = tuple(device.no for device in readers)
    return RosterWritten(file, numbers, chosen, file.stat().st_size)


def _blobs(hub: Hub, readers: Sequence[Device], regions: Sequence[str]) -> Iterator[bytes]:
    now_s = hub.now_s()
    with hub.store.reading() as connection:
        for device in readers:
            yield leases.sign_for(hub, connection, device, now_s)
        yield from published.for_stick(connection, regions)
        for region in regions:
            yield from serving.everything(connection, region)
            yield serving.head(hub, connection, region, now_s)
