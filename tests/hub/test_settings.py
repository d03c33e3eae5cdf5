"""What a hub remembers by name: the last word counts, and what is dropped is gone."""

from __future__ import annotations

from fieldapp.hub.settings import forget_setting, set_setting, setting
from tests.hub.conftest import World


def test_the_last_word_counts_until_it_is_dropped(world: World) -> None:
    with world.store.writing() as connection:
        assert setting(connection, "how far") is None
        set_setting(connection, "how far", "1")
        set_setting(connection, "how far", "2")
        assert setting(connection, "how far") == "2"
        forget_setting(connection, "how far")
        assert setting(connection, "how far") is None
