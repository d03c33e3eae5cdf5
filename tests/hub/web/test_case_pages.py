"""Promises of the pages of cases: both records, a decision with its reason, and the way back."""

from __future__ import annotations

import re

import pytest

from fieldapp.hub.cases.kinds import Way
from fieldapp.hub.web import audit
from fieldapp.hub.web.access import Role
from tests.hub.cases.made import double, judge, the_case
from tests.hub.web.pages_process import PagesHub
from tests.hub.web.visitor import Visitor

_SEEN = re.compile(r'name="seen" value="([0-9a-f]+)"')
_CASES = re.compile(r'href="/cases/([0-9a-f]+)')


@pytest.fixture(scope="module")
def case(hub: PagesHub) -> str:
    """A hub with a possible double; where its case is."""
    double(hub.world, names=("Wang <b>Xiaoming", "Wang <b>Xiaoming"))
    return f"/cases/{the_case(hub.world).id.hex()}"


def send(visitor: Visitor, path: str, **form: str) -> Visitor:
    seen = _SEEN.search(visitor.page.text)
    return visitor.post(path, **{"seen": seen[1] if seen else "", **form})


def acts(hub: PagesHub, most: int) -> list[tuple[str, str]]:
    with hub.store.reading() as connection:
        rows = audit.entries(connection, before_no=None, most=most)
    return [(row.act, row.details) for row in rows]


def test_a_case_is_found_seen_decided_and_taken_back(hub: PagesHub, case: str) -> None:
    visitor = hub.signed_in(Role.SUPERVISOR).get("/overview")
    assert "1 case to be decided" in visitor.text
    visitor.get("/cases", kind="double", team="1", state="x", age="x", page="-1")
    assert "1 case " in visitor.text and "Wang" not in visitor.text
    visitor.get(case)
    assert "Wang <b>Xiaoming" in visitor.text and "<b>Xiaoming" not in visitor.page.text
    assert "differs" in visitor.text and "Boat One" in visitor.text and "Gate Two" in visitor.text
    send(visitor, f"{case}/decide", way="one-dose/one", reason="one card, one scar")
    assert visitor.path == case and "decided" in visitor.text
    assert "One dose, written twice" in visitor.text and "one card, one scar" in visitor.text
    assert [act for act, _ in acts(hub, 2)] == ["case-looked-at", "case-decided"]
    person = visitor.page.text.split('href="/people/')[1].split('"')[0]
    visitor.get(f"/people/{person}")
    assert "<del>" in visitor.page.text and "one card, one scar" in visitor.text
    assert "supervisor, the hub" in visitor.text
    assert "1 case" in visitor.get("/cases", state="decided").text
    send(visitor.get(case), f"{case}/undo", reason="it was another vial")
    assert "to be decided" in visitor.text and "it was another vial" in visitor.text
    assert "<del>" not in visitor.get(f"/people/{person}").page.text


def test_what_is_missing_is_said_and_nothing_is_decided(hub: PagesHub, case: str) -> None:
    visitor = hub.signed_in(Role.SUPERVISOR).get(case)
    send(visitor, f"{case}/decide", way="two-doses", reason=" ")
    assert (visitor.status, "A reason is missing." in visitor.text) == (422, True)
    send(visitor, f"{case}/decide", way="of-course", reason="because")
    assert visitor.status == 422
    judge(hub.world, the_case(hub.world), Way.REFERRED)
    send(visitor, f"{case}/decide", way="two-doses", reason="because")
    assert (visitor.status, "changed while you looked" in visitor.text) == (422, True)
    for path in ("/cases/00", "/cases/xyz"):
        assert visitor.get(path).status == 404
        assert send(visitor, f"{path}/undo", reason="because").status == 404


def test_who_sees_figures_alone_is_told_how_many_and_no_more(hub: PagesHub, case: str) -> None:
    visitor = hub.signed_in(Role.READER)
    for path in ("/cases", case):
        assert visitor.get(path).status == 403
    assert "1 case to be decided" in visitor.get("/overview").text
    assert 'href="/cases"' not in visitor.page.text


def test_who_works_through_a_list_is_led_from_case_to_case(hub: PagesHub, case: str) -> None:
    double(hub.world, epochs=(b"epoch-11", b"epoch-12"), paper=("passport", "TEST00002"))
    visitor = hub.signed_in(Role.SUPERVISOR).get("/cases", kind="double")
    first, second = _CASES.findall(visitor.page.text)
    assert "covid-test-1 · 8 May 2021 09:00" in visitor.text and "Clear the filters" in visitor.text
    visitor.get(f"/cases/{first}", kind="double")
    assert "2 cases to be decided" in visitor.text
    assert f'href="/cases/{second}?kind=double">Next case' in visitor.page.text
    send(visitor, f"/cases/{first}/decide?kind=double", way="two-doses", reason="asked both")
    assert visitor.page.url.endswith(f"/cases/{first}?kind=double")
    assert "1 case to be decided" in visitor.text
    visitor.get(f"/cases/{second}", kind="double")
    assert "Next case" not in visitor.text and 'href="/cases?kind=double"' in visitor.page.text
