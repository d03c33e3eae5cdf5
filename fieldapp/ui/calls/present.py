"""Puts what the actions answer into the words of the call list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from fieldapp.actions.calls.call_list import CallList, Entry
from fieldapp.actions.calls.call_page import CallPage, Script
from fieldapp.actions.practice import Practice
from fieldapp.domain.call import Call, Outcome, Step
from fieldapp.domain.demand import Demand
from fieldapp.domain.documents.phone_groups import grouped, masked
from fieldapp.domain.due import DueState
from fieldapp.domain.vaccine import Catalogue
from fieldapp.ui.calls.present_message import message_column, message_sentence
from fieldapp.ui.calls.state import (
    CallLine,
    Choices,
    DemandLine,
    DemandState,
    FilterState,
    ListState,
    PersonState,
    Pill,
    ScriptPart,
)
from fieldapp.ui.calls.words import (
    BUTTONS,
    PHONES,
    SHOWS,
    day_without_year,
    off_words,
    outcome_button,
    outcome_column,
    outcome_words,
    refusal_words,
    withdrawal_words,
)
from fieldapp.ui.desk.registering import LANGUAGES
from fieldapp.ui.language import capital, catalogue_key, day, moment, number
from fieldapp.ui.words import cited, tr

_TONES = {DueState.PAST: "stop", DueState.OVERDUE: "wait", DueState.ASK: "info"}
_SPOKEN = dict(LANGUAGES)
MOST = 300


def list_state(found: CallList, shown: Sequence[Entry]) -> ListState:
    """The list with its sums; `shown` are those whom the filters leave, of whom the first MOST
    become lines: nobody reads further, and a window must not stand still for them."""
    second = all(entry.course.dose in (2, None) for entry in found.entries)
    title = tr("Second doses to call") if second else tr("Next doses to call")
    return ListState(
        title=title,
        as_of=" · ".join(_heading(found, len(shown))),
        pills=tuple(_pills(found)),
        locked=_locked(found),
        lines=tuple(_line(entry, found.as_of) for entry in shown[:MOST]),
        nothing=_nothing(found),
    )


def _locked(found: CallList) -> str:
    if found.locked_since is None:
        return ""
    return tr(
        "The roster is locked: what other teams gave since then, and whom the hub wrote to, is not "
        "known here. A sync opens it again, or a roster from a stick."
    )


def _heading(found: CallList, shown: int) -> Iterable[str]:
    if shown > MOST:
        yield tr("The first {n} of {all}").format(n=MOST, all=number(shown))
    if found.counting:
        yield tr("Still counting…")
    elif found.locked_since is not None:
        yield tr("Roster locked since {day}: sync").format(day=day(found.locked_since.date()))
    else:
        yield tr("As of {time}").format(time=moment(found.as_of, found.as_of))


def _pills(found: CallList) -> Iterable[Pill]:
    due, late = found.count(DueState.DUE, DueState.OVERDUE), found.count(DueState.PAST)
    soon = found.count(DueState.SOON)
    yield _pill("clock", tr("{n} due now"), due, "wait")
    yield _pill("triangle-alert", tr("{n} past latest"), late, "stop")
    yield _pill("info", tr("{n} in 7 days"), soon, "info")


def _pill(icon: str, words: str, count: int, tone: str) -> Pill:
    return Pill(icon, words.format(n=number(count)), tone if count else "muted")


def _nothing(found: CallList) -> str:
    if found.entries:
        return tr("Nobody fits these filters. Esc shows all to call.")
    if found.counting:
        return tr("Still counting whose next dose is due…")
    return tr(
        "Nobody’s next dose is due. Who had a first dose here comes onto this list, and leaves it "
        "when the next was given anywhere."
    )


def _line(entry: Entry, now: datetime) -> CallLine:
    contact, course, today = entry.contact, entry.course, now.date()
    return CallLine(
        key=(contact.client_id, course.series_id),
        name=_with_age(contact.name, contact.birth_date, today),
        day=str((today - course.last).days),
        when=entry_when(entry, today),
        phone=_phone_line(entry),
        last=last_words(entry),
        message=message_column(entry),
        message_tip=message_sentence(entry, now),
        tone=_TONES.get(entry.state, ""),
        detail=" · ".join(part for part in (entry.place, contact.area or "") if part),
        muted=entry.plan.step in (Step.LATER, Step.OFF),
    )


def _with_age(name: str, born: date | None, today: date) -> str:
    if born is None:
        return name
    before_birthday = (today.month, today.day) < (born.month, born.day)
    return f"{name}, {today.year - born.year - before_birthday}"


def entry_when(entry: Entry, today: date) -> str:
    """How the days stand, in as few words as a column holds."""
    course = entry.course
    if course.due is None:
        return tr("a doctor first")
    if course.due > today:
        return tr("due in {n} days").format(n=(course.due - today).days)
    if course.latest is None:
        return tr("due for {n} days").format(n=(today - course.due).days)
    left = (course.latest - today).days
    if left < 0:
        return tr("past by {n} days").format(n=-left)
    return tr("in {n} days").format(n=left)


def _phone_line(entry: Entry) -> str:
    phone = entry.contact.phone
    if entry.plan.why == Outcome.WRONG_NUMBER and entry.plan.step is Step.NO_PHONE:
        return tr("wrong number")
    return masked(phone) if phone else tr("no phone")


def spoken_language(code: str | None) -> str:
    """A language by the name that its speakers give it."""
    return _SPOKEN.get(code or "", code or "")


def last_words(entry: Entry) -> str:
    """What came of the last call, and how often nobody answered."""
    last, tries = entry.last_call, entry.plan.tries
    if last is None or last.dose != entry.course.dose:
        return tr("not called")
    when = "" if last.day is None else day_without_year(last.day)
    words = outcome_column(last.outcome).format(day=when).strip()
    return f"{words} ×{tries}" if tries > 1 else words


def _said(call: Call) -> str:
    when = "" if call.day is None else day(call.day)
    return outcome_words(call.outcome).format(day=when).strip()


# filters


def filters(found: CallList) -> FilterState:
    """What the people of the list can be told apart by."""
    places = tuple((place, place or tr("Place not known")) for place in found.places)
    spoken = tuple(
        (code, _SPOKEN.get(code, code) or tr("Language not known")) for code in found.languages
    )
    return FilterState(
        shows=tuple((code, tr(words)) for code, words in SHOWS.items()),
        places=((ANY, tr("Place")), *places),
        languages=((ANY, tr("Language")), *spoken),
        phones=tuple((code, tr(words)) for code, words in PHONES.items()),
    )


ANY = "*"
"""The choice that narrows nothing; "" is a place or language that nobody knows."""


# one person


def person_state(
    practice: Practice, page: CallPage, entry: Entry, script: Script, now: datetime
) -> PersonState:
    """The person that is called."""
    contact, today = entry.contact, now.date()
    missing = entry.plan.step is Step.NO_PHONE
    return PersonState(
        key=(contact.client_id, entry.course.series_id),
        name=_with_age(contact.name, contact.birth_date, today),
        about=_about(practice, entry),
        phone=_phone(entry, missing=missing),
        language=spoken_language(contact.language),
        due=due_words(entry, today),
        tone=_TONES.get(entry.state, "ok" if entry.state is DueState.DUE else "info"),
        rule=_rule(practice, entry),
        script_title=tr("Where to look") if missing else _script_title(entry, script),
        script=_parts(entry, script, missing=missing),
        message=message_sentence(entry, now),
        calls=tuple(_call(page, call, now) for call in reversed(page.calls)),
        phone_missing=missing,
        off="" if entry.is_open else off_words(entry.plan.why),
        may_take_back=any(call.withdrawn is None for call in page.calls),
        outcomes=outcomes(),
    )


def outcomes() -> Choices:
    """What can come of a call, in the order of the keys."""
    return tuple((code, outcome_button(code)) for code in BUTTONS)


def _about(practice: Practice, entry: Entry) -> str:
    course = entry.course
    vaccine = practice.catalogue.get(course.vaccine)
    product = course.vaccine if vaccine is None else vaccine.short_name
    last = tr("Last dose {day}, {product}").format(day=day(course.last), product=product)
    return " · ".join(part for part in (last, entry.contact.area or "", entry.place) if part)


def _phone(entry: Entry, *, missing: bool) -> str:
    if not missing:
        return grouped(entry.contact.phone or "")
    if entry.plan.why == Outcome.WRONG_NUMBER:
        return tr("Wrong number: somebody has to go there")
    return tr("No phone: somebody has to go there")


def due_words(entry: Entry, today: date) -> str:
    """The days of the dose that is due, in whole."""
    course = entry.course
    if course.due is None and entry.contact.birth_date is None:
        return tr("Without a birth date no day can be said: ask for it.")
    if course.due is None:
        return tr("A doctor has to look at the doses first: do not call.")
    said = tr("Dose {n} due {day}").format(n=course.dose, day=day(course.due))
    if course.latest is None:
        return said
    words = tr("{dose}, latest {day}")
    if course.latest < today:
        words = tr("{dose}. Past {day}: still give it")
    return words.format(dose=said, day=day(course.latest))


def _rule(practice: Practice, entry: Entry) -> str:
    programme = practice.programme
    series = programme.series_named(entry.course.series_id)
    title = "" if series is None else series.title.get(catalogue_key(), series.title["en"])
    return f"{capital(title)}; {cited(programme.edition)}"


def _script_title(entry: Entry, script: Script) -> str:
    spoken = _SPOKEN.get(entry.contact.language or "", "")
    if script.in_theirs and spoken:
        return tr("Read out, in {language}").format(language=spoken)
    if spoken:
        return tr("Read out; there are no words in {language}").format(language=spoken)
    return tr("Read out")


def _parts(entry: Entry, script: Script, *, missing: bool) -> tuple[ScriptPart, ...]:
    """What is said on the phone, or where somebody without one is looked for."""
    to_others = ScriptPart(tr("Somebody else: no vaccine, no disease"), script.to_others)
    if not entry.is_open:
        return ()
    if missing:
        where = " · ".join(part for part in (entry.contact.area or "", entry.place) if part)
        return ScriptPart("", where or tr("Place not known")), to_others
    return (
        ScriptPart("", script.greeting),
        ScriptPart(tr("When it is them, and the year is right"), script.to_them),
        to_others,
    )


def _call(page: CallPage, call: Call, now: datetime) -> str:
    who = page.callers.get(call.made_by, call.made_by)
    parts = [moment(call.made_at, now), capital(_said(call)), refusal_words(call.reason)]
    if call.again is not None:
        parts.append(tr("again {day}").format(day=day(call.again)))
    parts += [call.note or "", who]
    if call.withdrawn is not None:
        why = withdrawal_words(call.withdrawn)
        parts.append(tr("struck through: {why}").format(why=why))
    return " · ".join(part for part in parts if part)


# demand


def demand_state(catalogue: Catalogue, needed: Sequence[Demand]) -> DemandState:
    """What is needed in two weeks, with the sum where there are several lines."""
    lines = [_demand_line(catalogue, one) for one in needed]
    if len(needed) > 1:
        sums = (sum(getattr(one, name) for one in needed) for name in _SUMS)
        now, week_1, week_2, total = (number(one) for one in sums)
        lines.append(DemandLine(tr("All"), "", now, week_1, week_2, total))
    return DemandState(
        title=tr("Needed in the next two weeks"),
        lead=tr(
            "One dose for each person, by the day the programme recommends, or the day they "
            "promised. Without waste; who refused, moved or died is not counted."
        ),
        weeks=(tr("Next 7 days"), tr("7 days after")),
        lines=tuple(lines),
        nothing=tr("Nobody’s next dose is due in two weeks."),
    )


_SUMS = ("now", "week_1", "week_2", "total")


def _demand_line(catalogue: Catalogue, one: Demand) -> DemandLine:
    vaccine = catalogue.get(one.vaccine)
    return DemandLine(
        one.vaccine if vaccine is None else vaccine.short_name,
        one.place or tr("Place not known"),
        *(number(getattr(one, name)) for name in _SUMS),
    )


def badge_words(count: int) -> str:
    """What the number on the rail counts."""
    return tr("{n} to see to today").format(n=count)
