"""A paper is its sheet's templates, filled."""

from __future__ import annotations

import pytest

from fieldapp.ui.print.paper import paper_of
from fieldapp.ui.print.sheets import sheet


def test_a_paper_without_all_its_words_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        paper_of("receipt", {"title": "Receipt"}, title="Receipt", stem="receipt-1")


def test_each_box_has_its_own_template() -> None:
    assert {area.template.count("{{amount}}") for area in sheet("receipt").areas} == {0, 1}
