"""A product is named by the codes that surely mean it."""

from __future__ import annotations

from fieldapp.reports.fhir import products
from tests.reports.fhir.people import BIBP, GROUND

CATALOGUE = GROUND.catalogue


def codes(vaccine_id: str) -> dict[str, str]:
    listed = products.product(CATALOGUE, vaccine_id)["coding"]
    return {one["system"]: one["code"] for one in listed}


def test_cvx_and_our_own_catalogue_name_it() -> None:
    assert codes(BIBP) == {products.CVX: "510", products.CATALOGUE: BIBP}


def test_a_verified_atc_is_named_and_a_recalled_one_is_not() -> None:
    assert codes("bopv")[products.ATC] == "J07BF04"
    assert products.ATC not in codes("sipv")


def test_without_a_cvx_of_its_own_the_catalogue_alone_names_it() -> None:
    assert codes("covid-inact-wibp") == {products.CATALOGUE: "covid-inact-wibp"}


def test_a_product_that_nobody_lists_or_named() -> None:
    assert codes("new-one") == {products.CATALOGUE: "new-one"}
    assert products.product(CATALOGUE, "")["coding"][0]["code"] == "unknown"
    assert products.route(CATALOGUE, "new-one") == products.maker(CATALOGUE, "new-one") == {}
    assert products.diseases(CATALOGUE, "new-one") == []


def test_route_maker_and_disease_come_from_the_catalogue() -> None:
    assert products.route(CATALOGUE, "mr-live")["coding"][0]["code"] == "SQ"
    assert "Beijing" in products.maker(CATALOGUE, BIBP)["display"]
    assert products.diseases(CATALOGUE, BIBP) == [{"text": "COVID-19"}]
