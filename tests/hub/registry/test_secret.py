"""Promises of the registry's secret."""

from __future__ import annotations

from fieldapp.hub.registry.secret import known_secret, secret_of
from tests.hub.conftest import World


def test_the_secret_is_made_once_and_stays(world: World) -> None:
    with world.store.reading() as connection:
        assert known_secret(connection) is None
    with world.store.writing() as connection:
        made = secret_of(connection)
    with world.store.writing() as connection:
        assert secret_of(connection) == made == known_secret(connection)
    assert len(made) == 32
