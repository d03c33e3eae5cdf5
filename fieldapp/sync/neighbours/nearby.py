"""Who is near: announced and found by mDNS on the local network, by a random name and a hash.

What is announced says that a laptop of some hub listens here, and nothing of its team.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from fieldapp.sync.neighbours.address import Address, own_addresses
from fieldapp.sync.neighbours.errors import CannotListen
from fieldapp.wire.bundle import key_id

if TYPE_CHECKING:  # imported late: it is slow, and most starts never look for a neighbour
    from zeroconf import ServiceStateChange, Zeroconf

SERVICE = "_fieldapp._tcp.local."
LOOK_S = 4.0
_HUB = b"hub"
_RESOLVE_MS = 2000


@dataclass(frozen=True, slots=True)
class Nearby:
    """A laptop of our hub that listens on this network; `name` is its random one."""

    name: str
    address: Address


def random_name(random: Callable[[int], bytes] = os.urandom) -> str:
    """A name for one time of listening."""
    return f"{random(6).hex()}.{SERVICE}"


@contextmanager
def announced(name: str, hub_box_key: bytes, port: int) -> Iterator[None]:
    """Tell the network, as long as it lasts, that this laptop listens. Raises CannotListen."""
    from zeroconf import ServiceInfo

    info = ServiceInfo(
        SERVICE,
        name,
        port=port,
        parsed_addresses=own_addresses(),
        properties={_HUB: key_id(hub_box_key).hex().encode()},
    )
    with _network() as network:
        network.register_service(info)
        try:
            yield
        finally:
            network.unregister_service(info)


class Lookout:
    """Keeps looking who is near, until closed; `nearby` may be asked from any thread."""

    def __init__(self, hub_box_key: bytes, *, own_name: str = "") -> None:
        """Raises CannotListen where there is no network."""
        from zeroconf import ServiceBrowser

        self._hub, self._own = key_id(hub_box_key).hex().encode(), own_name
        self._found: dict[str, Nearby] = {}
        self._lock = threading.Lock()
        self._open = _network()
        self._network = self._open.__enter__()
        self._browser = ServiceBrowser(self._network, SERVICE, [self._changed])

    def close(self) -> None:
        """Look no more."""
        self._open.__exit__(None, None, None)

    def nearby(self) -> list[Nearby]:
        """Who was seen and has not said goodbye, by name."""
        with self._lock:
            return sorted(self._found.values(), key=lambda one: one.name)

    def _changed(
        self, zeroconf: Zeroconf, service_type: str, name: str, state_change: ServiceStateChange
    ) -> None:
        """Somebody came, moved or went; called by zeroconf in a thread of its own."""
        gone = state_change.name == "Removed"
        info = None if gone else zeroconf.get_service_info(service_type, name, _RESOLVE_MS)
        found = None if info is None or name == self._own else self._nearby(name, info)
        with self._lock:
            self._found.pop(name, None)
            if found is not None:
                self._found[name] = found

    def _nearby(self, name: str, info: Any) -> Nearby | None:
        addresses = info.parsed_addresses()
        if info.properties.get(_HUB) != self._hub or not addresses or not info.port:
            return None
        return Nearby(name, Address(addresses[0], info.port))


@contextmanager
def _network() -> Iterator[Zeroconf]:
    from zeroconf import Zeroconf

    try:
        network = Zeroconf()
    except OSError as error:
        why = error.strerror or "there is no network"
        raise CannotListen(address="the local network", why=why) from error
    try:
        yield network
    finally:
        network.close()
