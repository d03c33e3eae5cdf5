"""The organisation's certificate: read as text, or said to be unreadable before sending."""

from __future__ import annotations

from pathlib import Path

import pytest

from fieldapp.actions.certificate import NoCertificate, read_certificate


def test_a_certificate_is_read_as_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "ca.pem"
    path.write_text("-----BEGIN CERTIFICATE-----\n", "ascii")
    assert read_certificate(path) == "-----BEGIN CERTIFICATE-----\n"


def test_a_missing_or_binary_file_is_named(tmp_path: Path) -> None:
    binary = tmp_path / "ca.der"
    binary.write_bytes(b"\x30\x82\xff")
    for path in (binary, tmp_path / "missing.pem", tmp_path):
        with pytest.raises(NoCertificate, match=path.name):
            read_certificate(path)
