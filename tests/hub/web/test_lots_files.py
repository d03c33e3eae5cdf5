"""Promises of who got a lot: seen and taken away by supervisors alone, each time in the audit."""

from __future__ import annotations

import csv
import io

import pytest
from openpyxl import load_workbook

from fieldapp.domain.client import ClientDetails
from fieldapp.hub.web import audit
from fieldapp.hub.web.access import Role
from fieldapp.wire.client_codec import to_fact
from tests.hub.fake_laptop import VACCINE
from tests.hub.lots.stock import LOT, give, moved
from tests.hub.web.pages_process import PagesHub

PHONE = "+8613912345678"
ASKED = {"vaccine": VACCINE, "lot": "test-0001"}


@pytest.fixture(scope="module")
def given(hub: PagesHub) -> PagesHub:
    """A hub that knows of 51 doses of a lot."""
    laptop = hub.world.laptop(name="Boat One")
    laptop.add(moved("received", 60))
    for n in range(51):
        details = ClientDetails(f"Test {n:02}", phone=PHONE, home_area="110105")
        give(laptop, laptop.add(to_fact(details)))
    hub.world.push_all(laptop)
    return hub


def noted(hub: PagesHub) -> tuple[str, str, str]:
    with hub.store.reading() as connection:
        (one,) = audit.entries(connection, before_no=None, most=1)
    return one.act, one.subject, one.details


def test_a_supervisor_sees_who_got_it_with_telephone_page_by_page(given: PagesHub) -> None:
    visitor = given.signed_in(Role.SUPERVISOR)
    text = visitor.get("/lots/people", **ASKED).text
    assert "51 people" in text and "51 dose records" in text and PHONE in text
    assert "Page 1 of 2" in text and "Boat One" in text
    assert noted(given) == ("lot-people-looked-at", f"lot {VACCINE} {LOT}", "50")
    visitor.get("/lots/people", **ASKED, page="2")
    assert noted(given)[2] == "1"
    assert visitor.get("/lots/people").path == "/lots"


@pytest.mark.parametrize("fmt", ["csv", "xlsx"])
def test_everybody_is_in_the_file_for_the_call_back(given: PagesHub, fmt: str) -> None:
    visitor = given.signed_in(Role.SUPERVISOR).get(f"/lots/people.{fmt}", **ASKED)
    content = visitor.page.content
    assert (
        f'filename="who-got-test-0001-2021-06-30.{fmt}"'
        in (visitor.page.headers["Content-Disposition"])
    )
    if fmt == "csv":
        rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
        assert len(rows) == 51 and rows[0]["phone"].endswith("13912345678")
    else:
        sheet = load_workbook(io.BytesIO(content)).worksheets[0]
        assert len(list(sheet.iter_rows())) == 52
    assert noted(given) == ("lot-people-exported", f"lot {VACCINE} test-0001", f"{fmt}, 51")


def test_a_reader_takes_the_sums_and_nobody_with_them(given: PagesHub) -> None:
    visitor = given.signed_in(Role.READER).get("/lots/lots.csv", lot="TEST")
    (row,) = csv.DictReader(io.StringIO(visitor.page.content.decode("utf-8-sig")))
    assert (row["lot"], row["given"], row["left"]) == (LOT, "51", "9")
    assert noted(given) == ("lots-exported", "lots", "csv, 1")
    assert visitor.get("/lots/people.csv", **ASKED).status == 403
    assert visitor.get("/lots/lots.docx").status == 404
