"""The language of the screens, and how dates, times and numbers are written in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime, timedelta
from functools import cache

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from fieldapp.domain.birth_date import Precision, write_birth_date
from fieldapp.resource_files import resource_path

ENGLISH, CHINESE = "en", "zh_CN"
LANGUAGES = (ENGLISH, CHINESE)
_INSTALLED = "language"
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def install(app: QCoreApplication, language: str) -> None:
    """Speak this language from now on; every open screen follows (QEvent.LanguageChange)."""
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    QLocale.setDefault(QLocale(language))
    translator = QTranslator(app)
    if translator.load(str(resource_path("translations", f"fieldapp_{language}.qm"))):
        app.installTranslator(translator)
    app.setProperty(_INSTALLED, language)


def installed(app: QCoreApplication) -> str | None:
    """The language that was installed; None at the start, when English is what happens to be
    spoken, without its plurals."""
    language: str | None = app.property(_INSTALLED)
    return language


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Write in this language until the end of the block, whatever the screens speak; empty: as
    they do. For papers, which are in the language of who takes them home."""
    before = _ON_PAPER.set(language)
    try:
        yield
    finally:
        _ON_PAPER.reset(before)


_ON_PAPER: ContextVar[str] = ContextVar("the language of a paper that is being written", default="")


def translate(context: str, text: str) -> str:
    """A sentence in the language that is spoken now."""
    language = _ON_PAPER.get()
    if not language:
        return QCoreApplication.translate(context, text)
    return _sentences(language).translate(context, text) or text


@cache
def _sentences(language: str) -> QTranslator:
    translator = QTranslator()
    translator.load(str(resource_path("translations", f"fieldapp_{language}.qm")))
    return translator


def preferred() -> str:
    """The language that this machine's user speaks, as far as the app does."""
    system = QLocale.system().language()
    return CHINESE if system is QLocale.Language.Chinese else ENGLISH


def spoken() -> str:
    """The language of the screens now, or of the paper that is being written."""
    if _ON_PAPER.get():
        return _ON_PAPER.get()
    return CHINESE if QLocale().language() is QLocale.Language.Chinese else ENGLISH


def catalogue_key() -> str:
    """The key of this language in the catalogues under resources/."""
    return "zh-Hans" if spoken() == CHINESE else "en"


def day(value: date) -> str:
    """A day: 22 Nov 2026, or 2026-11-22."""
    if spoken() == CHINESE:
        return f"{value:%Y-%m-%d}"
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def birth_day(first: date | None, known_to: Precision) -> str:
    """A birth date as far as it is known: 17 May 1980, May 1980 or 1980; "" for none."""
    if first is None or known_to is Precision.DAY:
        return day(first) if first else ""
    if known_to is Precision.MONTH and spoken() != CHINESE:
        return f"{_MONTHS[first.month - 1]} {first.year}"
    return write_birth_date(first, known_to)


def clock_time(value: datetime) -> str:
    """A time of day, 24 hours."""
    return f"{value:%H:%M}"


def moment(value: datetime, now: datetime) -> str:
    """A moment: `today 14:32`, `yesterday 09:10`, or the day with its time."""
    local = value.astimezone(now.tzinfo)
    translate = QCoreApplication.translate
    if local.date() == now.date():
        return translate("language", "today {time}").format(time=clock_time(local))
    if local.date() == now.date() - timedelta(days=1):
        return translate("language", "yesterday {time}").format(time=clock_time(local))
    return f"{day(local.date())} {clock_time(local)}"


def number(value: int) -> str:
    """A count with thousands separators."""
    return f"{value:,}"


def size(count: int) -> str:
    """Bytes as people say them: 950 B, 1.3 kB, 2.0 MB, 96.0 GB."""
    if count < 1000:
        return f"{count} B"
    if count < 1_000_000:
        return f"{count / 1000:.1f} kB"
    if count < 1_000_000_000:
        return f"{count / 1_000_000:.1f} MB"
    return f"{count / 1_000_000_000:.1f} GB"


def duration(seconds: int) -> str:
    """How long: 40 s, 12 min, 3 h 12 min, 2 days 4 h."""
    translate = QCoreApplication.translate
    minutes, hours, days = seconds // 60, seconds // 3600, seconds // 86400
    if seconds < 60:
        return translate("language", "{s} s").format(s=seconds)
    if hours == 0:
        return translate("language", "{min} min").format(min=minutes)
    if days == 0:
        return translate("language", "{h} h {min} min").format(h=hours, min=minutes % 60)
    return translate("language", "%n day(s) {h} h", "", days).format(h=hours % 24)


def capital(text: str) -> str:
    """The text with a capital first letter, for the head of a line."""
    return text[:1].upper() + text[1:]
