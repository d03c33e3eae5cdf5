"""Promises of the CapabilityStatement: valid, and true of every search."""

from __future__ import annotations

from fieldapp.hub.api.capability import statement
from fieldapp.hub.api.fhir import SEARCHES
from fieldapp.hub.api.finding import Kind
from tests.reports.fhir.reader import accept


def test_it_is_valid_and_names_what_is_searched_by() -> None:
    told = statement()
    accept(told)
    for resource in told["rest"][0]["resource"]:
        named = {one["name"] for one in resource["searchParam"]}
        declared = {one.name for one in SEARCHES[Kind(resource["type"])]}
        assert declared - named == {"_count", "_cursor", "_format"}
