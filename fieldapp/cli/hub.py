"""The central server's commands: serve, add-team, revoke, status, verify."""

from __future__ import annotations

from fieldapp.domain.errors import FieldAppError


class BadListenAddress(FieldAppError):
    """--listen is not HOST:PORT."""

    happened = "{text} is not an address to listen on."
    safe = "The hub was not started."
    next_step = "Write HOST:PORT, for example 127.0.0.1:8470."
