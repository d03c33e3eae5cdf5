"""Promises of names: those of the catalogue in either language; what is not listed as it is."""

from __future__ import annotations

from fieldapp.hub.web.catalogue import area_name, codes_of, name_of, product_name
from fieldapp.hub.web.words import CHINESE, ENGLISH


def test_areas_groups_and_nationalities_have_names() -> None:
    assert name_of("group", "grp-health", ENGLISH) == "Health workers"
    assert name_of("nationality", "CHN", CHINESE) == "中国"
    assert area_name("110101", ENGLISH) == "Dongcheng District, Beijing"
    assert area_name("110101", CHINESE) == "北京市东城区"


def test_what_is_not_listed_stands_as_it_is() -> None:
    assert name_of("group", "grp-unheard", CHINESE) == "grp-unheard"
    assert (area_name("Shipu harbour", ENGLISH), area_name("", ENGLISH)) == ("Shipu harbour", "")
    assert product_name("covid-test-1") == "covid-test-1"
    assert product_name("covid-inact-bibp") == "BIBP"


def test_every_group_and_key_area_is_listed_in_its_order() -> None:
    assert codes_of("group")[:2] == ["grp-cold-chain", "grp-health"]
    assert "grp-lake" in codes_of("group") and "grp-age60" in codes_of("group")
    assert name_of("key-area", "area-port-city", ENGLISH) == "Port cities"
