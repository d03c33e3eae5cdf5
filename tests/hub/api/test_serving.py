"""Promises of the API's routes: only where pages are served, and never behind one another."""

from __future__ import annotations

from fieldapp.hub.api.serving import ENDPOINTS
from fieldapp.hub.app import make_app
from fieldapp.hub.running import Part
from tests.hub.conftest import World


def paths(world: World, part: Part) -> list[str]:
    return [route.path for route in make_app(world.hub, frozenset({part})).routes]  # type: ignore[attr-defined]  # they all have one


def test_a_process_for_laptops_does_not_answer_programs(sqlite_world: World) -> None:
    declared = {endpoint.path for endpoint in ENDPOINTS}
    assert declared <= set(paths(sqlite_world, Part.PAGES))
    assert not declared & set(paths(sqlite_world, Part.LAPTOPS))


def test_a_fixed_address_is_never_taken_for_one_with_a_blank(sqlite_world: World) -> None:
    ordered = [p for p in paths(sqlite_world, Part.PAGES) if p.startswith(("/api", "/fhir"))]
    blanks = ["{" in path for path in ordered]
    assert blanks == sorted(blanks)
