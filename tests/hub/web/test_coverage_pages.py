"""Promises of the coverage page: entered by supervisors, seen by readers, over 80 % at once."""

from __future__ import annotations

import pytest

from fieldapp.hub.web import audit
from fieldapp.hub.web.access import Role
from tests.hub.daily.test_counting import member
from tests.hub.web.pages_process import PagesHub
from tests.hub.web.visitor import Visitor

FORM = {"of": "group:grp-health", "as_of": "2021-06-01", "source": "County bureau", "home": ""}


@pytest.fixture(scope="module")
def covered(hub: PagesHub) -> PagesHub:
    """A hub with eighty-two health workers vaccinated."""
    world = hub.world
    laptop = world.laptop(name="Boat Haiyun 6")
    for at in range(82):
        laptop.give(member(laptop, f"Wang {at}", group="grp-health", home="110101"), 14, month=6)
    world.push_all(laptop)
    return hub


def entered(hub: PagesHub, **form: str) -> Visitor:
    visitor = hub.signed_in(Role.SUPERVISOR).get("/coverage/denominators")
    return visitor.post("/coverage/denominators", **(FORM | form))


def test_a_group_of_unknown_size_leads_to_where_its_size_is_entered(covered: PagesHub) -> None:
    there = "/coverage/denominators?of=group%3Agrp-health"
    visitor = covered.signed_in(Role.SUPERVISOR).get("/coverage")
    assert f'href="{there}"' in visitor.page.text
    assert '<option value="group:grp-health" selected>' in visitor.get(there).page.text
    assert there not in covered.signed_in(Role.READER).get("/coverage").page.text


def test_health_workers_over_eighty_percent_are_seen_at_once(covered: PagesHub) -> None:
    visitor = entered(covered, size="100")
    assert visitor.status == 200 and "County bureau" in visitor.text
    text = covered.signed_in(Role.READER).get("/coverage").text
    assert "1 group or area over 80 % Health workers 82.0 %" in text
    assert "over 80 %" in text and "Wang" not in text
    with covered.store.reading() as connection:
        acts = [row.act for row in audit.entries(connection, before_no=None, most=5)]
    assert "denominator-entered" in acts


def test_more_people_than_there_are_is_a_doubtful_denominator(covered: PagesHub) -> None:
    visitor = entered(covered, size="60", as_of="2021-06-15")
    assert "Over 100 %: the number of people is doubtful Health workers 136.7 %" in (
        visitor.get("/coverage").text
    )
    no = visitor.get("/coverage/denominators").page.text.split("/coverage/denominators/")[1]
    visitor.post(f"/coverage/denominators/{no.split('/')[0]}/strike", why="one digit missing")
    assert "struck through by supervisor: one digit missing" in visitor.text
    assert "doubtful" not in visitor.get("/coverage").text


def test_what_is_wrong_is_said_and_stays_in_the_form(covered: PagesHub) -> None:
    visitor = entered(covered, size="many")
    assert visitor.status == 409
    assert "the number of people is no whole number above 0" in visitor.text
    assert 'value="County bureau"' in visitor.page.text


def test_a_home_area_is_entered_by_its_code(covered: PagesHub) -> None:
    entered(covered, of="home:", home="110101", size="5000")
    text = covered.signed_in(Role.READER).get("/coverage").text
    assert "Dongcheng District, Beijing 5,000" in text


def test_readers_see_no_figures_of_the_small(covered: PagesHub) -> None:
    entered(covered, of="group:grp-lake", size="12")
    text = covered.signed_in(Role.READER).get("/coverage").text
    assert "too few people: not shown to readers" in text
    csv = covered.signed_in(Role.READER).get("/coverage/coverage.csv").page.text
    assert "too-small" in csv and ",12," not in csv
    assert ",12," in covered.signed_in(Role.SUPERVISOR).get("/coverage/coverage.csv").page.text


def test_files_of_every_format(covered: PagesHub) -> None:
    visitor = covered.signed_in(Role.READER)
    for fmt in ("csv", "jsonl", "xlsx", "pdf"):
        assert visitor.get(f"/coverage/coverage.{fmt}", day="2021-06-20").status == 200
    assert visitor.get("/coverage/coverage.exe").status == 404


def test_readers_enter_nothing(covered: PagesHub) -> None:
    assert covered.signed_in(Role.READER).get("/coverage/denominators").status == 403
