"""Reads the organisation's certificate, which a hub's own must be signed by."""

from __future__ import annotations

from pathlib import Path

from fieldapp.domain.errors import FieldAppError


class NoCertificate(FieldAppError):
    """The named file holds no certificate in text form."""

    happened = "The certificate file {file} cannot be read."
    safe = "Nothing was sent and this laptop joined no hub."
    next_step = "Give the organisation's CA certificate as a .pem file."


def read_certificate(path: Path) -> str:
    """The text of a .pem file. Raises NoCertificate."""
    try:
        return path.read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError) as error:
        raise NoCertificate(file=path.name) from error
