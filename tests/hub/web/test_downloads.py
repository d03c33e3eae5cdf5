"""Promises of files to take away: their name has the day, and their kind is said."""

from __future__ import annotations

from pathlib import Path

from fieldapp.hub.web.access import Role
from fieldapp.hub.web.downloads import ALL_FORMATS, TYPES
from tests.hub.web.pages_process import PagesHub


def test_every_format_has_a_kind() -> None:
    assert set(ALL_FORMATS) == set(TYPES)


def test_a_file_bears_its_day_and_leaves_nothing_behind(hub: PagesHub) -> None:
    page = hub.signed_in(Role.READER).get("/sync-log/sync-log.csv").page
    assert page.headers["Content-Type"] == TYPES["csv"]
    named = page.headers["Content-Disposition"]
    assert named == 'attachment; filename="sync-log-2021-06-30.csv"' or "2021-06-29" in named
    assert not list(Path(hub.store.folder).glob("*.csv"))
