"""Laptops find those of their own hub on a network, and nothing of a team is announced."""

from __future__ import annotations

import time
from types import SimpleNamespace
from typing import Any

import pytest
import zeroconf

from fieldapp.sync.neighbours.address import Address
from fieldapp.sync.neighbours.errors import CannotListen
from fieldapp.sync.neighbours.nearby import SERVICE, Lookout, announced, random_name
from fieldapp.wire.bundle import key_id

OURS, THEIRS = b"our hub's box key for this test.", b"another hub's key for this test."


class Air:
    """A network in memory: what is registered is told to every browser."""

    def __init__(self) -> None:
        self.infos: dict[str, Any] = {}
        self.handlers: list[Any] = []

    def join(self) -> Any:
        return SimpleNamespace(
            register_service=self._register,
            unregister_service=self._unregister,
            get_service_info=lambda kind, name, timeout: self.infos.get(name),
            close=lambda: None,
        )

    def browse(self, network: Any, kind: str, handlers: list[Any]) -> Any:
        self.handlers += handlers
        for name in self.infos:
            self._tell(network, name, "Added")
        return None

    def _register(self, info: Any) -> None:
        self.infos[info.name] = info
        self._tell(self.join(), info.name, "Added")

    def _unregister(self, info: Any) -> None:
        del self.infos[info.name]
        self._tell(self.join(), info.name, "Removed")

    def _tell(self, network: Any, name: str, change: str) -> None:
        for handler in self.handlers:
            handler(
                zeroconf=network,
                service_type=SERVICE,
                name=name,
                state_change=SimpleNamespace(name=change),
            )


@pytest.fixture
def air(monkeypatch: pytest.MonkeyPatch) -> Air:
    made = Air()
    monkeypatch.setattr(zeroconf, "Zeroconf", made.join)
    monkeypatch.setattr(zeroconf, "ServiceBrowser", made.browse)
    monkeypatch.setattr("fieldapp.sync.neighbours.nearby.own_addresses", lambda: ["192.168.7.20"])
    return made


def test_a_laptop_of_our_hub_is_found_until_it_stops_listening(air: Air) -> None:
    lookout = Lookout(OURS)
    with announced(random_name(), OURS, 4000):
        (near,) = lookout.nearby()
        assert near.address == Address("192.168.7.20", 4000)
    assert lookout.nearby() == []
    lookout.close()


def test_who_listened_before_is_found_too_but_never_oneself(air: Air) -> None:
    own = random_name()
    with announced(own, OURS, 4000), announced(random_name(), OURS, 4001):
        lookout = Lookout(OURS, own_name=own)
        assert [near.address.port for near in lookout.nearby()] == [4001]
        lookout.close()


def test_a_laptop_of_another_hub_is_passed_over(air: Air) -> None:
    lookout = Lookout(OURS)
    with announced(random_name(), THEIRS, 4000):
        assert lookout.nearby() == []
    lookout.close()


def test_what_is_announced_is_a_random_name_and_a_hash(air: Air) -> None:
    first, second = random_name(), random_name()
    assert first != second
    with announced(first, OURS, 4000):
        (info,) = air.infos.values()
    assert info.properties == {b"hub": key_id(OURS).hex().encode()}
    assert info.name.removesuffix(f".{SERVICE}").isalnum()


def test_without_a_network_the_reason_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_network() -> None:
        raise OSError(101, "Network is unreachable")

    monkeypatch.setattr(zeroconf, "Zeroconf", no_network)
    with pytest.raises(CannotListen, match="unreachable"):
        Lookout(OURS)


def test_over_real_multicast_two_of_one_hub_find_each_other() -> None:
    try:
        lookout = Lookout(OURS)
    except CannotListen:
        pytest.skip("this machine has no network to announce on")
    with announced(random_name(), OURS, 4000):
        for _ in range(40):
            if lookout.nearby():
                break
            time.sleep(0.1)
        found = lookout.nearby()
    lookout.close()
    if not found:
        pytest.skip("this machine's network carries no multicast")
    assert found[0].address.port == 4000
