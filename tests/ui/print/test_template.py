"""Templates hold no words of their own: values come in, never as markup."""

from __future__ import annotations

import pytest

from fieldapp.ui.print.template import fill


def test_names_are_filled_and_never_taken_for_markup() -> None:
    assert fill("<p>{{name}}</p>", {"name": "<b>A & B</b>"}) == (
        "<p>&lt;b&gt;A &amp; B&lt;/b&gt;</p>"
    )


def test_lines_of_a_value_stay_lines() -> None:
    assert fill("{{note}}", {"note": "one\ntwo"}) == "one<br>two"


def test_rows_repeat_and_know_the_values_around_them() -> None:
    template = "<!-- each rows -->{{unit}} {{n}};<!-- end rows -->"
    assert fill(template, {"unit": "x", "rows": [{"n": "1"}, {"n": "2"}]}) == "x 1;x 2;"
    assert fill(template, {"unit": "x", "rows": []}) == ""


def test_a_part_is_left_out_where_its_value_is_not_there() -> None:
    template = "a<!-- if b -->{{b}}<!-- end b -->c"
    assert (fill(template, {"b": ""}), fill(template, {"b": "B"})) == ("ac", "aBc")


def test_a_value_that_looks_like_a_template_is_left_alone() -> None:
    """Names come from outside: nobody's name may open another value."""
    rows = [{"n": "{{secret}}"}]
    filled = fill("<!-- each rows -->{{n}}<!-- end rows -->", {"rows": rows, "secret": "PIN"})
    assert filled == "{{secret}}"


def test_a_name_without_a_value_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        fill("{{nobody}}", {})
