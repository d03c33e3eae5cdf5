"""The verb: listen for neighbours, and be found by them, until told to stop."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext

from fieldapp.domain.clock import Clock
from fieldapp.domain.errors import FieldAppError
from fieldapp.journal.journal import Journal
from fieldapp.sync.neighbours.address import PORT, Address, own_addresses
from fieldapp.sync.neighbours.listening import EVERYWHERE, Door, listen
from fieldapp.sync.neighbours.nearby import announced, random_name
from fieldapp.sync.neighbours.proving import own_side
from fieldapp.sync.neighbours.tally import Met
from fieldapp.wire.road import is_loopback


def await_neighbours(
    journal: Journal,
    clock: Clock,
    *,
    ready: Callable[[Address], None],
    met: Callable[[Met], None],
    failed: Callable[[FieldAppError], None],
    stopped: Callable[[], bool],
    at: Address | None = None,
    name: str = "",
) -> None:
    """Listen until `stopped`; `ready` is told the address that others can type.

    The callbacks are called in this thread. On loopback nothing is announced. Raises NoMembership,
    MembershipEnded, NotEnrolled, CannotListen before anybody is let in.
    """
    own = own_side(journal)
    door = Door(at.host, at.port) if at is not None else Door(EVERYWHERE, PORT)
    with _announced(name or random_name(), own.party.hub_box_key, door.address):
        ready(shown(door.address))
        listen(journal, door, clock, met=met, failed=failed, stopped=stopped)


def shown(address: Address) -> Address:
    """The address by which others reach this laptop."""
    if address.host != EVERYWHERE:
        return address
    here = [*own_addresses(), address.host]
    return Address(here[0], address.port)


@contextmanager
def _announced(name: str, hub_box_key: bytes, address: Address) -> Iterator[None]:
    local = is_loopback(address.host)
    with nullcontext() if local else announced(name, hub_box_key, address.port):
        yield
