"""Promises of bringing the registry: from a real hub, from a stick, and the no in words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from fieldapp.actions.bring_registry import bring_registry
from fieldapp.hub.registry.build import build_registry
from fieldapp.journal.hub_link import save_enrolment
from fieldapp.journal.journal import Journal
from fieldapp.journal.registry_arrival import RegistryNotNewer
from fieldapp.sync.errors import NotEnrolled
from tests.hub.conftest import new_world
from tests.hub.test_app import served
from tests.journal.hub import ENROLMENT


def test_it_comes_from_the_hub_and_then_from_a_stick(journal: Journal, tmp_path: Path) -> None:
    with pytest.raises(NotEnrolled):
        bring_registry(journal)
    world = new_world(tmp_path / "hub")
    with served(world) as url:
        key, hub_id = bytes(world.verify_key), world.store.keys.hub_id
        joined = replace(ENROLMENT, hub_url=url, ca_pem=None, hub_id=hub_id, hub_verify_key=key)
        save_enrolment(journal, joined)
        built = build_registry(world.store.folder)
        told: list[int] = []
        assert bring_registry(journal, came=lambda done, _all: told.append(done)).edition == 1
        assert told[-1] < built.size
        with pytest.raises(RegistryNotNewer):
            bring_registry(journal, built.file)
        build_registry(world.store.folder)
        assert bring_registry(journal, built.file).edition == 2
    world.store.close()
