"""Promises of the paths for machines that watch the hub."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, MutableMapping
from typing import Any

import pytest
import requests

from fieldapp.hub.app import make_app
from fieldapp.hub.upkeep import health
from fieldapp.hub.upkeep.serving import TOKEN_FILE
from tests.hub.conftest import World
from tests.hub.test_app import served

TOKEN = "a long random line of the operator"


@pytest.fixture
def url(world: World) -> Iterator[str]:
    with served(world) as address:
        yield address


def from_far_away(world: World, authorization: str = "") -> int:
    """The status of what another machine gets that asks for the metrics."""
    statuses: list[int] = []
    scope = {
        "type": "http",
        "method": "GET",
        "path": "/metrics",
        "query_string": b"",
        "headers": [(b"authorization", authorization.encode())],
        "client": ("192.0.2.7", 50_000),
    }

    async def receive() -> MutableMapping[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: MutableMapping[str, Any]) -> None:
        statuses.extend([message["status"]] if "status" in message else [])

    asyncio.run(make_app(world.hub)(scope, receive, send))
    return statuses[0]


def test_health_and_readiness_are_for_everybody_and_say_no_secret(world: World, url: str) -> None:
    alive = requests.get(f"{url}/healthz", timeout=30)
    assert (alive.status_code, alive.json()) == (200, {"alive": True})
    ready = requests.get(f"{url}/readyz", timeout=30)
    assert ready.status_code == 200 and ready.json()["ready"] is True
    assert ready.json().keys() == {
        "ready", "database", "disk", "free_bytes", "projected_to", "newest_frame", "behind",
        "waiting", "published_through",
    }  # fmt: skip
    assert ready.headers["Cache-Control"] == "no-store"


def test_a_hub_without_room_says_so_by_its_status(
    world: World, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(health, "LEAST_FREE_BYTES", 2**70)
    ready = requests.get(f"{url}/readyz", timeout=30)
    assert (ready.status_code, ready.json()["disk"]) == (503, "is nearly full")
    assert requests.get(f"{url}/healthz", timeout=30).status_code == 200


def test_metrics_are_for_this_machine(world: World, url: str) -> None:
    answer = requests.get(f"{url}/metrics", timeout=30)
    assert answer.status_code == 200 and "fieldapp_hub_ready 1.0" in answer.text
    assert from_far_away(world) == 403
    for header in ("X-Forwarded-For", "Forwarded", "Via"):
        passed_on = requests.get(f"{url}/metrics", headers={header: "127.0.0.1"}, timeout=30)
        assert passed_on.status_code == 403, "a proxy of this machine asks for somebody else"


def test_metrics_are_for_who_has_the_token(world: World) -> None:
    file = world.store.folder / TOKEN_FILE
    assert from_far_away(world, "Bearer ") == 403
    file.write_text(TOKEN + "\n", "utf-8")
    assert from_far_away(world, f"Bearer {TOKEN}") == 200
    for wrong in ("Bearer wrong", f"Basic {TOKEN}", TOKEN, "Bearer"):
        assert from_far_away(world, wrong) == 403
    file.write_text("short", "utf-8")
    assert from_far_away(world, "Bearer short") == 403
