"""Two folders are the same, or the files that differ are named."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.desktop.same import contents, differences, main, whole


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    """Two folders with the same in them."""
    for name in ("one", "other"):
        inside = tmp_path / name / "inside"
        inside.mkdir(parents=True)
        (inside / "a.txt").write_text("same", "utf-8")
        (tmp_path / name / "link").symlink_to("inside/a.txt")
    return tmp_path / "one", tmp_path / "other"


def test_the_same_is_the_same(two: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert differences(*two) == []
    assert whole(two[0]) == whole(two[1])
    assert main([str(path) for path in two]) == 0
    assert capsys.readouterr().out.startswith("The same: 2 files, SHA-256 ")


def test_what_differs_is_named(two: tuple[Path, Path]) -> None:
    one, other = two
    (other / "inside" / "a.txt").write_text("other", "utf-8")
    (one / "only.txt").touch()
    (other / "link").unlink()
    (other / "link").symlink_to("elsewhere")
    assert differences(one, other) == [
        "inside/a.txt: not the same",
        "link: not the same",
        f"only.txt: only in {one}",
    ]
    assert main([str(one), str(other)]) == 1


def test_links_are_told_by_where_they_lead(two: tuple[Path, Path]) -> None:
    assert contents(two[0])["link"] == "-> inside/a.txt"


def test_two_folders_have_to_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["one"]) == 2
    assert "usage:" in capsys.readouterr().err
