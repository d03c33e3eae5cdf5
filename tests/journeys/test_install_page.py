"""What is written for whoever installs is true: targets, commands, files and system libraries."""

from __future__ import annotations

import csv
import re

import pytest

from tests.journeys.pages_of_operators import ROOT, blocks, commands, is_understood
from tools.__main__ import VERBS
from tools.desktop.empty_root import FONTS
from tools.desktop.needs import FONT_RULES, debian_packages
from tools.system_packages import LIBRARIES

PAGE = ROOT / "docs" / "INSTALL.md"
BUILT = ROOT / "dist" / "fieldapp"
_APT = re.compile(r"^sudo apt-get install --no-install-recommends (.+)$", re.MULTILINE)
_TARGET = re.compile(r"(?:`|&& |^ {4})make ([a-z]+(?:-[a-z]+)*)\b", re.MULTILINE)
_FILE = re.compile(r"`((?:deploy|requirements|resources|build)[\w./-]+\.\w+)`")


def packages_named() -> set[str]:
    """What the page tells to install beside the folder."""
    found = _APT.search(PAGE.read_text("utf-8"))
    assert found
    return set(found[1].split())


def test_every_command_of_the_page_exists() -> None:
    found = [words for block in blocks(PAGE, to_be_run=False) for words in commands(block)]
    assert found and all(map(is_understood, found))


def test_every_target_and_file_that_is_named_exists() -> None:
    text = PAGE.read_text("utf-8") + (ROOT / "README.md").read_text("utf-8")
    targets = (ROOT / "Makefile").read_text("utf-8")
    named = set(_TARGET.findall(text))
    assert {"run", "package", "deb"} <= named <= VERBS.keys()
    assert not [name for name in named if f" {name}" not in targets]
    assert not [path for path in _FILE.findall(text) if not (ROOT / path).exists()]


def test_the_libraries_that_are_named_are_those_that_the_selftest_knows() -> None:
    rows = csv.DictReader(LIBRARIES.read_text("utf-8").splitlines())
    known = {row["debian"] for row in rows} | {FONT_RULES, *FONTS}
    assert packages_named() <= known
    readme = (ROOT / "README.md").read_text("utf-8")
    assert not [name for name in packages_named() if f"{name}" not in readme]


@pytest.mark.skipif(not BUILT.is_dir(), reason="no package was built here: make package")
def test_the_package_made_last_asks_for_exactly_what_is_named() -> None:
    assert packages_named() == {*debian_packages(BUILT), *FONTS}
