"""What the hub holds, laptop by laptop, and in all. Reads one moment, also while the hub serves.

confirmed = counted + contested + quarantined + voided + erased      (dose records)
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, select

from fieldapp.hub import generation, schema
from fieldapp.hub.claims import owed
from fieldapp.hub.devices import Device, devices
from fieldapp.hub.fold.doses import STATES
from fieldapp.hub.fold.projector import projected_to
from fieldapp.hub.running import unix_time
from fieldapp.hub.store import newest_place, open_store

_frame, _tip, _event = schema.frame.c, schema.tip.c, schema.event.c
_dose, _client, _held = schema.dose.c, schema.client.c, schema.quarantine.c
MOST_LISTED = 200


def status(
    data: Path, *, database: str | None = None, now_s: Callable[[], int] = unix_time
) -> dict[str, Any]:
    """The whole state as one JSON object. Raises HubMissing and what else opening raises."""
    store = open_store(data, database=database)
    try:
        with store.reading() as connection:
            return {"hub": store.keys.hub_id.hex(), **read_status(connection, now_s())}
    finally:
        store.close()


def read_status(connection: Connection, now_s: int) -> dict[str, Any]:
    """The same of an open database."""
    by_device = _doses_by_device(connection)
    listed = [
        _device(connection, device, by_device[device.no], now_s)
        for device in devices(connection).values()
    ]
    total: Counter[str] = sum(by_device.values(), Counter())
    return {
        "devices": listed,
        "clients": _clients(connection),
        **_equation(total),
        "doses_counted": total["counted"],
        "frames": _frames(connection, None)[0],
        "orphans": _frames(connection, None)[1],
        "projected_to": projected_to(connection),
        "newest_frame": newest_place(connection),
        "in_quarantine": _in_quarantine(connection),
        "generation": _generation(connection),
    }


def _generation(connection: Connection) -> dict[str, Any] | None:
    """Since when the hub lives from a backup, and who has not been here since."""
    life = generation.current(connection)
    if life is None:
        return None
    return {
        "id": life.id,
        "backup_made": _written(life.made_s),
        "restored": _written(life.restored_s),
        "not_heard_since": generation.not_heard_since(connection),
    }


def _doses_by_device(connection: Connection) -> dict[int, Counter[str]]:
    by_device: dict[int, Counter[str]] = defaultdict(Counter)
    counts = (
        select(_dose.device, _dose.state, func.count())
        .where(_dose.given)
        .group_by(_dose.device, _dose.state)
    )
    for device, state, number in connection.execute(counts):
        by_device[device][state] = number
    return by_device


def _equation(states: Counter[str]) -> dict[str, int]:
    """`doses` are records neither voided nor erased, as laptops count them."""
    confirmed = sum(states[state] for state in STATES)
    return {
        "confirmed": confirmed,
        "doses": confirmed - states["voided"] - states["erased"],
        **{state: states[state] for state in STATES},
    }


def _clients(connection: Connection) -> int:
    persons = select(func.count(_client.person.distinct())).where(_client.counts)
    return int(connection.execute(persons).scalar_one())


def _frames(connection: Connection, device: int | None) -> tuple[int, int]:
    """Frames in the tree, and frames that wait for their parent."""
    counts = select(func.count(_frame.place), func.count(_frame.no))
    if device is not None:
        counts = counts.where(_frame.device == device)
    placed, stored = connection.execute(counts).one()
    return int(placed), int(stored) - int(placed)


def _device(
    connection: Connection, device: Device, states: Counter[str], now_s: int
) -> dict[str, Any]:
    epochs = _epochs(connection, device.no)
    frames, orphans = _frames(connection, device.no)
    last = device.last_contact_s
    return {
        "device": device.no,
        "name": device.name,
        "kind": device.kind,
        "region": device.region,
        "epochs": epochs,
        "forks": sum(len(epoch["heads"]) - 1 for epoch in epochs),
        "frames": frames,
        "orphans": orphans,
        "owed": [missing.as_json() for missing in owed(connection, device.no)],
        **_equation(states),
        "last_contact": _written(last),
        "silent_s": None if last is None else max(0, now_s - last),
        "enrolled": _written(device.enrolled_s),
        "revoked": _written(device.revoked_s),
    }


def _epochs(connection: Connection, device: int) -> list[dict[str, Any]]:
    heads: dict[bytes, list[dict[str, Any]]] = defaultdict(list)
    tips = select(_tip.epoch, _tip.seq, _tip.hash).where(_tip.device == device)
    for epoch, seq, hash_ in connection.execute(tips.order_by(_tip.seq.desc(), _tip.hash)):
        heads[epoch].append({"seq": seq, "hash": hash_.hex()})
    return [
        {
            "epoch": epoch.hex(),
            "heads": listed,
            "forked_at": _fork_points(connection, device, epoch) if len(listed) > 1 else [],
        }
        for epoch, listed in heads.items()
    ]


def _fork_points(connection: Connection, device: int, epoch: bytes) -> list[dict[str, Any]]:
    """The events that more than one event follows: up to there both laptops were one."""
    parted = (
        select(_event.parent, func.min(_event.seq))
        .where(_event.device == device, _event.epoch == epoch)
        .group_by(_event.parent)
        .having(func.count() > 1)
    )
    rows = connection.execute(parted).all()
    points = [{"seq": seq - 1, "hash": parent.hex()} for parent, seq in rows]
    return sorted(points, key=lambda point: int(point["seq"]))


def _in_quarantine(connection: Connection) -> list[dict[str, Any]]:
    """The first of the events that need somebody, with what to do about each."""
    held = select(_held.device, _held.epoch, _held.seq, _held.code, _held.words, _held.id).order_by(
        _held.device, _held.epoch, _held.seq
    )
    return [
        {
            "device": device,
            "epoch": epoch.hex(),
            "seq": seq,
            "event": id_.hex(),
            "code": code,
            "words": words,
        }
        for device, epoch, seq, code, words, id_ in connection.execute(held.limit(MOST_LISTED))
    ]


def _written(time_s: int | None) -> str | None:
    if time_s is None:
        return None
    return datetime.fromtimestamp(time_s, UTC).isoformat().replace("+00:00", "Z")
