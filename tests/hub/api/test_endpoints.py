"""Promises of endpoints: what they speak, and where they are asked."""

from __future__ import annotations

from fieldapp.hub.api.endpoints import FHIR, JSON, json_response
from fieldapp.hub.api.serving import ENDPOINTS


def test_who_speaks_fhir_says_so() -> None:
    for endpoint in ENDPOINTS:
        assert endpoint.is_fhir == endpoint.path.startswith("/fhir/")
        assert endpoint.is_fhir or FHIR not in endpoint.answers


def test_forms_are_posted_and_nothing_else_is() -> None:
    for endpoint in ENDPOINTS:
        assert endpoint.has_form == (endpoint.method == "POST")


def test_chinese_stays_as_it_is() -> None:
    response = json_response({"name": "王小明"})
    assert "王小明".encode() in response.body and response.media_type == JSON
