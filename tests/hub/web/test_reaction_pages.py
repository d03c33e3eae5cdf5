"""Promises of the page of reactions: a grave one is not overlooked; readers see none of it."""

from __future__ import annotations

import pytest

from fieldapp.hub.web import audit
from fieldapp.hub.web.access import Role
from fieldapp.wire.facts import ReactionAmended, ReactionReported, ReactionWithdrawn
from tests.hub.fake_laptop import VACCINE
from tests.hub.web.pages_process import PagesHub


@pytest.fixture(scope="module")
def town(hub: PagesHub) -> PagesHub:
    """Somebody who was gravely ill after a dose, somebody with a fever, and an error."""
    laptop = hub.world.laptop(name="Boat <One>")
    ill, hot = laptop.register("Test <Ill>"), laptop.register("Test Hot")
    grave = laptop.add(
        ReactionReported(
            laptop.give(ill), ["anaphylaxis"], 480, description="after <10> minutes",
            treatment="adrenaline",
        )
    )  # fmt: skip
    laptop.add(ReactionAmended(grave, [["outcome", None, "recovering"]]))
    laptop.add(ReactionReported(laptop.give(hot), ["fever"], 480, serious=False))
    wrong = laptop.add(ReactionReported(laptop.give(hot, 30), ["nausea"], 480))
    laptop.add(ReactionWithdrawn(wrong, "another person"))
    hub.world.push_all(laptop)
    return hub


def test_a_grave_reaction_stands_at_the_top_of_the_overview_and_leads_to_its_report(
    town: PagesHub,
) -> None:
    visitor = town.signed_in(Role.SUPERVISOR).get("/overview")
    assert "1 grave reaction in a week" in visitor.text
    assert 'href="/reactions?grave=yes"' in visitor.page.text
    visitor.get("/reactions", grave="yes")
    assert "1 report" in visitor.text and "Test <Ill>" in visitor.text
    assert "Anaphylaxis" in visitor.text and "severe by its nature" in visitor.text
    assert "after <10> minutes" in visitor.text and "<10>" not in visitor.page.text
    assert "done: adrenaline" in visitor.text and "Recovering" in visitor.text
    assert "1 follow-up" in visitor.text and "Test Hot" not in visitor.text
    with town.store.reading() as connection:
        (row,) = audit.entries(connection, before_no=None, most=1)
    assert (row.act, row.details) == ("reactions-looked-at", "1 grave=yes")


def test_what_was_withdrawn_stays_struck_through_and_the_person_has_all_of_theirs(
    town: PagesHub,
) -> None:
    visitor = town.signed_in(Role.SUPERVISOR).get("/reactions")
    assert "3 reports" in visitor.text and "<del>Nausea, vomiting</del>" in visitor.page.text
    row = visitor.page.text.split("Test Hot")[0]
    visitor.get(f"/people/{row.rpartition('/people/')[2].partition(chr(34))[0]}")
    assert "Fever, 38 °C or more" in visitor.text and "withdrawn" in visitor.text
    assert "Anaphylaxis" not in visitor.text


def test_the_page_of_a_lot_leads_to_the_reactions_after_it(town: PagesHub) -> None:
    visitor = town.signed_in(Role.SUPERVISOR).get("/lots/lot", vaccine=VACCINE, lot="TEST-0001")
    assert "Reactions after it" in visitor.text
    assert "3 reports" in visitor.get("/reactions", vaccine=VACCINE, lot="test-0001").text
    assert "No report fits." in visitor.get("/reactions", lot="another").text


def test_readers_of_figures_see_no_reaction_and_the_page_is_whole_in_chinese(
    town: PagesHub,
) -> None:
    reader = town.signed_in(Role.READER)
    assert "grave reaction" not in reader.get("/overview").text
    assert reader.get("/reactions").status == 403
    visitor = town.signed_in(Role.SUPERVISOR).get("/language/zh-CN", back="/reactions")
    for word in ("不良反应", "性质属重度", "严重过敏反应", "处置：adrenaline", "已撤回"):
        assert word in visitor.text
