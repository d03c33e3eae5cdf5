"""When and how messages go out, as a file in the hub's folder says. Knows no person."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any

from fieldapp.domain.due import CourseStanding
from fieldapp.domain.message import Kind
from fieldapp.hub.messages.errors import GatewayUnknown, SettingsInvalid
from fieldapp.hub.messages.texts import Texts, read_texts

FOLDER = "messages"
SETTINGS_FILE, TEXTS_FILE = "settings.json", "texts.json"
_MOST_OFFSET_MIN = 14 * 60


@dataclass(frozen=True, slots=True)
class Settings:
    """What the file says; what each entry means stands in the file itself."""

    quiet_from: time
    quiet_to: time
    offsets_min: Mapping[str, int]
    remind_for_days: int
    last_days: int
    default_language: str
    name_vaccine: bool
    on_shared_phone: bool
    most_parts: int
    gateways: Mapping[str, Mapping[str, Any]]

    def is_quiet(self, now_s: int, offset_min: int) -> bool:
        """Whether it is a time of rest at a place of this offset."""
        here = local_time(now_s, offset_min).time()
        if self.quiet_from <= self.quiet_to:
            return self.quiet_from <= here < self.quiet_to
        return here >= self.quiet_from or here < self.quiet_to

    def kind_for(self, course: CourseStanding, today: date) -> Kind | None:
        """Which message is due about a course today, if any."""
        if course.complete or course.due is None or course.dose is None:
            return None
        latest = course.latest
        if latest is not None and latest - timedelta(days=self.last_days) <= today <= latest:
            return Kind.LAST if today >= course.due else None
        last = course.due + timedelta(days=self.remind_for_days)
        if latest is not None:
            last = min(last, latest)
        return Kind.DUE if course.due <= today <= last else None

    def may_name(self, *, shared: bool) -> bool:
        """Whether a text to this telephone may say which vaccine."""
        return self.name_vaccine and (self.on_shared_phone or not shared)

    def gateway(self, name: str, file: str = SETTINGS_FILE) -> Mapping[str, Any]:
        """The entry of one gateway. Raises GatewayUnknown."""
        if name not in self.gateways:
            raise GatewayUnknown(file=file, name=name, known=", ".join(sorted(self.gateways)))
        return self.gateways[name]


def local_time(now_s: int, offset_min: int) -> datetime:
    """The time on a wall clock at a place of this offset."""
    return datetime.fromtimestamp(now_s, timezone(timedelta(minutes=offset_min)))


def own_files(data: Path, shipped: Path) -> tuple[Settings, Texts]:
    """The settings and texts of a hub's own folder; the shipped ones are copied there first, to be
    edited. Raises SettingsInvalid, TextsInvalid."""
    folder = data / FOLDER
    folder.mkdir(mode=0o700, exist_ok=True)
    for name in (SETTINGS_FILE, TEXTS_FILE):
        if not (folder / name).exists():
            shutil.copyfile(shipped / name, folder / name)
    return read_settings(folder / SETTINGS_FILE), read_texts(folder / TEXTS_FILE)


def read_settings(path: Path) -> Settings:
    """Read a message-settings/1 file. Raises SettingsInvalid naming the place."""
    try:
        document: Any = json.loads(path.read_text("utf-8-sig"))
    except (OSError, ValueError) as error:
        raise SettingsInvalid(file=path.name, where="the file's content") from error
    entries = _Entries(path.name, document if isinstance(document, dict) else {})
    quiet = _Entries(path.name, entries.of("quiet", dict))
    return Settings(
        quiet_from=quiet.clock("from"),
        quiet_to=quiet.clock("to"),
        offsets_min=entries.offsets(),
        remind_for_days=entries.number("remind_for_days"),
        last_days=entries.number("last_days"),
        default_language=entries.of("default_language", str),
        name_vaccine=entries.of("name_vaccine", bool),
        on_shared_phone=entries.of("on_shared_phone", bool),
        most_parts=entries.number("most_parts"),
        gateways={
            name: _Entries(path.name, entries.of("gateways", dict)).of(name, dict)
            for name in entries.of("gateways", dict)
        },
    )


@dataclass(frozen=True, slots=True)
class _Entries:
    """The entries of one object of the file, each of the kind that it must be."""

    file: str
    document: Mapping[str, Any]

    def of(self, name: str, kind: type) -> Any:
        value = self.document.get(name)
        if type(value) is not kind:
            raise SettingsInvalid(file=self.file, where=name)
        return value

    def number(self, name: str) -> int:
        value: int = self.of(name, int)
        if value < 0:
            raise SettingsInvalid(file=self.file, where=name)
        return value

    def clock(self, name: str) -> time:
        try:
            return time.fromisoformat(self.of(name, str))
        except ValueError as error:
            raise SettingsInvalid(file=self.file, where=f"quiet, {name}") from error

    def offsets(self) -> dict[str, int]:
        regions: dict[str, Any] = self.of("regions", dict)
        offsets = {
            name: _Entries(self.file, one if isinstance(one, dict) else {}).of(
                "utc_offset_min", int
            )
            for name, one in regions.items()
        }
        if any(abs(offset) > _MOST_OFFSET_MIN for offset in offsets.values()):
            raise SettingsInvalid(file=self.file, where="utc_offset_min")
        return offsets
