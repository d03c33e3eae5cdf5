"""Promises of the log's page: filters do what they say, files hold the proof and nobody's name."""

from __future__ import annotations

import csv
import io
import json

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from fieldapp.hub.sync_answer import answer_sync
from fieldapp.hub.web import audit
from fieldapp.hub.web.access import Role
from tests.hub.fake_laptop import NOW_S
from tests.hub.web.pages_process import PagesHub


@pytest.fixture(scope="module")
def log(hub: PagesHub) -> PagesHub:
    """A hub that two laptops came to; one of them with a wrong clock, too."""
    world = hub.world
    for epoch, name in ((b"epoch-01", "Boat One"), (b"epoch-02", "车队二")):
        laptop = world.laptop(epoch, name=name)
        laptop.give(laptop.register("Wang Xiaoming", ("passport", "G12345678")), 29, month=6)
        world.push_all(laptop)
        body = laptop.request([], hub.store.keys.box_public)
        answer_sync(world.hub, laptop.authorize(body, time_s=NOW_S - 9999), body)
    made = world.hub
    for attempt in range(2):
        answer_sync(made, "nonsense", bytes(attempt))
    with hub.store.writing() as connection:
        made.attempts.write(connection)
    return hub


def test_every_attempt_is_there_in_words(log: PagesHub) -> None:
    text = log.signed_in(Role.READER).get("/sync-log").text
    assert "6 attempts" in text
    assert text.count("4 records received, receipt signed.") == 2
    assert text.count("Refused: the request was not signed.") == 2
    assert text.count("Refused: the laptop's clock is over ten minutes off.") == 2
    assert "Wang" not in text and "G12345678" not in text


@pytest.mark.parametrize(
    ("query", "attempts"),
    [
        ({"team": "1"}, "2 attempts"),
        ({"team": "2", "day": "2021-06-30"}, "2 attempts"),
        ({"day": "2021-06-30"}, "6 attempts"),
        ({"day": "2021-06-29"}, "0 attempts"),
        ({"result": "good"}, "2 attempts"),
        ({"result": "refused"}, "4 attempts"),
        ({"result": "attention"}, "0 attempts"),
        ({"team": "x", "day": "never", "result": "?", "page": "-3"}, "6 attempts"),
    ],
)
def test_filters_do_what_they_say(log: PagesHub, query: dict[str, str], attempts: str) -> None:
    """The day is that of the place: 20:53 UTC is the 30th in China."""
    assert f" {attempts} " in log.signed_in(Role.READER).get("/sync-log", **query).text


def exported(log: PagesHub, fmt: str, **query: str) -> bytes:
    page = log.signed_in(Role.SUPERVISOR).get(f"/sync-log/sync-log.{fmt}", **query).page
    assert page.status_code == 200
    assert page.headers["Content-Disposition"].endswith(f'"sync-log-2021-06-30.{fmt}"')
    return page.content


def test_csv_and_json_lines_hold_attempts_heads_and_sums(log: PagesHub) -> None:
    rows = list(csv.DictReader(io.StringIO(exported(log, "csv").decode("utf-8-sig"))))
    assert [row["line"] for row in rows] == ["attempt"] * 6 + ["head"] * 2 + ["sum"] * 2 + ["total"]
    assert (rows[-1]["dose_records"], rows[-1]["counted"], rows[-1]["unaccounted"]) == (
        "2",
        "0",
        "0",
    )
    assert rows[-1]["contested"] == "2", "two teams gave one person a dose the same day"
    lines = [json.loads(line) for line in exported(log, "jsonl").decode().splitlines()]
    assert [line["line"] for line in lines] == [row["line"] for row in rows]
    one = [json.loads(line) for line in exported(log, "jsonl", team="2").decode().splitlines()]
    assert [line["line"] for line in one] == ["attempt"] * 2 + ["head", "sum"]


def test_excel_and_pdf_can_be_opened_and_name_nobody(log: PagesHub) -> None:
    book = load_workbook(io.BytesIO(exported(log, "xlsx")))
    (sheet,) = book.worksheets
    cells = [cell.value for row in sheet.iter_rows() for cell in row]
    assert "车队二" in cells
    pages = PdfReader(io.BytesIO(exported(log, "pdf"))).pages
    text = "".join(page.extract_text() for page in pages).replace("\0", "")
    assert "0 records unaccounted" in text and "Boat One" in text and "车队二" in text
    for told in (text, str(cells), exported(log, "csv").decode()):
        assert "Wang" not in told and "G12345678" not in told


def test_an_export_is_in_the_audit(log: PagesHub) -> None:
    exported(log, "csv", team="1")
    with log.store.reading() as connection:
        (row,) = audit.entries(connection, before_no=None, most=1)
    assert (row.login, row.act, row.details) == ("supervisor", "sync-log-exported", "csv, 2 team=1")


def test_a_format_that_is_none_is_said(log: PagesHub) -> None:
    assert log.signed_in(Role.READER).get("/sync-log/sync-log.exe").status == 404
