"""A laptop that asks for what it lacks: who it is, and what it says is there already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fieldapp.hub.devices import Device
from fieldapp.hub.running import Hub


@dataclass(frozen=True, slots=True)
class Asking:
    """One request for pulls; `cursors` by name, as the laptop sent them. `by_stick`: it goes to a
    laptop that nobody hears now, so that nothing follows for what it holds."""

    hub: Hub
    device: Device
    cursors: Mapping[str, int]
    now_s: int
    by_stick: bool = False
