"""A vial's code leads to its product, lot and expiry, or is said to be unknown."""

from __future__ import annotations

from datetime import date

import pytest

from fieldapp.actions.programme import load_catalogue
from fieldapp.actions.vial_scan import UnknownVial, vial_of
from fieldapp.domain.scan import identify
from fieldapp.domain.vaccine import Vaccine

CATALOGUE = load_catalogue()
TODAY = date(2021, 8, 1)


def product() -> Vaccine:
    """A product of the catalogue with both kinds of codes."""
    found = CATALOGUE.get("covid-inact-bibp")
    assert found is not None
    return found


def test_a_gs1_code_names_product_lot_and_expiry() -> None:
    code = f"01{product().gtins[0]}1723063010LOT-7\x1d21SERIAL9"
    vial = vial_of(identify(code, TODAY), CATALOGUE)
    assert vial.lot.vaccine_id == product().id
    assert (vial.lot.lot_number, vial.lot.expiry) == ("LOT-7", date(2023, 6, 30))
    assert vial.doses == product().doses_per_vial[0]


def test_two_vials_of_one_lot_have_different_codes() -> None:
    one, other = (
        vial_of(identify(f"01{product().gtins[0]}1723063010L7\x1d21S{n}", TODAY), CATALOGUE)
        for n in (1, 2)
    )
    assert one.lot == other.lot
    assert one.code != other.code


def test_a_trace_code_stands_for_its_lot_so_that_the_pack_can_be_traced() -> None:
    code = product().trace_prefixes[0] + "1234567890123"
    vial = vial_of(identify(code, TODAY), CATALOGUE)
    assert (vial.lot.vaccine_id, vial.lot.lot_number) == (product().id, code)
    assert vial.lot.expiry is None


@pytest.mark.parametrize("code", ["010950110153999817230630", "0109501101539991", "9" * 20])
def test_a_code_of_no_known_product_is_refused(code: str) -> None:
    with pytest.raises(UnknownVial, match="not in the vaccine catalogue"):
        vial_of(identify(code, TODAY), CATALOGUE)
