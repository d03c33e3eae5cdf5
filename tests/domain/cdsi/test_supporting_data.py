"""The whole of the supporting data can be asked for a group."""

from __future__ import annotations

from .made_up import data


def test_a_group_is_found_by_its_name() -> None:
    group = data().group_named("Moon-Star")
    assert group is not None
    assert group.antigens == ("Moon", "Star")
    assert data().group_named("Snow") is None
