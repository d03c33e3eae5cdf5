"""Promises of the mark of a hub that is being put back."""

from __future__ import annotations

from pathlib import Path

import pytest

from fieldapp.hub import unfinished
from fieldapp.hub.unfinished import RestoreUnfinished


def test_between_begin_and_end_the_hub_is_nobodys(tmp_path: Path) -> None:
    unfinished.must_not_be(tmp_path)
    unfinished.begin(tmp_path)
    with pytest.raises(RestoreUnfinished, match=tmp_path.name):
        unfinished.must_not_be(tmp_path)
    unfinished.end(tmp_path)
    unfinished.must_not_be(tmp_path)


def test_begun_twice_and_ended_twice_comes_to_the_same(tmp_path: Path) -> None:
    unfinished.begin(tmp_path)
    unfinished.begin(tmp_path)
    assert unfinished.is_so(tmp_path)
    unfinished.end(tmp_path)
    unfinished.end(tmp_path)
    assert not unfinished.is_so(tmp_path)


def test_it_says_in_which_database(tmp_path: Path) -> None:
    unfinished.begin(tmp_path, "postgresql://127.0.0.1/one")
    assert unfinished.is_in(tmp_path, "postgresql://127.0.0.1/one")
    assert not unfinished.is_in(tmp_path, "postgresql://127.0.0.1/other")
    unfinished.end(tmp_path)
    assert not unfinished.is_in(tmp_path, "")
