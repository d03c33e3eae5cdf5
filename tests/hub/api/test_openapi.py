"""Promises of the description: an independent reader accepts it, it says what the routes do, and
what it promises holds when a stranger tries everything that it allows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openapi_spec_validator import validate
from schemathesis.generation import GenerationMode
from schemathesis.openapi import format as add_format

from fieldapp.hub.api.openapi import PATH, describe
from fieldapp.hub.api.parameters import cursor_of
from fieldapp.hub.api.serving import ENDPOINTS
from tests.hub.api.program import program_of
from tests.hub.web.pages_process import PagesHub

EXAMPLES = 6
LABELS = [f"{one.method} {one.path}" for one in ENDPOINTS]
_DATES = st.dates().map(str) | st.dates().map(
    lambda day: f"ge{day:%Y-%m}" if day.year > 999 else "2021"
)


def test_an_independent_reader_accepts_it(hub: PagesHub) -> None:
    served = requests.get(hub.url + PATH, timeout=30).json()
    validate(served)
    assert served == describe(ENDPOINTS)


def test_every_route_is_described_with_its_scope_and_its_ways_to_say_no() -> None:
    paths = describe(ENDPOINTS)["paths"]
    for endpoint in ENDPOINTS:
        told = paths[endpoint.path][endpoint.method.lower()]
        needed = [{"token": [scope.value]} for scope in endpoint.opened_by]
        assert told["security"] == needed
        assert {"400", "500", "503"} <= told["responses"].keys()
        assert ({"401", "403", "429"} <= told["responses"].keys()) == bool(needed)
        named = {one["name"] for one in told.get("parameters", [])}
        assert set(re.findall(r"{(\w+)}", endpoint.path)) <= named


def test_names_are_given_once() -> None:
    names = [one.name for one in ENDPOINTS]
    assert len(set(names)) == len(names)


@pytest.fixture(scope="module")
def stranger(hub: PagesHub) -> Iterator[Any]:
    """Somebody who knows the description alone, and has a token for everything."""
    add_format("fhir-date", _DATES)
    add_format("cursor", st.just(cursor_of(())))
    yield schemathesis.openapi.from_url(hub.url + PATH)


def tried(hub: PagesHub, schema: Any, label: str, mode: GenerationMode) -> None:
    """Ask as the description allows, or as it does not, and hold the answers to it."""
    operation = schema.find_operation_by_label(label)
    token = program_of(hub).token
    headers = {"Authorization": f"Bearer {token}"}

    @settings(
        max_examples=EXAMPLES, deadline=None, database=None, derandomize=True,
        phases=[Phase.generate], suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(case=operation.as_strategy(generation_mode=mode))
    def ask(case: Any) -> None:
        case.call_and_validate(headers=headers)

    ask()


@pytest.mark.parametrize("label", LABELS)
def test_what_is_promised_holds(hub: PagesHub, stranger: Any, label: str) -> None:
    tried(hub, stranger, label, GenerationMode.POSITIVE)


@pytest.mark.parametrize(
    "label", [f"{one.method} {one.path}" for one in ENDPOINTS if one.parameters]
)
def test_what_is_not_promised_is_refused(hub: PagesHub, stranger: Any, label: str) -> None:
    tried(hub, stranger, label, GenerationMode.NEGATIVE)
