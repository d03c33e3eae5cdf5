"""The small forms of the desk: what is asked, and what the typed values mean."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from fieldapp.actions.programme import load_catalogue
from fieldapp.domain.immunization import BodySite, Evidence
from fieldapp.journal.keyslots import StaffUser
from fieldapp.ui.desk import given_forms
from fieldapp.ui.form_page import FormState
from fieldapp.ui.form_values import BadField

CATALOGUE = load_catalogue()
BIBP, MEASLES = "covid-inact-bibp", "mr-live"
TODAY, NOW = date(2021, 8, 1), datetime(2021, 8, 1, 12, 0)
STAFF = [StaffUser("nurse.test", "Nurse Test", "recorder")]


def values(state: FormState, **typed: str) -> dict[str, str]:
    """As a person leaves the form: what it began with, and what was typed."""
    return {field.name: field.value for field in state.fields} | typed


def test_a_dose_elsewhere_needs_vaccine_day_and_source() -> None:
    state = given_forms.elsewhere_form(CATALOGUE, "王甲", BIBP)
    dose = given_forms.elsewhere_dose(b"w", values(state, day="2021-07-05"), TODAY, None)
    assert (dose.vaccine_id, dose.day, dose.evidence) == (BIBP, date(2021, 7, 5), Evidence.CARD)
    assert (dose.lot_number, dose.place) == ("", None)
    for missing in ("vaccine", "day", "evidence"):
        typed = values(state, day="2021-07-05") | {missing: ""}
        with pytest.raises(BadField):
            given_forms.elsewhere_dose(b"w", typed, TODAY, None)


def test_a_dose_elsewhere_before_birth_is_named() -> None:
    state = given_forms.elsewhere_form(CATALOGUE, "王甲", BIBP)
    with pytest.raises(BadField, match="born"):
        given_forms.elsewhere_dose(b"w", values(state, day="1979-01-01"), TODAY, date(1980, 1, 1))


def test_a_dose_already_given_tells_who_when_and_why() -> None:
    state = given_forms.late_form(CATALOGUE, "王甲", None, STAFF, "nurse.test", NOW)
    typed = values(state, vaccine=BIBP, lot="L1", expiry="2022-01", time="09:30", why="no power")
    dose = given_forms.late_dose(b"w", typed, NOW)
    assert (dose.lot.lot_number, dose.lot.expiry) == ("L1", date(2022, 1, 31))
    assert dose.occurred == datetime(2021, 8, 1, 9, 30)
    assert (dose.vaccinator, dose.why, dose.site) == (
        "nurse.test", "no power", BodySite.LEFT_DELTOID,
    )  # fmt: skip
    for missing in ("vaccine", "lot", "vaccinator", "why", "time"):
        with pytest.raises(BadField):
            given_forms.late_dose(b"w", typed | {missing: ""}, NOW)


def test_a_vial_typed_by_hand_holds_what_it_says_or_the_usual() -> None:
    typed = values(given_forms.vial_form(CATALOGUE), vaccine=MEASLES, lot="M1")
    assert given_forms.typed_vial(CATALOGUE, typed).doses == 10
    assert given_forms.typed_vial(CATALOGUE, typed | {"doses": "5"}).doses == 5
    for doses in ("0", "51", "five", "-1"):
        with pytest.raises(BadField, match="number of doses"):
            given_forms.typed_vial(CATALOGUE, typed | {"doses": doses})
