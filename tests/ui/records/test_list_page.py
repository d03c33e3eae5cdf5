"""A list of records: chosen by number, and each kind offers what can be done with it."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from fieldapp.ui.records.list_page import ListPage
from fieldapp.ui.records.state import Kind, RecordLine, RecordsState

LINES = tuple(
    RecordLine(kind, kind.value.encode(), b"w", kind.value, notes=("corrected",)) for kind in Kind
)


@pytest.fixture
def page(qtbot: QtBot) -> ListPage:
    made = ListPage()
    qtbot.addWidget(made)
    made.show_records(RecordsState("Records", "", LINES))
    made.show()
    return made


@pytest.mark.parametrize(
    ("kind", "offered"),
    [
        (Kind.PERSON, {"amend"}),
        (Kind.DOSE, {"amend", "strike"}),
        (Kind.NOT_GIVEN, {"strike"}),
        (Kind.STRUCK, set[str]()),
        (Kind.PAIR, {"compare"}),
    ],
)
def test_each_kind_offers_what_can_be_done(page: ListPage, kind: Kind, offered: set[str]) -> None:
    page.choose(list(Kind).index(kind) + 1)
    buttons = {"amend": page.amend, "strike": page.strike, "compare": page.compare}
    assert {name for name, button in buttons.items() if button.isVisible()} == offered


def test_nothing_is_chosen_at_first_and_no_key_acts(page: ListPage, qtbot: QtBot) -> None:
    assert page.chosen is None
    with (
        qtbot.assertNotEmitted(page.amend_requested),
        qtbot.assertNotEmitted(page.strike_requested),
    ):
        page.correct()
        page.strike_through()
    page.choose(99)
    assert page.chosen is None


def test_a_pair_is_compared_by_the_key_that_corrects(page: ListPage, qtbot: QtBot) -> None:
    page.choose(list(Kind).index(Kind.PAIR) + 1)
    with qtbot.waitSignal(page.compare_requested) as asked:
        page.correct()
    assert asked.args[0].kind is Kind.PAIR


def test_the_only_line_is_chosen_already(page: ListPage) -> None:
    page.show_records(RecordsState("Records", "", LINES[:1]))
    assert page.chosen is LINES[0]
