"""The guide is a page for whoever has signed in, in their language, and shows its own files."""

from __future__ import annotations

from pathlib import Path

import pytest

from fieldapp.hub.web import guide_pages
from fieldapp.hub.web.access import Role
from fieldapp.reports.guide import ENGLISH, SUPERVISOR, chapters
from tests.hub.web.pages_process import PagesHub


@pytest.mark.parametrize("role", list(Role))
def test_every_role_reads_every_chapter(hub: PagesHub, role: Role) -> None:
    text = hub.signed_in(role).get("/guide").text
    assert all(chapter.title in text for chapter in chapters(ENGLISH, SUPERVISOR))


def test_it_is_in_the_readers_language(hub: PagesHub) -> None:
    visitor = hub.signed_in(Role.SUPERVISOR)
    visitor.get("/language/zh-CN", back="/guide")
    assert "早晨先看什么" in visitor.get("/guide").text


def test_whoever_has_not_signed_in_is_sent_to_the_door(hub: PagesHub) -> None:
    assert "Sign in" in hub.visitor().get("/guide").text


@pytest.mark.parametrize("name", ["no-such", "..%2f..%2fsupervisor", "sign_in"])
def test_a_picture_that_the_guide_does_not_name_is_not_there(hub: PagesHub, name: str) -> None:
    visitor = hub.signed_in(Role.SUPERVISOR)
    assert visitor.get(f"/guide/{name}.png").page.status_code == 404


def test_pictures_that_were_not_drawn_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guide_pages, "picture_file", lambda *_which: None)
    written = guide_pages._written.__wrapped__(ENGLISH)
    assert not any("<img" in text for _, text in written)


def test_pictures_that_were_drawn_are_shown(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(guide_pages, "picture_file", lambda *_which: tmp_path / "x.png")
    written = dict(guide_pages._written.__wrapped__(ENGLISH))
    assert '<img src="/guide/overview.png"' in written["The look in the morning"]
