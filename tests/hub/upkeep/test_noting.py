"""Promises of what is noted about every answer."""

from __future__ import annotations

import logging

import pytest
import requests

from tests.hub.conftest import World
from tests.hub.test_app import push, served


def said(caplog: pytest.LogCaptureFixture) -> list[dict[str, object]]:
    return [record.said for record in caplog.records if hasattr(record, "said")]


def test_an_answer_has_an_id_that_the_log_has_too(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, "fieldapp"), served(world) as url:
        first = requests.get(f"{url}/v1/hello?n=00", timeout=30)
        second = requests.get(f"{url}/v1/hello?n=00", timeout=30)
    assert len(first.headers["X-Request-Id"]) == 16
    assert first.headers["X-Request-Id"] != second.headers["X-Request-Id"]
    assert [line["route"] for line in said(caplog)] == ["/v1/hello"] * 2


def test_a_sync_is_logged_by_its_route_sizes_and_time(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    laptop = world.laptop()
    with caplog.at_level(logging.INFO, "fieldapp"), served(world) as url:
        answer = push(url, world, laptop)
    (line,) = said(caplog)
    assert (line["route"], line["method"], line["status"]) == ("/v1/sync", "POST", 200)
    assert line["bytes_out"] == len(answer.content)
    assert line.keys() == {"route", "method", "status", "bytes_in", "bytes_out", "ms"}


def test_what_is_asked_for_is_never_logged(world: World, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "fieldapp"), served(world) as url:
        requests.get(f"{url}/people/canary?name=canary", timeout=30, allow_redirects=False)
        requests.get(f"{url}/canary", timeout=30)
        requests.request("CANARY", f"{url}/v1/trust", timeout=30)
    assert {line["route"] for line in said(caplog)} >= {"none", "/v1/trust"}
    assert "canary" not in (caplog.text + repr(said(caplog))).lower()


def test_answers_are_counted_and_watchers_are_not_logged(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, "fieldapp"), served(world) as url:
        requests.get(f"{url}/healthz", timeout=30)
        requests.get(f"{url}/v1/nothing", timeout=30)
    totals = world.hub.tally.totals()
    assert (totals["answers", "2xx"], totals["answers", "4xx"]) == (1, 1)
    assert [line["route"] for line in said(caplog)] == ["none"]
