"""What is asked to correct a record is what stands in it; what is typed means what it says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from fieldapp.actions.amend_dose import details_of
from fieldapp.domain.birth_date import Precision
from fieldapp.domain.client import Document
from fieldapp.ui.form_page import FormState
from fieldapp.ui.form_values import BadField
from fieldapp.ui.records import forms
from tools.screens.people import chen, dose, practice, wang

CATALOGUE, NOW = practice().catalogue, datetime(2026, 11, 22, 14, 32)


def values(state: FormState, **typed: str) -> dict[str, str]:
    return {field.name: field.value for field in state.fields} | typed


def test_a_dose_left_as_it_is_stays_as_it_is() -> None:
    record = details_of(replace(dose(23), vaccinator="gone.by"))
    state = forms.dose_form(CATALOGUE, "王", record, [])
    assert forms.corrected_dose(values(state), NOW) == record, "also whoever is not staff any more"


def test_a_dose_in_the_future_is_named() -> None:
    state = forms.dose_form(CATALOGUE, "王", details_of(dose(23)), [])
    with pytest.raises(BadField, match="future"):
        forms.corrected_dose(values(state, day="2026-11-23"), NOW)


def test_a_registration_left_as_it_is_stays_as_it_is() -> None:
    for client in (wang(), chen()):
        typed = values(forms.client_form(client.details))
        assert forms.corrected_client(client.details, typed, NOW.date()) == client.details


def test_a_document_found_later_is_added_and_a_phone_is_written_to_be_called() -> None:
    details = replace(chen().details, documents=())
    typed = values(
        forms.client_form(details), document="110105198005170017", phone="139 0000 0000", birth=""
    )
    corrected = forms.corrected_client(details, typed, NOW.date())
    assert corrected.documents == (Document("cn-resident-id", "110105198005170017"),)
    assert (corrected.phone, corrected.birth_date) == ("+8613900000000", None)
    for wrong in ({"document": "110105198005170018"}, {"phone": "1"}, {"name": ""}):
        with pytest.raises(BadField):
            forms.corrected_client(details, typed | wrong, date(2026, 11, 22))


def test_a_correction_wants_a_reason() -> None:
    assert forms.reason_of({"reason": "typed-wrong"}) == "typed-wrong"
    with pytest.raises(BadField, match="reason"):
        forms.reason_of({"reason": ""})


def test_a_birth_year_is_corrected_to_a_birthday_and_back() -> None:
    today, details = NOW.date(), wang().details
    typed = values(forms.client_form(details), birth="1980")
    year = forms.corrected_client(details, typed, today)
    assert (year.birth_date, year.birth_known_to) == (date(1980, 1, 1), Precision.YEAR)
    shown = values(forms.client_form(year))
    assert shown["birth"] == "1980"
    day = forms.corrected_client(year, shown | {"birth": "1980-05-17"}, today)
    assert (day.birth_date, day.birth_known_to) == (date(1980, 5, 17), Precision.DAY)
