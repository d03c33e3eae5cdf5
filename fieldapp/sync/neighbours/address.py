"""Where a laptop listens: a host and a port, as a person types it or a network announces it."""

from __future__ import annotations

import ipaddress
import re
import socket
from dataclasses import dataclass

from fieldapp.sync.neighbours.errors import BadAddress

PORT = 17370
"""Where laptops listen if they can; another port is announced, and shown."""
_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?")


@dataclass(frozen=True, slots=True)
class Address:
    """`host` is a name or an IP address."""

    host: str
    port: int

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host}:{self.port}"


def parse_address(text: str, port: int = PORT) -> Address:
    """HOST or HOST:PORT, IPv6 in brackets where a port follows. Raises BadAddress."""
    typed = text.strip().replace("：", ":")
    host, number = typed, ""
    bracketed = re.fullmatch(r"\[(.+)\](?::(.*))?", typed)
    if bracketed is not None:
        host, number = bracketed[1], bracketed[2] or ""
    elif typed.count(":") == 1:
        host, _, number = typed.partition(":")
    if number and not (number.isascii() and number.isdigit() and int(number) < 1 << 16):
        raise BadAddress(address=text.strip() or "…")
    if not _is_host(host):
        raise BadAddress(address=text.strip() or "…")
    return Address(host, int(number) if number else port)


def _is_host(host: str) -> bool:
    if ":" in host:
        try:
            ipaddress.ip_address(host)
        except ValueError:
            return False
        return True
    return _HOST.fullmatch(host) is not None


def own_addresses() -> list[str]:
    """This machine's addresses on its networks, the likeliest first; no packet is sent."""
    found: dict[str, None] = {}
    for family, far in ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1")):
        try:
            with socket.socket(family, socket.SOCK_DGRAM) as probe:
                probe.connect((far, 9))
                found[probe.getsockname()[0]] = None
        except OSError:
            continue
    return [one for one in found if not ipaddress.ip_address(one).is_loopback]
