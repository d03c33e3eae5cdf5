"""A vaccine is found by what is printed on its pack and by what people call it."""

from __future__ import annotations

import pytest

from fieldapp.actions.programme import load_catalogue
from fieldapp.domain.vaccine import CatalogueInvalid, Vaccine, parse_catalogue

CATALOGUE = load_catalogue()


def ids(found: list[Vaccine]) -> set[str]:
    """Their ids."""
    return {vaccine.id for vaccine in found}


def test_a_vaccine_is_found_by_its_id() -> None:
    bibp = CATALOGUE.get("covid-inact-bibp")
    assert bibp is not None
    assert bibp.platform == "inactivated"
    assert "covid-inact-bibp" in CATALOGUE
    assert CATALOGUE.get("covid-unknown-x") is None
    assert "covid-unknown-x" not in CATALOGUE


def test_a_product_goes_by_what_people_call_it_and_one_that_is_not_listed_by_its_id() -> None:
    assert CATALOGUE.short_name("covid-inact-bibp") == "BIBP"
    assert CATALOGUE.short_name("made-up-9") == "made-up-9"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("bbibp", {"covid-inact-bibp"}),
        ("Sinovac", {"covid-inact-sinovac"}),
        ("克尔来福", {"covid-inact-sinovac"}),
        ("科兴", {"covid-inact-sinovac"}),
        ("wuhan INACTIVATED", {"covid-inact-wibp"}),
        ("武汉生物", {"covid-inact-wibp"}),
        ("cansino", {"covid-ad5-cansino"}),
        ("yellow", {"yf-live"}),
        ("nothing like it", set()),
        ("   ", set()),
    ],
)
def test_a_vaccine_is_found_by_pieces_of_its_names(text: str, expected: set[str]) -> None:
    assert ids(CATALOGUE.by_name(text)) == expected


@pytest.mark.parametrize("vaccine", list(CATALOGUE), ids=lambda vaccine: str(vaccine.id))
def test_every_products_pack_codes_lead_back_to_it(vaccine: Vaccine) -> None:
    assert vaccine.gtins and vaccine.trace_prefixes
    for gtin in vaccine.gtins:
        assert CATALOGUE.by_gtin(gtin) is vaccine
        digits = [int(digit) for digit in gtin]
        weighted = sum(d * (3 if place % 2 == 0 else 1) for place, d in enumerate(digits))
        assert len(gtin) == 14
        assert weighted % 10 == 0
    for prefix in vaccine.trace_prefixes:
        assert CATALOGUE.by_trace_prefix(prefix) is vaccine
        assert len(prefix) == 7
        assert prefix.isdecimal()


@pytest.mark.parametrize("vaccine", list(CATALOGUE), ids=lambda vaccine: str(vaccine.id))
def test_every_product_has_a_name_in_both_languages(vaccine: Vaccine) -> None:
    assert vaccine.name["en"] and vaccine.name["zh-Hans"]
    assert len(vaccine.short_name) <= 12


def test_an_unknown_pack_code_is_nobodys() -> None:
    assert CATALOGUE.by_gtin("00000000000000") is None
    assert CATALOGUE.by_trace_prefix("0000000") is None


GOOD: dict[str, object] = {
    "id": "v",
    "name": {"en": "V"},
    "manufacturer": {"en": "Maker"},
    "platform": "inactivated",
    "antigens": ["Flu"],
    "live": False,
    "doses_per_vial": [1],
    "codes": {},
}


@pytest.mark.parametrize("field", sorted(GOOD))
def test_a_missing_or_wrong_field_is_named(field: str) -> None:
    for product in ({**GOOD, field: 3.5}, {k: v for k, v in GOOD.items() if k != field}):
        with pytest.raises(CatalogueInvalid, match=field):
            parse_catalogue({"products": [product]})


@pytest.mark.parametrize("document", [{}, {"products": {}}, {"products": ["v"]}])
def test_a_file_without_products_is_refused(document: dict[str, object]) -> None:
    with pytest.raises(CatalogueInvalid):
        parse_catalogue(document)


def test_two_products_of_one_id_are_refused() -> None:
    with pytest.raises(CatalogueInvalid, match="id"):
        parse_catalogue({"products": [GOOD, GOOD]})


def test_a_product_without_pack_codes_is_allowed() -> None:
    (vaccine,) = parse_catalogue({"products": [GOOD]})
    assert (vaccine.gtins, vaccine.short_name, vaccine.open_vial_hours) == ((), "V", None)
