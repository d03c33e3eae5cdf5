"""Which message is due when, and when nobody is disturbed."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from fieldapp.domain.due import CourseStanding
from fieldapp.domain.message import Kind
from fieldapp.hub.messages.errors import GatewayUnknown, SettingsInvalid
from fieldapp.hub.messages.settings import Settings, own_files, read_settings
from fieldapp.resource_files import resource_path

SHIPPED = resource_path("messages")
DOSE_1 = date(2021, 5, 8)
COURSE = CourseStanding(
    series_id="test", vaccine="covid-test-1", first=DOSE_1, second=None, second_by=None,
    last=DOSE_1, dose=2, due=DOSE_1 + timedelta(days=21), latest=DOSE_1 + timedelta(days=56),
)  # fmt: skip


def settings() -> Settings:
    return read_settings(SHIPPED / "settings.json")


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        (20, None),
        (21, Kind.DUE),
        (35, Kind.DUE),
        (36, None),
        (48, None),
        (49, Kind.LAST),
        (56, Kind.LAST),
        (57, None),
    ],
)
def test_a_reminder_on_day_21_and_one_before_the_latest_day(day: int, kind: Kind | None) -> None:
    assert settings().kind_for(COURSE, DOSE_1 + timedelta(days=day)) is kind


def test_nothing_is_due_of_a_complete_course_or_one_for_a_clinician() -> None:
    on = DOSE_1 + timedelta(days=21)
    for without in ({"complete": True}, {"due": None}, {"dose": None}):
        course = CourseStanding(**{**_fields(COURSE), **without})
        assert settings().kind_for(course, on) is None


def _fields(course: CourseStanding) -> dict[str, Any]:
    return {name: getattr(course, name) for name in CourseStanding.__slots__}


@pytest.mark.parametrize(
    ("utc", "offset_min", "quiet"),
    [
        ("2021-06-29T00:59", 480, True),  # 08:59 there
        ("2021-06-29T01:00", 480, False),
        ("2021-06-29T11:59", 480, False),
        ("2021-06-29T12:00", 480, True),
        ("2021-06-29T12:00", 0, False),
    ],
)
def test_the_hours_of_rest_are_those_of_the_place(utc: str, offset_min: int, quiet: bool) -> None:
    now_s = int(datetime.fromisoformat(utc).replace(tzinfo=UTC).timestamp())
    assert settings().is_quiet(now_s, offset_min) is quiet


def test_a_shared_phone_names_nothing_unless_the_programme_allows_that_too(tmp_path: Path) -> None:
    assert not settings().may_name(shared=False)
    named = edited(tmp_path, name_vaccine=True)
    assert named.may_name(shared=False) and not named.may_name(shared=True)
    assert edited(tmp_path, name_vaccine=True, on_shared_phone=True).may_name(shared=True)


def edited(folder: Path, **entries: object) -> Settings:
    document = json.loads((SHIPPED / "settings.json").read_text("utf-8"))
    path = folder / "settings.json"
    path.write_text(json.dumps(document | entries), "utf-8")
    return read_settings(path)


@pytest.mark.parametrize(
    "entries",
    [
        {"quiet": {"from": "8 pm", "to": "09:00"}},
        {"quiet": None},
        {"last_days": -1},
        {"last_days": True},
        {"regions": {"north": {}}},
        {"regions": {"north": {"utc_offset_min": 6000}}},
        {"gateways": {"kannel": "http"}},
    ],
)
def test_settings_that_cannot_be_used_are_refused(
    tmp_path: Path, entries: dict[str, object]
) -> None:
    with pytest.raises(SettingsInvalid):
        edited(tmp_path, **entries)


def test_the_hub_has_its_own_copies_and_they_are_kept(tmp_path: Path) -> None:
    own_files(tmp_path, SHIPPED)
    edited(tmp_path / "messages", last_days=3)
    assert own_files(tmp_path, SHIPPED)[0].last_days == 3


def test_a_gateway_that_is_not_there_is_said_with_those_that_are() -> None:
    with pytest.raises(GatewayUnknown) as refused:
        settings().gateway("pigeon")
    assert "only: file, kannel, smpp" in str(refused.value)
