"""A command opens the hub that it names, and leaves it whole."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest
from sqlalchemy import select

from fieldapp.cli.hub_opening import opened_hub, operators_desk, reading
from fieldapp.hub.errors import HubError
from fieldapp.hub.web.tables import audit
from tests.hub.conftest import new_world


@pytest.fixture
def named(tmp_path: Path) -> argparse.Namespace:
    new_world(tmp_path / "hub").store.close()
    return argparse.Namespace(data=tmp_path / "hub", database=None)


def test_what_the_operator_changes_is_kept_whole_or_not_at_all(named: argparse.Namespace) -> None:
    with pytest.raises(ValueError, match="half done"), operators_desk(named) as desk:
        desk.note("user-added", "user li.na")
        raise ValueError("half done")
    with reading(named) as connection:
        assert connection.execute(select(audit.c.no)).all() == []


def test_a_folder_without_a_hub_is_said_to_be_none(tmp_path: Path) -> None:
    nowhere = argparse.Namespace(data=tmp_path, database=None)
    with pytest.raises(HubError), opened_hub(nowhere):
        pass
