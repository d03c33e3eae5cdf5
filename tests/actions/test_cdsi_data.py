"""A folder of supporting data is loaded whole, or refused in words."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from fieldapp.actions.cdsi_data import load_supporting_data
from fieldapp.domain.cdsi.supporting_data import SupportingDataInvalid

FOLDER = Path(__file__).parents[1] / "data" / "cdsi"
SUNPOX = "AntigenSupportingData- Sunpox.xml"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the made-up folder."""
    return Path(shutil.copytree(FOLDER, tmp_path / "cdsi"))


def test_the_files_may_lie_in_a_folder_inside(copy: Path) -> None:
    (copy / "XML").mkdir()
    for file in copy.glob("*.xml"):
        file.rename(copy / "XML" / file.name)
    assert set(load_supporting_data(copy).antigens) == {"Sunpox", "Moon", "Star", "Rain"}


def test_a_folder_without_the_schedule_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SupportingDataInvalid, match="no such file"):
        load_supporting_data(tmp_path)


def test_a_folder_without_antigens_is_refused(copy: Path) -> None:
    for file in copy.glob("Antigen*.xml"):
        file.unlink()
    with pytest.raises(SupportingDataInvalid, match="AntigenSupportingData"):
        load_supporting_data(copy)


def test_two_versions_in_one_folder_are_refused(copy: Path) -> None:
    shutil.copytree(FOLDER, copy / "older")
    with pytest.raises(SupportingDataInvalid, match="several versions"):
        load_supporting_data(copy)


def test_an_antigen_that_is_there_twice_is_refused(copy: Path) -> None:
    shutil.copy(copy / SUNPOX, copy / "AntigenSupportingData- Sunpox (1).xml")
    with pytest.raises(SupportingDataInvalid, match="twice"):
        load_supporting_data(copy)


def test_a_file_that_is_no_text_is_refused_by_name(copy: Path) -> None:
    (copy / SUNPOX).write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SupportingDataInvalid, match=r"Sunpox.*UTF-8"):
        load_supporting_data(copy)


def test_a_file_that_cannot_be_read_is_refused_by_name(copy: Path) -> None:
    (copy / SUNPOX).unlink()
    (copy / SUNPOX).mkdir()
    with pytest.raises(SupportingDataInvalid, match="Sunpox"):
        load_supporting_data(copy)
