"""From what was typed to what it means: dates, times, phone numbers. Raises BadField in words."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from fieldapp.domain.birth_date import Precision, read_birth_date
from fieldapp.domain.scan import read_as
from fieldapp.ui.words import tr


class BadField(Exception):
    """A field of a form cannot be taken as it is; the text says which and why."""


def day_of(text: str, today: date, *, least: date | None = None) -> date:
    """A day that is over or today."""
    try:
        day = date.fromisoformat(text.replace("/", "-").replace(".", "-"))
    except ValueError as error:
        raise BadField(tr("The date is not a date: write YYYY-MM-DD.")) from error
    if day > today:
        raise BadField(tr("The date lies in the future."))
    if least is not None and day < least:
        raise BadField(tr("The date lies before the person was born."))
    return day


def birth_of(text: str, today: date) -> tuple[date | None, Precision]:
    """A birth date as far as it is known: its first day, and how exactly."""
    if not text:
        return None, Precision.DAY
    try:
        born, known_to = read_birth_date(text)
    except ValueError as error:
        raise BadField(
            tr("The birth date is not a date: write YYYY-MM-DD, or YYYY-MM, or the year alone.")
        ) from error
    if born > today:
        raise BadField(tr("The birth date lies in the future."))
    return born, known_to


def expiry_of(text: str) -> date | None:
    """The last usable day as printed: a day, or a month, which is usable to its end."""
    if not text:
        return None
    parts = text.replace("/", "-").replace(".", "-").split("-")
    try:
        if len(parts) == 2:
            return _last_of_month(int(parts[0]), int(parts[1]))
        return date.fromisoformat("-".join(parts))
    except ValueError as error:
        raise BadField(tr("The expiry date is not a date: write YYYY-MM-DD or YYYY-MM.")) from error


def time_of(text: str) -> time:
    """A time of day, 24 hours."""
    try:
        return time.fromisoformat(text.replace("：", ":").zfill(5))
    except ValueError as error:
        raise BadField(tr("The time is not a time: write HH:MM.")) from error


def moment_of(day: str, clock_time: str, now: datetime) -> datetime:
    """A moment that is over, on the site's own clock."""
    moment = datetime.combine(day_of(day, now.date()), time_of(clock_time))
    if moment > now:
        raise BadField(tr("The time lies in the future."))
    return moment


def phone_of(text: str, today: date) -> str | None:
    """A number that can be called, as it is stored; None for none."""
    if not text:
        return None
    scan = read_as("phone", text, today)
    if not scan.valid:
        raise BadField(tr("The phone number cannot be right. Correct it, or leave it empty."))
    return str(scan.fields["e164"])


def chosen_of(value: str, words: str) -> str:
    """Something that must be chosen; `words` ask for it."""
    if not value:
        raise BadField(words)
    return value


def _last_of_month(year: int, month: int) -> date:
    first = date(year, month, 1)
    following = first.replace(year=year + month // 12, month=month % 12 + 1)
    return following - timedelta(days=1)
