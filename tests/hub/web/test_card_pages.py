"""Promises of the card's page: with a reason, on record, and never for who is contested."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from fieldapp.hub.web import audit
from fieldapp.hub.web.access import Role
from fieldapp.hub.web.card_pages import why_words
from tests.hub.cards.people import somebody
from tests.hub.messages.clinic import BIBP
from tests.hub.web.pages_process import PagesHub


@pytest.fixture(scope="module")
def person(hub: PagesHub) -> str:
    """Somebody with one dose; the number on their page."""
    laptop, client = somebody(hub.world, "王 <小明>")
    laptop.give(client, 8, vaccine=BIBP)
    hub.world.push_all(laptop)
    return laptop.hash_at(client).hex()


def first_page(pdf: bytes) -> str:
    return PdfReader(BytesIO(pdf)).pages[0].extract_text().replace("\0", "")


def test_a_supervisor_makes_it_again_and_who_and_why_is_on_record(
    hub: PagesHub, person: str
) -> None:
    visitor = hub.signed_in(Role.SUPERVISOR).get(f"/people/{person}")
    assert f'href="/people/{person}/card"' in visitor.page.text
    visitor.get(f"/people/{person}/card")
    assert "王 <小明> · 1 dose that stands" in visitor.text
    answer = visitor.post(f"/people/{person}/card", why="lost", note=" in the  ferry ").page
    assert answer.headers["Content-Type"] == "application/pdf"
    assert "预防接种卡" in first_page(answer.content), "in the person's own language"
    with hub.store.reading() as connection:
        (row,) = audit.about(connection, "card-reissued", f"person {person[:16]}", most=5)
    assert (row.login, row.details) == ("supervisor", "lost · in the ferry")
    again = hub.signed_in(Role.SUPERVISOR).get(f"/people/{person}/card")
    assert "Made again before" in again.text
    assert "supervisor · lost" in again.text
    english = again.post(f"/people/{person}/card", why="damaged", language="en").page
    assert "Vaccination card" in first_page(english.content)


def test_without_a_reason_none_is_made(hub: PagesHub, person: str) -> None:
    visitor = hub.signed_in(Role.SUPERVISOR).get(f"/people/{person}/card")
    visitor.post(f"/people/{person}/card", why="because")
    assert visitor.status == 422
    assert "was not chosen" in visitor.text


def test_who_may_not_see_people_makes_no_card(hub: PagesHub, person: str) -> None:
    for role in (Role.READER, Role.ADMINISTRATOR):
        assert hub.signed_in(role).get(f"/people/{person}/card").status == 403


def test_nobody_and_nothing_to_say_are_said(hub: PagesHub) -> None:
    visitor = hub.signed_in(Role.SUPERVISOR)
    assert visitor.get("/people/00/card").status == 404
    laptop, client = somebody(hub.world, "Without Dose")
    hub.world.push_all(laptop)
    visitor.get(f"/people/{laptop.hash_at(client).hex()}/card")
    assert "No dose of this person stands" in visitor.text


def test_a_reason_is_said_in_words() -> None:
    assert why_words("lost · in the ferry").text == "lost"
    assert why_words("something else").text == "{which}"
