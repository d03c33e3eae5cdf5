"""Promises of the menu: it leads to all that a role may open, to nothing else, and says where we
are."""

from __future__ import annotations

import pytest

from fieldapp.hub.web.access import Role, allows
from fieldapp.hub.web.navigation import NAVIGATION, navigation
from fieldapp.hub.web.serving import PAGES

ENTRIES = [entry for _, entries in NAVIGATION for entry in entries]


@pytest.mark.parametrize("role", list(Role))
def test_each_role_is_led_to_what_it_may_open_and_no_further(role: Role) -> None:
    shown = {link.path for group in navigation(role, "/") for link in group.pages}
    assert shown == {path for path, _, needs in ENTRIES if allows(role, needs)}


def test_every_entry_is_a_page_that_needs_what_the_menu_says() -> None:
    pages = {(page.path, page.needs) for page in PAGES if page.method == "GET"}
    assert {(path, needs) for path, _, needs in ENTRIES} <= pages


def test_a_group_without_a_page_for_somebody_is_not_there() -> None:
    assert [group.link.word.text for group in navigation(Role.ADMINISTRATOR, "/users")] == [
        "Administration"
    ]


def test_we_are_on_one_page_of_one_group_also_on_a_page_below_it() -> None:
    groups = navigation(Role.SUPERVISOR, "/people/00ff")
    (there,) = (group for group in groups if group.link.here)
    assert there.link.word.text == "Records"
    assert [link.path for link in there.pages if link.here] == ["/people"]


def test_a_path_that_only_begins_alike_is_another_page() -> None:
    assert not any(group.link.here for group in navigation(Role.SUPERVISOR, "/peoples"))


def test_a_group_leads_to_its_first_page() -> None:
    for group in navigation(Role.SUPERVISOR, "/overview"):
        assert group.link.path == group.pages[0].path
