"""The verb: one person to call: what is due, what was said before, and what to read out to them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from fieldapp.actions.calls.call_list import Entry, entry_of
from fieldapp.actions.calls.rules import load_call_rules
from fieldapp.actions.consult import ClientGone
from fieldapp.actions.moments import site_today
from fieldapp.actions.practice import Practice
from fieldapp.domain.call import Call
from fieldapp.domain.client import Client
from fieldapp.journal import calls, clients, due
from fieldapp.journal.staff import all_staff
from fieldapp.resource_files import resource_path

_FALLBACK = "en"


@dataclass(frozen=True, slots=True)
class CallPage:
    """A person with the dose that is due and every call so far, oldest first. `entry` is None once
    nothing is due. `callers` are the names of who called, by login."""

    client: Client
    entry: Entry | None
    calls: tuple[Call, ...]
    callers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Script:
    """What to read out, in the person's language. Until they said who they are, and to anybody
    else, neither a vaccine nor a disease is named; `in_theirs`: whether it is in their language."""

    greeting: str
    to_them: str
    to_others: str
    in_theirs: bool


def call_page(practice: Practice, client_id: bytes, series_id: str | None = None) -> CallPage:
    """Look everything up; `series_id` names the course, where several are due.

    Raises ClientGone.
    """
    journal, today, rules = practice.journal, site_today(practice.clock), load_call_rules()
    client = clients.get(journal, client_id)
    if client is None:
        raise ClientGone()
    called = calls.of_client(journal, client_id)
    wishes = calls.wishes_of(journal, client_id)
    found = [one for one in due.of_client(journal, client_id) if not one.course.complete]
    found.sort(key=lambda one: (one.course.series_id != series_id, one.course.due or date.max))
    entry = entry_of(found[0], called, wishes, today, rules) if found else None
    names = {user.login: user.name for user in all_staff(journal)}
    return CallPage(client, entry, tuple(called), names)


def script_for(
    entry: Entry, *, team: str, caller: str, today: date, fallback: str = _FALLBACK
) -> Script:
    """The words for this call; in `fallback`, the caller's language, where there are none in the
    person's."""
    scripts = _scripts()
    language = entry.contact.language or fallback
    words = scripts.get(language) or scripts[fallback]
    course = entry.course
    earliest = max(course.due or today, today)
    late = course.latest is None or course.latest < today
    values = {
        "name": entry.contact.name,
        "team": team,
        "caller": caller,
        "from": _day(earliest, words["day"]),
        "latest": "" if course.latest is None else _day(course.latest, words["day"]),
    }
    asked = "to_them_now" if late else "to_them"
    said = {part: words[part].format(**values) for part in ("greeting", asked, "to_others")}
    return Script(said["greeting"], said[asked], said["to_others"], language in scripts)


def _day(day: date, pattern: str) -> str:
    return pattern.format(day=day.day, month=day.month, year=day.year)


@cache
def _scripts() -> Mapping[str, Mapping[str, str]]:
    document = json.loads(resource_path("calls", "scripts.json").read_text("utf-8"))
    scripts: Mapping[str, Mapping[str, str]] = document["scripts"]
    return scripts
