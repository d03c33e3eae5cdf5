"""A package says which commit and day it was made from; a checkout says only its version."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from fieldapp import __version__
from fieldapp.actions import which_build


def test_a_checkout_tells_its_version() -> None:
    assert which_build.version_words() == f"fieldapp {__version__}"


def test_a_package_tells_its_commit_and_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stamp = tmp_path / which_build.STAMP_FILE
    stamp.write_text(json.dumps({"commit": "0123abc", "date": "2026-11-28"}), "utf-8")
    monkeypatch.setattr(which_build, "resource_path", lambda _name: stamp)
    assert which_build.version_words() == f"fieldapp {__version__} (2026-11-28, 0123abc)"
