"""Products and codes: there and back for every product, and the codes of others where they fit."""

from __future__ import annotations

from fieldapp.actions.programme import load_catalogue
from fieldapp.wire.health_card.codes import codes_of, product_of
from fieldapp.wire.health_card.content import CVX, PRODUCTS

CATALOGUE = load_catalogue()


def test_every_product_comes_back() -> None:
    for vaccine in CATALOGUE:
        found = product_of(CATALOGUE, codes_of(CATALOGUE, vaccine.id))
        assert found is not None
        assert found.id == vaccine.id


def test_cvx_is_used_where_the_catalogue_has_one_and_our_own_name_elsewhere() -> None:
    assert codes_of(CATALOGUE, "covid-inact-bibp") == ((CVX, "510"),)
    assert codes_of(CATALOGUE, "covid-inact-wibp") == ((PRODUCTS, "covid-inact-wibp"),)
    assert codes_of(CATALOGUE, "not-listed") == ((PRODUCTS, "not-listed"),)


def test_codes_of_others_are_understood_where_they_mean_one_product() -> None:
    meant = {"511": "covid-inact-sinovac", "8": "hepb", "140": "flu-inactivated", "4": "mr-live"}
    for code, product in meant.items():
        found = product_of(CATALOGUE, [("http://snomed.info/sct", "1"), (CVX, code)])
        assert found is not None
        assert found.id == product
    assert product_of(CATALOGUE, [(CVX, "207")]) is None
    assert product_of(CATALOGUE, [(PRODUCTS, "not-listed")]) is None
    assert product_of(CATALOGUE, []) is None
