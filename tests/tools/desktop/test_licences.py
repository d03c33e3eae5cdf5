"""The list names every library of the lock with its licence, and brings the texts along."""

from __future__ import annotations

from importlib.metadata import distribution
from pathlib import Path

from tools.desktop.licences import libraries, licence_of, system_packages, write_licences

LOCK = Path(__file__).resolve().parents[3] / "requirements" / "package.txt"


def test_every_library_says_its_licence() -> None:
    works = list(libraries(LOCK))
    assert {"cbor2", "pyside6-essentials", "sqlalchemy"} <= {work.name for work in works}
    assert not [work.name for work in works if work.licence == "?"]


def test_licences_are_told_however_a_library_writes_them() -> None:
    assert licence_of(distribution("cbor2")) == "MIT"
    assert "LGPL-3.0" in licence_of(distribution("pyside6-essentials"))
    assert licence_of(distribution("requests")).startswith("Apache")


def test_the_list_and_the_texts_are_written(tmp_path: Path) -> None:
    works = write_licences(LOCK, [], tmp_path)
    written = (tmp_path / "THIRD-PARTY.md").read_text("utf-8")
    assert all(f"| {work.name} | {work.version} |" in written for work in works)
    assert "Copyright" in next((tmp_path / "cbor2").iterdir()).read_text("utf-8")


def test_what_is_from_no_package_of_the_system_is_not_listed(tmp_path: Path) -> None:
    assert list(system_packages([("a.so", str(tmp_path / "a.so"), "BINARY")])) == []
    assert list(system_packages([("a.so", "/usr/lib/nobody-made-this.so", "BINARY")])) == []
