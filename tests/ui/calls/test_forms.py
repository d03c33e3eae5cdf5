from __future__ import annotations

from datetime import date

import pytest

from fieldapp.actions.programme import load_catalogue
from fieldapp.domain.call import Outcome, Wishes
from fieldapp.ui.calls.forms import (
    coming_day,
    note_of,
    outcome_form,
    phone_form,
    typed_phone,
)
from fieldapp.ui.form_values import BadField
from tools.screens.calls import _entry

TODAY = date(2026, 11, 22)
ENTRY = _entry(2)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("", None),
        ("+0", TODAY),
        ("+3", date(2026, 11, 25)),
        ("24", date(2026, 11, 24)),
        ("22", TODAY),
        ("5", date(2026, 12, 5)),
        ("31", date(2026, 12, 31)),
        ("12/1", date(2026, 12, 1)),
        ("1.3", date(2027, 1, 3)),
        ("2026-11-30", date(2026, 11, 30)),
    ],
)
def test_a_coming_day_is_typed_as_people_say_it(text: str, day: date | None) -> None:
    assert coming_day(text, TODAY) == day


@pytest.mark.parametrize("text", ["32", "2-30", "tomorrow", "2026-11-21", "+x", "0"])
def test_a_day_that_is_none_or_over_is_said(text: str) -> None:
    with pytest.raises(BadField):
        coming_day(text, TODAY)


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_has_a_form_that_asks_for_a_note(outcome: Outcome) -> None:
    state = outcome_form(outcome, ENTRY, load_catalogue(), TODAY)
    assert state.title
    assert state.fields[-1].name == "note"


def test_the_day_of_the_next_try_stands_there_already() -> None:
    state = outcome_form(Outcome.NO_ANSWER, ENTRY, load_catalogue(), TODAY)
    assert state.fields[0].value == "2026-11-23"


def test_what_was_typed_becomes_the_note() -> None:
    note, phone = note_of(Outcome.MOVED, ENTRY, {"note": "Jinan"}, TODAY)
    assert (note.client_id, note.dose, note.note, phone) == (ENTRY.client_id, 2, "Jinan", None)
    note, phone = note_of(Outcome.WRONG_NUMBER, ENTRY, {"phone": "13900000009"}, TODAY)
    assert phone == "+8613900000009"
    note, _ = note_of(Outcome.OPTED_OUT, ENTRY, {"wish": "nothing"}, TODAY)
    assert note.wishes == Wishes(calls=False, messages=False)
    note, _ = note_of(Outcome.REFUSED, ENTRY, {"reason": "too-far"}, TODAY)
    assert note.reason == "too-far"
    values = {"day": "2026-11-20", "product": "covid-inact-sinovac", "place": "Jining"}
    note, _ = note_of(Outcome.ELSEWHERE, ENTRY, values, TODAY)
    assert (note.day, note.product) == (date(2026, 11, 20), "covid-inact-sinovac")


@pytest.mark.parametrize(
    ("outcome", "values"),
    [
        (Outcome.WILL_COME, {"day": ""}),
        (Outcome.REFUSED, {"reason": ""}),
        (Outcome.OPTED_OUT, {"wish": ""}),
        (Outcome.ELSEWHERE, {"day": "2026-12-24"}),
    ],
)
def test_what_must_be_said_is_asked_for(outcome: Outcome, values: dict[str, str]) -> None:
    with pytest.raises(BadField):
        note_of(outcome, ENTRY, values, TODAY)


def test_a_number_is_asked_for_and_read() -> None:
    assert phone_form(ENTRY).fields[0].name == "phone"
    assert typed_phone({"phone": "139 0000 0009"}, TODAY) == "+8613900000009"
    with pytest.raises(BadField):
        typed_phone({"phone": ""}, TODAY)
