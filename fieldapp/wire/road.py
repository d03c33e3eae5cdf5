"""Which roads may be taken: to whom one named authority vouches for, or within this machine."""

from __future__ import annotations

import ipaddress
import ssl


def one_authority_context(ca_pem: str) -> ssl.SSLContext:
    """TLS 1.2 or newer, host name checked, only `ca_pem` believed. Raises ValueError where that
    is no certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    try:
        context.load_verify_locations(cadata=ca_pem)
    except ssl.SSLError as error:
        raise ValueError("no certificate") from error
    return context


def is_loopback(host: str) -> bool:
    """Whether this host is this machine alone, without asking any name server."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
