"""Promises of the pages beside the laptops' paths: neither takes anything from the other."""

from __future__ import annotations

import requests

from fieldapp.hub.web.layout import style_path
from fieldapp.hub.web.serving import PAGES
from tests.hub.web.pages_process import PagesHub


def test_a_person_gets_words_and_a_laptop_its_signed_answer(hub: PagesHub) -> None:
    page = hub.visitor().get("/nothing-here")
    assert page.status == 404 and "There is no such page here" in page.text
    for accept in ("*/*", "text/html"):
        answer = requests.get(f"{hub.url}/v1/nothing", headers={"Accept": accept}, timeout=30)
        assert answer.headers["Content-Type"] == "application/cbor"
    assert hub.visitor().http.get(f"{hub.url}/v1/hello?n=00").status_code == 200


def test_style_and_icon_may_be_kept_pages_may_not(hub: PagesHub) -> None:
    visitor = hub.visitor()
    assert "immutable" in visitor.get(style_path()).page.headers["Cache-Control"]
    assert visitor.get("/icon.svg").page.headers["Content-Type"] == "image/svg+xml"
    assert visitor.get("/sign-in").page.headers["Cache-Control"] == "no-store"


def test_pages_and_style_cross_the_line_packed(hub: PagesHub) -> None:
    visitor = hub.visitor()
    for path in ("/sign-in", style_path()):
        answer = visitor.get(path).page
        assert answer.headers["Content-Encoding"] == "gzip"
        assert int(answer.headers["Content-Length"]) < 0.7 * len(answer.content)
    plain = requests.get(f"{hub.url}/sign-in", headers={"Accept-Encoding": "identity"}, timeout=30)
    assert "Content-Encoding" not in plain.headers


def test_no_page_stands_in_the_way_of_the_laptops() -> None:
    assert not [page.path for page in PAGES if page.path.startswith(("/v1", "/.well-known"))]
    assert len({(page.method, page.path) for page in PAGES}) == len(PAGES)
