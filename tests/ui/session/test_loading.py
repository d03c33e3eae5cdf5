from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from fieldapp.actions.programme import load_catalogue
from fieldapp.actions.vial_scan import UnknownVial
from fieldapp.domain.scan import identify
from fieldapp.ui.session.loading import BadEntry, form_of_scan, load_of
from fieldapp.ui.session.state import LoadForm
from tests.ui.session.conftest import VIAL

TODAY = date(2021, 8, 1)
FORM = LoadForm("covid-inact-bibp", "0417", "2022-06-30", "5", "30", "2", "CODE")


def test_what_was_typed_becomes_vials() -> None:
    load = load_of(FORM)
    assert (load.lot.lot_number, load.lot.expiry) == ("0417", date(2022, 6, 30))
    assert (load.vials, load.vial_doses, load.amount.doses, load.vvm) == (30, 5, 150, 2)
    bare = load_of(replace(FORM, expiry="", vial_doses="", vvm="", code=""))
    assert (bare.lot.expiry, bare.vial_doses, bare.vvm, bare.code) == (None, 1, None, None)


@pytest.mark.parametrize(
    ("form", "words"),
    [
        (replace(FORM, lot=""), "Which lot"),
        (replace(FORM, vaccine=""), "Which vaccine"),
        (replace(FORM, expiry="June"), "expiry is not a date"),
        (replace(FORM, vials=""), "How many"),
        (replace(FORM, vials="0"), "How many"),
        (replace(FORM, vials="-3"), "How many"),
    ],
)
def test_what_cannot_be_taken_is_said_by_field(form: LoadForm, words: str) -> None:
    with pytest.raises(BadEntry, match=words):
        load_of(form)


def test_a_scan_fills_the_form() -> None:
    form = form_of_scan(identify(VIAL, TODAY), load_catalogue())
    assert (form.vaccine, form.lot, form.expiry) == ("covid-inact-bibp", "0417", "2022-06-30")


def test_a_vial_of_no_product_is_refused() -> None:
    with pytest.raises(UnknownVial):
        form_of_scan(identify("0104012345678901" + "10X", TODAY), load_catalogue())
