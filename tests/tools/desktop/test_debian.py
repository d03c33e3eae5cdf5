"""A Debian package has every file in its place, and is the same when made twice."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from fieldapp import __version__
from fieldapp.actions.which_build import STAMP_FILE
from tools.desktop import debian
from tools.desktop.debian import lay_out, main, version_of, write_package
from tools.desktop.stamp import Stamp

MADE_HERE = pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="no dpkg-deb here")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A program of one file."""
    made = tmp_path / "fieldapp"
    (made / "_internal").mkdir(parents=True)
    shutil.copy("/bin/true", made / "fieldapp")
    stamp = made / "_internal" / "resources" / STAMP_FILE
    stamp.parent.mkdir()
    stamp.write_text(Stamp("0123abc+changes", 1700000000).as_json(), "utf-8")
    return made


def test_files_lie_where_debian_has_such_files(folder: Path, tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    lay_out(folder, tree)
    assert (tree / "usr" / "bin" / "fieldapp").resolve() == tree / "usr/lib/fieldapp/fieldapp"
    assert (tree / "usr/share/applications/fieldapp.desktop").is_file()
    assert (tree / "usr/share/icons/hicolor/scalable/apps/fieldapp.svg").is_file()
    assert (tree / "usr/share/doc/fieldapp/changelog.gz").is_file()
    assert "Permission is hereby granted" in (tree / "usr/share/doc/fieldapp/copyright").read_text()


@MADE_HERE
def test_the_package_is_the_same_when_made_twice(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    monkeypatch.setattr(debian, "ROOT", _beside(tmp_path))
    first = write_package(folder, tmp_path / "out").read_bytes()
    again = write_package(folder, tmp_path / "out")
    assert again.read_bytes() == first
    told = subprocess.run(
        ["dpkg-deb", "--info", str(again)], capture_output=True, text=True, check=True
    ).stdout
    assert f"Version: {__version__}+20231114.0123abc.changes\n" in told
    assert "Depends: libc6 (>= 2." in told


def _beside(folder: Path) -> Path:
    """A place for the tree that is packed, with the texts that go into it."""
    for name in ("LICENSE", "CHANGELOG.md"):
        shutil.copy(debian.ROOT / name, folder / name)
    return folder


def test_versions_between_releases_can_be_told(folder: Path) -> None:
    assert version_of(folder) == f"{__version__}+20231114.0123abc.changes"


def test_without_a_folder_it_says_what_to_type(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path / "gone")]) == 1
    assert "make package" in capsys.readouterr().err
