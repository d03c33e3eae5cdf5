"""The verb: write who is due, what callers reached, drop-out and demand as a file."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

from fieldapp.actions.calls.call_list import CallList, Entry
from fieldapp.actions.calls.demand import next_two_weeks
from fieldapp.actions.calls.due_book import catch_up_wholly
from fieldapp.actions.made_up import marked
from fieldapp.actions.practice import Practice
from fieldapp.domain.demand import Demand
from fieldapp.domain.due import cohorts
from fieldapp.journal import calls, due
from fieldapp.journal.journal import Journal
from fieldapp.journal.staff import all_staff
from fieldapp.reports.due import NONE_SENT, CallerLine, DueLine, due_table
from fieldapp.reports.files import write_table


def export_due(practice: Practice, fmt: str, path: Path, since: date | None = None) -> int:
    """Write the report; returns how many rows. `since` leaves out earlier calls from the results
    of callers; everything else is as it stands today. Raises CannotWrite."""
    found, needed = whole_list(practice)
    journal = practice.journal
    callers = caller_lines(journal, since)
    dropped = cohorts(due.all_courses(journal), found.today)
    table = due_table((_line(entry) for entry in found.entries), callers, dropped, needed)
    write_table(marked(journal, table), fmt, path)
    return len(table.rows)


def whole_list(practice: Practice) -> tuple[CallList, list[Demand]]:
    """The list two weeks ahead once everybody is counted, and what will be needed."""
    catch_up_wholly(practice)
    return next_two_weeks(practice)


def caller_lines(journal: Journal, since: date | None = None) -> list[CallerLine]:
    """What each caller's calls came to, by name."""
    names = {user.login: user.name for user in all_staff(journal)}
    counted: dict[str, Counter[str]] = {}
    for call in calls.all_calls(journal):
        if call.withdrawn is None and (since is None or call.made_at.date() >= since):
            counted.setdefault(call.made_by, Counter())[call.outcome] += 1
    team = journal.team.name
    lines = (CallerLine(team, names.get(who, who), sums) for who, sums in counted.items())
    return sorted(lines, key=lambda line: line.caller)


def _line(entry: Entry) -> DueLine:
    contact, course, last = entry.contact, entry.course, entry.last_call
    return DueLine(
        client_id=contact.client_id,
        name=contact.name,
        birth_date=contact.birth_date,
        phone=contact.phone,
        language=contact.language,
        area=contact.area,
        place=entry.place,
        vaccine=course.vaccine,
        dose=course.dose,
        last_dose=course.last,
        due=course.due,
        latest=course.latest,
        state=entry.state.value,
        call_state=entry.plan.step.value,
        tries=entry.plan.tries,
        next_try=entry.plan.day,
        promised=entry.promised,
        last_outcome=last.outcome if last else None,
        last_call=last.made_at if last else None,
        last_caller=last.made_by if last else None,
        wants_calls=entry.wishes.calls,
        wants_messages=not entry.wants_no_messages,
        message=_message(entry),
        message_kind=entry.message.kind.value if entry.message else None,
        message_day=entry.message.day if entry.message else None,
        messages_as_of=entry.messages.as_of if entry.messages else None,
    )


def _message(entry: Entry) -> str | None:
    """What became of the newest message about this dose; None where nothing is known here."""
    if entry.message is not None:
        return entry.message.fate.value
    return None if entry.messages is None else NONE_SENT
