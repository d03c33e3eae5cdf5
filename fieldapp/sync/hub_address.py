"""Which addresses a hub may have: https anywhere, plain http only on this very machine."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from fieldapp.sync.errors import BadHubAddress, PlainHttpRefused
from fieldapp.wire.road import is_loopback


@dataclass(frozen=True, slots=True)
class HubAddress:
    """`base` is scheme, host, port and path without a slash at the end."""

    base: str
    encrypted: bool
    loopback: bool


def parse_hub_url(url: str) -> HubAddress:
    """Read what a person typed. Raises BadHubAddress or PlainHttpRefused."""
    text = url.strip()
    try:
        parts = urlsplit(text if "://" in text else f"https://{text}")
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise BadHubAddress(url=url) from error
    if parts.scheme not in ("http", "https") or not host or parts.query or parts.fragment:
        raise BadHubAddress(url=url)
    if parts.username is not None:
        raise BadHubAddress(url=host)
    loopback = is_loopback(host)
    if parts.scheme == "http" and not loopback:
        raise PlainHttpRefused(url=url)
    return HubAddress(parts.geturl().rstrip("/"), parts.scheme == "https", loopback)
