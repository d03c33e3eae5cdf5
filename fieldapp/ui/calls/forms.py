"""What is asked after each outcome of a call, and what was typed as a note for the action."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from fieldapp.actions.calls.call_list import Entry
from fieldapp.actions.calls.record_call import REFUSALS, CallNote
from fieldapp.actions.calls.rules import load_call_rules
from fieldapp.domain.call import Outcome, Wishes, next_try
from fieldapp.domain.vaccine import Catalogue
from fieldapp.ui.calls.words import outcome_title, refusal_words
from fieldapp.ui.desk.given_forms import vaccine_choices
from fieldapp.ui.form_page import FormField, FormState
from fieldapp.ui.form_values import BadField, chosen_of, day_of, phone_of
from fieldapp.ui.theme import is_large
from fieldapp.ui.words import tr

_AGAIN = (Outcome.NO_ANSWER, Outcome.THIRD_PERSON, Outcome.NO_COMMON_LANGUAGE)
_MESSAGES_STAY, _NOTHING = "messages", "nothing"


def outcome_form(outcome: Outcome, entry: Entry, catalogue: Catalogue, today: date) -> FormState:
    """The form of an outcome; what is usual stands in it already."""
    fields = (*_fields(outcome, entry, catalogue, today), _note(outcome))
    lead = _lead(outcome)
    if outcome in _AGAIN and not fields[0].value:
        lead = tr("The rules propose no further try. Enter a day to try again all the same.")
    return FormState(outcome_title(outcome.value), lead, fields, tr("Save, next"))


def _fields(
    outcome: Outcome, entry: Entry, catalogue: Catalogue, today: date
) -> tuple[FormField, ...]:
    if outcome is Outcome.WILL_COME:
        return (FormField("day", tr("Which day"), hint=_DAY_HINT, span=3),)
    if outcome in _AGAIN:
        usual = next_try(outcome, entry.plan.tries + 1, today, load_call_rules())
        value = "" if usual is None else usual.isoformat()
        return (FormField("again", tr("Try again on"), value, hint=_DAY_HINT, span=3),)
    if outcome is Outcome.ELSEWHERE:
        return (
            FormField("day", tr("When, if they know"), hint=tr("YYYY-MM-DD"), span=_beside(1)),
            FormField(
                "product",
                tr("What"),
                entry.course.vaccine,
                vaccine_choices(catalogue),
                span=_beside(2),
            ),
            FormField("place", tr("Where"), span=_beside(1)),
        )
    if outcome is Outcome.REFUSED:
        reasons = tuple((code, refusal_words(code)) for code in REFUSALS)
        return (FormField("reason", tr("Why"), choices=reasons, span=3),)
    if outcome is Outcome.OPTED_OUT:
        choices = (
            (_MESSAGES_STAY, tr("No calls; messages are fine")),
            (_NOTHING, tr("Neither calls nor messages")),
        )
        return (FormField("wish", tr("What they wish"), choices=choices, span=3),)
    if outcome is Outcome.WRONG_NUMBER:
        return (FormField("phone", tr("The right number, if somebody knows it"), span=3),)
    return ()


def _note(outcome: Outcome) -> FormField:
    words = {
        Outcome.THIRD_PERSON: tr("Who took the message"),
        Outcome.MOVED: tr("Where to"),
        Outcome.NO_COMMON_LANGUAGE: tr("Which language they speak"),
    }
    span = _beside(2) if outcome is Outcome.ELSEWHERE else _WHOLE
    return FormField("note", words.get(outcome, tr("Note")), span=span)


def _beside(span: int) -> int:
    """Of three columns; with large text nothing stands beside anything."""
    return _WHOLE if is_large() else span


_WHOLE = 3


def _lead(outcome: Outcome) -> str:
    leads = {
        Outcome.ELSEWHERE: tr("With a date it counts as a dose, on their word."),
        Outcome.THIRD_PERSON: tr("Say only who called. No vaccine, no disease."),
        Outcome.DECEASED: tr("They are never called again. A mistake can be taken back."),
        Outcome.MOVED: tr("They are not called any more. Tell them that any team gives it."),
    }
    return leads.get(outcome, "")


def note_of(
    outcome: Outcome, entry: Entry, values: Mapping[str, str], today: date
) -> tuple[CallNote, str | None]:
    """What was typed, and the other phone number, if there is one. Raises BadField."""
    day, again = _day(outcome, values, today), coming_day(values.get("again", ""), today)
    reason = values.get("reason") or None
    if outcome is Outcome.REFUSED:
        reason = chosen_of(values["reason"], tr("Why do they refuse? Choose one."))
    note = CallNote(
        client_id=entry.client_id,
        vaccine=entry.course.vaccine,
        dose=entry.course.dose,
        outcome=outcome,
        day=day,
        again=again,
        reason=reason,
        note=values.get("note") or None,
        product=values.get("product") or None,
        place=values.get("place") or None,
        wishes=_wishes(outcome, values),
    )
    return note, phone_of(values.get("phone", ""), today)


def _day(outcome: Outcome, values: Mapping[str, str], today: date) -> date | None:
    text = values.get("day", "")
    if outcome is Outcome.WILL_COME:
        found = coming_day(text, today)
        if found is None:
            raise BadField(tr("Which day do they come? Write +3, 24 or YYYY-MM-DD."))
        return found
    return day_of(text, today) if text else None


def _wishes(outcome: Outcome, values: Mapping[str, str]) -> Wishes | None:
    if outcome is not Outcome.OPTED_OUT:
        return None
    wish = chosen_of(values["wish"], tr("What do they wish? Choose one."))
    return Wishes(calls=False, messages=wish == _MESSAGES_STAY)


def coming_day(text: str, today: date) -> date | None:
    """A day from today on: +3 (in three days), 24 (the next such day), 11-24, or the whole date;
    None for none. Raises BadField."""
    text = text.strip().replace("/", "-").replace(".", "-")
    if not text:
        return None
    try:
        found = _counted(text, today) or _next_such(text, today) or date.fromisoformat(text)
    except ValueError as error:
        raise BadField(tr("The day is not a day: write +3, 24 or YYYY-MM-DD.")) from error
    if found < today:
        raise BadField(tr("The day is over: enter one from today on."))
    return found


def _counted(text: str, today: date) -> date | None:
    ahead = text.startswith("+") and text[1:].isdecimal() and len(text) < 5
    return today + timedelta(days=int(text[1:])) if ahead else None


def _next_such(text: str, today: date) -> date | None:
    """The next day with this number, or this month and number."""
    parts = text.split("-")
    if len(parts) > 2 or not all(part.isdecimal() and len(part) < 3 for part in parts):
        return None
    day, month = int(parts[-1]), int(parts[0]) if len(parts) == 2 else None
    for ahead in range(366):
        found = today + timedelta(days=ahead)
        if found.day == day and month in (None, found.month):
            return found
    raise ValueError(text)


_DAY_HINT = "+3, 24, 11-24"


def phone_form(entry: Entry) -> FormState:
    """Another number for somebody."""
    return FormState(
        tr("Another number: {name}").format(name=entry.contact.name),
        tr("The number before stays readable in their records."),
        (FormField("phone", tr("Phone"), span=3),),
        tr("Save the number"),
    )


def typed_phone(values: Mapping[str, str], today: date) -> str:
    """The number that was typed. Raises BadField."""
    phone = phone_of(values["phone"], today)
    if phone is None:
        raise BadField(tr("Type the number first."))
    return phone
