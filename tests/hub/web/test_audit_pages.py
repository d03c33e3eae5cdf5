"""Promises of the audit's page: rows in words, newest first, and whether they are whole."""

from __future__ import annotations

import ast
import inspect
import re
from pathlib import Path

from sqlalchemy import update

from fieldapp.hub.web import audit_pages
from fieldapp.hub.web.access import Role
from fieldapp.hub.web.audit_pages import ACTS, subject_words
from fieldapp.hub.web.tables import audit
from fieldapp.hub.web.words import CHINESE, ENGLISH, words_of
from tests.hub.web.pages_process import PagesHub

CODE = Path(inspect.getfile(audit_pages)).parent.parent
_ACT = re.compile(r"[a-z]+(-[a-z]+)+")


def test_what_was_done_is_told_in_words_and_proven(hub: PagesHub) -> None:
    visitor = hub.signed_in(Role.ADMINISTRATOR)
    visitor.get("/devices/new").post("/devices/new", name="Boat 9", kind="boat", region="north")
    text = visitor.get("/audit").text
    assert "administrator made a code for a team Boat 9 north" in text
    assert "operator at the hub's machine added a user user administrator" in text
    assert "Every row is as it was written" in text
    assert visitor.get("/audit", before="2").text.count("added a user user") == 1


def test_rows_are_found_by_who_what_and_day_and_taken_away(hub: PagesHub) -> None:
    hub.world.push_all(hub.world.laptop())  # whose day is that of China
    hub.signed_in(Role.SUPERVISOR).get("/doses")
    visitor = hub.signed_in(Role.ADMINISTRATOR).get("/audit", who="supervisor", day="2021-06-30")
    assert "looked at doses" in visitor.text
    assert "No row fits." in visitor.get("/audit", who="supervisor", act="user-added").text
    assert "No row fits." in visitor.get("/audit", day="2021-06-29").text
    taken = visitor.get("/audit/audit.csv", who="supervisor", act="doses-looked-at").page.text
    no, *cells = taken.splitlines()[1].split(",")
    assert no.isdigit() and cells == [
        "2021-06-30T04:53:20+08:00", "supervisor", "doses-looked-at", "doses", "0 ",
    ]  # fmt: skip
    assert "exported the audit" in visitor.get("/audit").text
    assert visitor.get("/audit/audit.exe").status == 404
    assert hub.signed_in(Role.SUPERVISOR).get("/audit/audit.csv").status == 403


def test_a_row_that_somebody_changed_is_named(hub: PagesHub) -> None:
    visitor = hub.signed_in(Role.ADMINISTRATOR)
    with hub.store.writing() as connection:
        connection.execute(update(audit).where(audit.c.no == 1).values(login="innocent"))
    text = visitor.get("/audit").text
    assert "Somebody changed the audit" in text and "row 1 is not as it was written" in text


def test_subjects_are_told_in_the_readers_language() -> None:
    assert words_of(ENGLISH).say(subject_words("user lu.qing")) == "user lu.qing"
    assert words_of(CHINESE).say(subject_words("laptop 3")) == "3 号电脑"
    assert words_of(CHINESE).say(subject_words("Boat {9}")) == "Boat {9}"


def noted_acts() -> set[str]:
    """Every act that the hub's code writes as it stands into an audit row."""
    calls = (
        node
        for module in CODE.rglob("*.py")
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "note"
    )
    return {
        str(argument.value)
        for call in calls
        for argument in call.args
        if isinstance(argument, ast.Constant)
        and isinstance(argument.value, str)
        and _ACT.fullmatch(argument.value)
    }


def test_every_act_that_is_noted_has_words() -> None:
    assert len(noted_acts()) > 30
    assert noted_acts() - ACTS.keys() == set()
