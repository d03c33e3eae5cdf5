"""Which regions a laptop pulls: its own, and those that somebody at the hub added."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, delete, insert, select, union

from fieldapp.hub import schema
from fieldapp.hub.devices import Device, devices
from fieldapp.hub.errors import NoSuchDevice, NoSuchRegion
from fieldapp.hub.store import open_store

_subscription, _device, _code = schema.subscription.c, schema.device.c, schema.enrol_code.c
_REGIONS = union(select(_device.region), select(_code.region))


def regions_of(connection: Connection, device: Device) -> tuple[str, ...]:
    """Its own region first, the others by name."""
    rows = connection.execute(select(_subscription.region).where(_subscription.device == device.no))
    return (device.region, *sorted({region for (region,) in rows} - {device.region}))


def known_regions(connection: Connection) -> set[str]:
    """Every region that a team was ever made for."""
    return {region for (region,) in connection.execute(_REGIONS)}


def newest_change_s(connection: Connection, device: Device) -> int:
    """When what this laptop pulls was last added to; 0 if never."""
    rows = connection.execute(
        select(_subscription.since_s).where(_subscription.device == device.no)
    )
    return max((since for (since,) in rows), default=0)


def subscribe(
    data: Path, device: int, region: str, *, now_s: int, database: str | None = None
) -> tuple[str, ...]:
    """Let a laptop pull one more region; returns all of its regions.

    Raises NoSuchDevice; NoSuchRegion, for a typing mistake would make an empty roster look whole.
    """
    store = open_store(data, database=database)
    try:
        with store.writing() as connection:
            found = _device_of(connection, device)
            known = known_regions(connection)
            if region not in known:
                raise NoSuchRegion(region=region, known=", ".join(sorted(known)))
            if region not in regions_of(connection, found):
                row = {"device": device, "region": region, "since_s": now_s}
                connection.execute(insert(schema.subscription), row)
            return regions_of(connection, found)
    finally:
        store.close()


def unsubscribe(
    data: Path, device: int, region: str, *, database: str | None = None
) -> tuple[str, ...]:
    """Let a laptop pull this region no longer; its keys run out with its lease."""
    store = open_store(data, database=database)
    try:
        with store.writing() as connection:
            found = _device_of(connection, device)
            connection.execute(
                delete(schema.subscription).where(
                    _subscription.device == device, _subscription.region == region
                )
            )
            return regions_of(connection, found)
    finally:
        store.close()


def _device_of(connection: Connection, number: int) -> Device:
    found = devices(connection, [number]).get(number)
    if found is None:
        raise NoSuchDevice(device=number)
    return found
