"""Promises of the daily page: restated openly, any day, as files, for readers, without names."""

from __future__ import annotations

import csv
import io

import pytest

from fieldapp.hub.daily.publishing import publish
from fieldapp.hub.web import audit
from fieldapp.hub.web.access import Role
from fieldapp.wire.dates import to_day
from tests.hub.daily.test_counting import member
from tests.hub.daily.test_report import DAY
from tests.hub.web.pages_process import PagesHub


@pytest.fixture(scope="module")
def days(hub: PagesHub) -> PagesHub:
    """Two doses on the 14th that were published, and one that came after."""
    world = hub.world
    laptop = world.laptop(name="Boat Haiyun 6")
    for name in ("Wang One", "Wang Two"):
        laptop.give(member(laptop, name, group="grp-health", home="110101"), 14, month=6)
    world.push_all(laptop)
    with hub.store.writing() as connection:
        publish(connection, to_day(DAY) or 0, hub.now_s)
    laptop.give(member(laptop, "Wang Late", group="grp-lake", home="370826"), 14, month=6)
    world.push_all(laptop)
    return hub


def test_the_day_is_restated_for_all_to_see(days: PagesHub) -> None:
    reader = days.signed_in(Role.READER).get("/daily", day="2021-06-14")
    text = reader.text
    assert "Daily report of 14 Jun 2021" in text
    assert "Reported on 30 Jun 2021 04:53: 2. Today known: 3 (+1 late)" in text
    assert "Wang" not in text
    assert "People covered that day 3 reported then: 2" in text
    assert "/doses" not in reader.page.text
    page = days.signed_in(Role.SUPERVISOR).get("/daily", day="2021-06-14").page
    assert 'href="/doses?day=2021-06-14"' in page.text


def test_small_groups_and_areas_are_for_supervisors_by_name(days: PagesHub) -> None:
    path, day = "/daily/daily-report.csv", "2021-06-14"
    names = ("Health workers", "Dongcheng District")
    supervisor, reader = days.signed_in(Role.SUPERVISOR), days.signed_in(Role.READER)
    text = supervisor.get("/daily", day=day).text
    assert all(name in text for name in names)
    text = reader.get("/daily", day=day).text
    assert not any(name in text for name in names) and "small ones, together" in text
    assert names[0] in supervisor.get(path, day=day).page.text
    assert names[0] not in reader.get(path, day=day).page.text


@pytest.mark.parametrize("day", ["", "never", "2999-01-01", "0001-01-01"])
def test_a_day_that_is_none_or_has_not_come_is_today(days: PagesHub, day: str) -> None:
    visitor = days.signed_in(Role.READER).get("/daily", day=day)
    assert visitor.status == 200 and "Daily report of 30 Jun 2021" in visitor.text


def test_the_files_hold_both_figures_and_the_export_is_in_the_audit(days: PagesHub) -> None:
    visitor = days.signed_in(Role.SUPERVISOR)
    for fmt in ("xlsx", "pdf", "jsonl", "csv"):
        page = visitor.get(f"/daily/daily-report.{fmt}", day="2021-06-14").page
        assert page.status_code == 200 and page.content
    rows = list(csv.DictReader(io.StringIO(page.content.decode("utf-8-sig"))))
    assert (rows[0]["doses"], rows[0]["doses_reported"], rows[0]["late"]) == ("3", "2", "1")
    with days.store.reading() as connection:
        (row,) = audit.entries(connection, before_no=None, most=1)
    assert (row.act, row.details) == ("daily-report-exported", "csv 2021-06-14")


def test_a_format_that_is_none_is_said(days: PagesHub) -> None:
    assert days.signed_in(Role.READER).get("/daily/daily-report.exe").status == 404
