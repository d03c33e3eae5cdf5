"""The laptops that joined: their keys, when they were last heard, which are shut out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from nacl.signing import VerifyKey
from sqlalchemy import Connection, bindparam, select, update

from fieldapp.hub import schema
from fieldapp.hub.errors import NoSuchDevice
from fieldapp.hub.store import open_store
from fieldapp.hub.web.audit import OPERATOR, note

_device = schema.device.c
MOST_DEVICE = 2**31
_HEARD = update(schema.device).where(_device.no == bindparam("its_no"))


@dataclass(frozen=True, slots=True)
class Device:
    """One laptop. Times are Unix seconds."""

    no: int
    name: str
    kind: str
    region: str
    verify_key: bytes
    enrolled_s: int
    last_contact_s: int | None
    revoked_s: int | None

    @property
    def key(self) -> VerifyKey:
        """What its seals and requests are checked with."""
        return VerifyKey(self.verify_key)


_ALL = select(*(_device[name] for name in Device.__slots__)).order_by(_device.no)
_SOME = _ALL.where(_device.no.in_(bindparam("wanted", expanding=True)))
_SOME_ALONE = _SOME.with_for_update(key_share=True)


def devices(connection: Connection, numbers: Iterable[int] | None = None) -> dict[int, Device]:
    """By number; all of them when none are named."""
    if numbers is None:
        found = connection.execute(_ALL)
    else:
        wanted = [no for no in numbers if 0 < no < MOST_DEVICE]
        found = connection.execute(_SOME, {"wanted": wanted})
    return {row.no: Device(*row) for row in found}


def hold(connection: Connection, numbers: Iterable[int]) -> dict[int, Device]:
    """Those of these numbers, and everything of theirs to oneself until the transaction ends, as
    `Store.taking_in` does it."""
    wanted = [no for no in numbers if 0 < no < MOST_DEVICE]
    return {row.no: Device(*row) for row in connection.execute(_SOME_ALONE, {"wanted": wanted})}


def heard_from(connection: Connection, device: int, now_s: int) -> None:
    """Note a contact."""
    connection.execute(_HEARD, {"its_no": device, "last_contact_s": now_s})


def revoke(data: Path, device: int, *, now_s: int, database: str | None = None) -> Device:
    """Shut a laptop out: what it pushes from now on is kept, in quarantine. Again changes nothing.

    Raises NoSuchDevice.
    """
    store = open_store(data, database=database)
    try:
        with store.writing() as connection:
            shut_out = revoke_in(connection, device, now_s)
            note(connection, store.keys, now_s, OPERATOR, "device-revoked", f"laptop {device}")
            return shut_out
    finally:
        store.close()


def revoke_in(connection: Connection, device: int, now_s: int) -> Device:
    """The same inside somebody's transaction. Raises NoSuchDevice."""
    found = devices(connection, [device]).get(device)
    if found is None:
        raise NoSuchDevice(device=device)
    if found.revoked_s is None:
        values = {"revoked_s": now_s}
        connection.execute(update(schema.device).where(_device.no == device).values(**values))
    return devices(connection, [device])[device]
