"""What an installation brings along is there; what is not is named."""

from __future__ import annotations

from datetime import date

import pytest

from fieldapp.cli.selftest import parts
from fieldapp.cli.selftest.step import Lacking
from fieldapp.domain import scan
from fieldapp.resource_files import resource_path


def test_this_installation_has_all_its_parts() -> None:
    assert parts.libraries() == f"{len(parts.LIBRARIES)} load"
    assert parts.rules().endswith("vaccines, 3 programmes")
    assert parts.scans() == "an ID card is told"


def test_missing_libraries_are_all_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "LIBRARIES", ("json", "no_such_library", "nor_this"))
    with pytest.raises(Lacking, match=r"no_such_library \(No module .*; nor_this \(No module"):
        parts.libraries()


def test_a_missing_resource_is_no_ok(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "RESOURCES", ("no-such-folder",))
    with pytest.raises(FileNotFoundError, match="no-such-folder"):
        parts.rules()


def test_every_folder_of_resources_is_looked_for() -> None:
    root = resource_path("translations").parent
    assert sorted(parts.RESOURCES) == sorted(path.name for path in root.iterdir() if path.is_dir())


def test_a_scan_that_is_not_told_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = scan.identify("", date(2026, 11, 23))
    monkeypatch.setattr(scan, "identify", lambda _text, _today: broken)
    with pytest.raises(Lacking, match="not read"):
        parts.scans()
