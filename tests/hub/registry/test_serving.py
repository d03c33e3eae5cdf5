"""Promises of the registry over HTTP, by a real server in a thread."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import requests

from fieldapp.hub.registry.build import build_registry
from fieldapp.wire.messages import decode_problem
from fieldapp.wire.registry.head import decode_head
from fieldapp.wire.signed import open_signed
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S
from tests.hub.test_app import served


@pytest.fixture
def url(world: World) -> Iterator[str]:
    with served(world) as address:
        yield f"{address}/v1/registry"


def test_without_a_registry_the_answer_is_a_signed_no(world: World, url: str) -> None:
    for path in (url, f"{url}/1", f"{url}/x"):
        answer = requests.get(path, timeout=30)
        assert answer.status_code == 404
        problem = decode_problem(open_signed("problem", answer.content, world.verify_key))
        assert problem.code == "not-found"


def test_the_head_comes_alone_and_the_file_by_ranges(world: World, url: str) -> None:
    built = build_registry(world.store.folder, now_s=lambda: NOW_S)
    content = built.file.read_bytes()
    answer = requests.get(url, timeout=30)
    assert decode_head(answer.content, world.verify_key).edition == 1
    assert content.startswith(answer.content)
    asked = {"Range": f"bytes=100-{len(content) - 1}"}
    rest = requests.get(f"{url}/1", headers=asked, timeout=30)
    assert (rest.status_code, rest.content) == (206, content[100:])
    assert "immutable" in rest.headers["Cache-Control"]


def test_an_edition_that_is_gone_is_said_to_be(world: World, url: str) -> None:
    build_registry(world.store.folder, now_s=lambda: NOW_S)
    build_registry(world.store.folder, now_s=lambda: NOW_S)
    assert requests.get(f"{url}/1", timeout=30).status_code == 404
    assert requests.get(f"{url}/2", timeout=30).status_code == 200


def test_a_damaged_file_is_not_served(world: World, url: str) -> None:
    built = build_registry(world.store.folder, now_s=lambda: NOW_S)
    built.file.write_bytes(b"VXP1\0\0\0\x04oops")
    assert requests.get(f"{url}/1", timeout=30).status_code == 404
