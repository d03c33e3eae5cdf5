"""Promises of the operations' pages: the running number in words, what lacks, staff for
supervisors."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from fieldapp.hub.web import audit
from fieldapp.hub.web.access import Role
from fieldapp.hub.web.operation_pages import money, nth
from fieldapp.hub.web.words import CHINESE, ENGLISH
from tests.hub.fake_laptop import dose
from tests.hub.operating.test_folding import LABEL, closed, opened
from tests.hub.web.pages_process import PagesHub


@pytest.fixture(scope="module")
def operated(hub: PagesHub) -> PagesHub:
    """A hub with the seventieth session of a boat."""
    world = hub.world
    laptop = world.laptop(name="Weishan team")
    opened(laptop)
    laptop.add(replace(dose(laptop.register("Wang Xiaoming")), session=LABEL))
    closed(laptop, counted=29_000)
    world.push_all(laptop)
    return hub


@pytest.mark.parametrize(
    ("number", "word"),
    [
        (1, "1st"),
        (2, "2nd"),
        (3, "3rd"),
        (11, "11th"),
        (70, "70th"),
        (102, "102nd"),
        (112, "112th"),
    ],
)
def test_running_numbers_are_words_in_english(number: int, word: str) -> None:
    assert (nth(number, ENGLISH), nth(number, CHINESE)) == (word, str(number))


def test_money_is_written_as_people_write_it() -> None:
    assert (money(29_050, "CNY"), money(None, "CNY")) == ("290.50 CNY", "–")


def test_the_list_says_the_running_number_and_what_lacks(operated: PagesHub) -> None:
    text = operated.signed_in(Role.READER).get("/operations").text
    assert "70th of Weishan boat 3" in text and "Port cities" in text
    assert "109 lacking" in text and "expected 300 CNY" in text
    assert "Wang" not in text


def test_filters_that_cannot_be_read_ask_for_nothing(operated: PagesHub) -> None:
    visitor = operated.signed_in(Role.READER)
    for query in ({"team": "x"}, {"day": "never"}, {"day": "9999-12-31"}, {"state": "?"}):
        assert "1 operation " in visitor.get("/operations", **query).text
    assert "No operation fits." in visitor.get("/operations", state="open").text


def test_one_operation_names_its_staff_to_supervisors_alone(operated: PagesHub) -> None:
    path = f"/operations/1?label={LABEL}"
    text = operated.signed_in(Role.SUPERVISOR).get(path).text
    assert "Lu Qing (lu.qing)" in text and "two notes torn" in text and "wind 6" in text
    assert "109 dose records lacking" in text and "10 CNY short" in text
    text = operated.signed_in(Role.READER).get(path).text
    assert "Lu Qing" not in text and "2 people" in text


def test_operations_are_taken_away_as_files_and_that_is_in_the_audit(operated: PagesHub) -> None:
    visitor = operated.signed_in(Role.READER)
    for fmt in ("xlsx", "jsonl", "csv"):
        page = visitor.get(f"/operations/operations.{fmt}", team="1").page
        assert page.status_code == 200 and page.content
    (row,) = csv.DictReader(io.StringIO(page.content.decode("utf-8-sig")))
    assert (row["team"], row["number"], row["lacking"]) == ("Weishan team", "70", "109")
    assert visitor.get("/operations/operations.doc").status == 404
    with operated.store.reading() as connection:
        (entry,) = audit.entries(connection, before_no=None, most=1)
    assert (entry.act, entry.details) == ("operations-exported", "csv, 1")


def test_figures_of_a_few_doses_are_for_supervisors(operated: PagesHub) -> None:
    world, label = operated.world, "Pier · 1"
    laptop = world.laptop(b"epoch-09", name="Pier team")
    opened(laptop, label)
    laptop.add(replace(dose(laptop.register("Wang Few")), session=label))
    world.push_all(laptop)
    team, path = str(laptop.device), f"/operations/{laptop.device}"
    reader, supervisor = operated.signed_in(Role.READER), operated.signed_in(Role.SUPERVISOR)
    assert "fewer than 20" in reader.get("/operations", team=team).text
    assert "fewer than 20" not in supervisor.get("/operations", team=team).text
    assert "Records here" not in reader.get(path, label=label).text
    assert "Records here 1" in supervisor.get(path, label=label).text


def test_an_operation_that_nobody_told_of_is_not_there(operated: PagesHub) -> None:
    visitor = operated.signed_in(Role.READER)
    assert visitor.get("/operations/1", label="never").status == 404
    assert visitor.get("/operations/x").status == 404
