"""Promises of the description: an independent reader accepts it, it says what the routes do, and
what it promises holds when a stranger tries everything that it allows."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from openapi_spec_validator import validate
from schemathesis.openapi import format as add_format

from fieldapp.hub.api.openapi import PATH, describe
from fieldapp.hub.api.parameters import cursor_of
from fieldapp.hub.api.serving import ENDPOINTS
from tests.hub.api.program import program_of
from tests.hub.web.pages_process import PagesHub

EXAMPLES = 8


def test_an_independent_reader_accepts_it(hub: PagesHub) -> None:
    served = requests.get(hub.url + PATH, timeout=30).json()
    validate(served)
    assert served == describe(ENDPOINTS)


def test_every_route_is_described_with_its_scope_and_its_ways_to_say_no() -> None:
    paths = describe(ENDPOINTS)["paths"]
    for endpoint in ENDPOINTS:
        told = paths[endpoint.path][endpoint.method.lower()]
        needed = [] if endpoint.needs is None else [{"token": [endpoint.needs.value]}]
        assert told["security"] == needed
        assert {"400", "500", "503"} <= told["responses"].keys()
        assert ({"401", "403", "429"} <= told["responses"].keys()) == bool(needed)
        named = {one["name"] for one in told.get("parameters", [])}
        assert set(re.findall(r"{(\w+)}", endpoint.path)) <= named


def test_names_are_given_once() -> None:
    names = [one.name for one in ENDPOINTS]
    assert len(set(names)) == len(names)
