"""Opens the gateway that was asked for, as the settings describe it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from fieldapp.hub.messages.errors import GatewayUnknown, SettingsInvalid
from fieldapp.hub.messages.gateways.gateway import Gateway, read_secret
from fieldapp.hub.messages.gateways.kannel import Kannel
from fieldapp.hub.messages.gateways.smpp import Smpp
from fieldapp.hub.messages.gateways.to_file import ToFile
from fieldapp.hub.messages.settings import SETTINGS_FILE, Settings

KINDS = ("file", "kannel", "smpp")


def open_gateway(data: Path, settings: Settings, name: str) -> Gateway:
    """A gateway by the name that the settings give it; paths in its entry begin at the hub's
    folder. Raises GatewayUnknown, SettingsInvalid, SecretMissing."""
    entry = settings.gateway(name)
    kind = entry.get("kind", name)
    if kind == "file":
        return ToFile(data / _path(entry, name, "path"))
    if kind not in KINDS:
        raise GatewayUnknown(file=SETTINGS_FILE, name=str(kind), known=", ".join(KINDS))
    secret = read_secret(data / _path(entry, name, "secret_file"))
    return Kannel(entry, secret) if kind == "kannel" else Smpp(entry, secret)


def _path(entry: Mapping[str, Any], name: str, key: str) -> str:
    value = entry.get(key)
    if not isinstance(value, str) or not value:
        raise SettingsInvalid(file=SETTINGS_FILE, where=f"gateways, {name}, {key}")
    return value
